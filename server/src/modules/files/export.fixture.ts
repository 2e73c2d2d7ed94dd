// A commune with something to take out, and how files are taken out of it.
import { expect } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import readExcelFile from 'read-excel-file/node';
import type { Client } from '../../../../tests/kit/client.js';
import { addNeighbour } from '../../../../tests/kit/neighbour.js';
import { createWorld, type World } from '../../../../tests/kit/world.js';

export const reason = 'Báo cáo quý IV cho huyện';
export const exported = '{ path fileName rows expiresAt }';
export const exportHomes = `mutation ($filter: HouseholdFilter, $orderBy: [HouseholdOrder!], $columns: [HouseholdColumn!], $format: ExportFormat!, $reason: String!) {
  exportHouseholds(filter: $filter, orderBy: $orderBy, columns: $columns, format: $format, reason: $reason) ${exported} }`;
export const exportVisits = `mutation ($format: ExportFormat!, $reason: String!) {
  exportVisits(format: $format, reason: $reason) ${exported} }`;
export const exportPeople = `mutation ($columns: [PersonColumn!], $format: ExportFormat!, $reason: String!) {
  exportPeople(columns: $columns, format: $format, reason: $reason) ${exported} }`;

export interface Exported {
  path: string;
  fileName: string;
  rows: number;
  expiresAt: string;
}

/** Three homes of which one was visited, with texts that mean something to a spreadsheet; and another commune. */
export async function createExportWorld(): Promise<World> {
  const world = await createWorld();
  const neighbour = await addNeighbour(world.owner);
  expect(neighbour.communeId).not.toBe(world.communeId);
  const home = await world.home();
  await world.home({ village: 'TAY', adults: null });
  await world.home({ village: 'TAY', kind: 'ENTERPRISE' });
  await world.owner.query(
    `update household set head_name = '=cmd|''/C calc''!A0', address = 'constructor' where id = $1`,
    [home],
  );
  await world.owner.query(
    `insert into visit (id, commune_id, household_id, village_id, visited_at, result, topics, adults, note, recorded_by_id, recorded_at, payload_hash)
     values (uuidv7(), $1, $2, $3, '2025-11-30T17:30:00Z', 'MET', '{VNEID_LEVEL2,COURSES}', 3, '@SUM(1) đã hẹn lại', $4, now(), '\\x00')`,
    [world.communeId, home, world.units['DONG'], world.people.totruong],
  );
  return world;
}

export async function take(
  client: Client,
  operation: string,
  more: Record<string, unknown> = {},
): Promise<Exported> {
  const variables = { format: 'XLSX', reason, ...more };
  return Object.values(await client.ask<Record<string, Exported>>(operation, variables))[0]!;
}

export function fetchFile({ url }: World, path: string, headers: Record<string, string>): Promise<Response> {
  return fetch(`${url}${path}`, { headers });
}

async function bytesOf(world: World, { cookie }: Client, path: string): Promise<Buffer> {
  const response = await fetchFile(world, path, { cookie });
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

/** The sheets of an exported workbook, by name. */
export async function sheetsOf(
  world: World,
  client: Client,
  { path }: { path: string },
): Promise<Record<string, unknown[][]>> {
  const sheets = await readExcelFile(await bytesOf(world, client, path));
  return Object.fromEntries(sheets.map(({ sheet, data }) => [sheet, data as unknown[][]]));
}

export async function textOf(world: World, client: Client, { path }: { path: string }): Promise<string> {
  return (await bytesOf(world, client, path)).toString();
}

/** An API key of the office with these scopes; made by SQL. */
export async function keyFor(world: World, scopes: string[]): Promise<string> {
  const key = `tn_${randomBytes(32).toString('base64url')}`;
  const hash = createHash('sha256').update(key).digest();
  await world.owner.query(
    `insert into api_key (commune_id, account_id, name, hint, key_hash, scopes, expires_at)
     select $1, id, 'thử', 'tn_', $2, $3, now() + interval '1 day' from account where person_id = $4`,
    [world.communeId, hash, scopes, world.people.vanhoa],
  );
  return key;
}

export async function asKey({ url }: World, key: string, query: string, variables: Record<string, unknown>) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as {
    data: Record<string, Exported>;
    errors?: { extensions: { key: string } }[];
  };
}
