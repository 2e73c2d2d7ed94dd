/**
 * A small commune in a real database for the tests of this module: raw rows in, figures out. It works as the
 * application's own role, so row-level security applies as it does to jobs.
 */
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { Context } from '../../kernel/index.js';
import type { Activity, Figures, RawHome, RawSession, RawVisit, RawWorld } from './oracle.fixture.js';

export const PLAN_STARTS_ON = '2025-10-01';
export const PLAN_ENDS_ON = '2025-12-31';

export interface World {
  ctx: Context;
  client: Client;
  communeId: number;
  planId: string;
  unitId: number;
  villageIds: number[];
  personId: string;
}

async function one<R>(client: Client, text: string, values: unknown[]): Promise<R> {
  return (await client.query(text, values)).rows[0] as R;
}

export async function makeWorld(
  owner: Client,
  client: Client,
  villages: number,
  today: string,
): Promise<World> {
  const { id: communeId } = await one<{ id: number }>(
    owner,
    `insert into commune (code, name, province_code, province_name) values ($1, 'Mẫu', '31', 'Hải Phòng') returning id`,
    [randomUUID()],
  );
  await client.query('select enter_job($1)', [communeId]);
  const unit = (kind: string, code: string) =>
    one<{ id: number }>(
      client,
      `insert into org_unit (commune_id, kind, code, name, valid_from) values ($1, $2, $3, $3, '2025-07-01') returning id`,
      [communeId, kind, code],
    );
  const { id: unitId } = await unit('PEOPLES_COMMITTEE', 'UBND');
  const villageIds: number[] = [];
  for (let i = 0; i < villages; i++) villageIds.push((await unit('VILLAGE', `T${i}`)).id);
  const { id: personId } = await one<{ id: string }>(
    client,
    `insert into person (commune_id, full_name, created_at) values ($1, 'Đào Thị Mẫu', '2025-07-01') returning id`,
    [communeId],
  );
  const { id: planId } = await one<{ id: string }>(
    client,
    `insert into plan (commune_id, code, title, year, starts_on, ends_on, is_active) values ($1, 'KH', 'KH', 2025, $2, $3, true) returning id`,
    [communeId, PLAN_STARTS_ON, PLAN_ENDS_ON],
  );
  return {
    ctx: contextOf(client, communeId, today),
    client,
    communeId,
    planId,
    unitId,
    villageIds,
    personId,
  };
}

function contextOf(client: Client, communeId: number, today: string): Context {
  const rows = async (query: { text: string; values: unknown[]; name?: string }) =>
    (await client.query(query)).rows;
  return {
    db: {
      query: (text: string, values: unknown[] = []) => rows({ text, values }),
      prepared: (name: string, text: string, values: unknown[] = []) => rows({ name, text, values }),
    },
    identity: { kind: 'job', communeId, personId: null },
    requestId: 'test',
    log: { warn: () => undefined },
    now: new Date(`${today}T03:00:00Z`),
    today,
  } as unknown as Context;
}

export async function addHome(world: World, home: Partial<RawHome> & { villageId: number }): Promise<string> {
  const id = randomUUID();
  await world.client.query('begin');
  await world.client.query(
    `insert into household (id, commune_id, village_id, kind, code, head_name, adults, citizens14, created_at)
     values ($1, $2, $3, $4, $5, 'Chủ hộ', $6, $7, '2025-07-01')`,
    [
      id,
      world.communeId,
      home.villageId,
      home.kind ?? 'HOUSEHOLD',
      id,
      home.adults ?? null,
      home.citizens14 ?? null,
    ],
  );
  await world.client.query(
    `insert into household_village (commune_id, household_id, village_id, valid_from) values ($1, $2, $3, '2025-07-01')`,
    [world.communeId, id, home.villageId],
  );
  await world.client.query('commit');
  return id;
}

export async function addVisit(world: World, visit: Omit<RawVisit, 'id'>): Promise<string> {
  const id = randomUUID();
  await world.client.query(
    `insert into visit (id, commune_id, household_id, village_id, corrects_id, correction_reason, visited_at, result, topics,
       adults, citizens14, adults_with_smartphone, adults_with_epayment, vneid_level2, health_book, skills, skills_version,
       recorded_by_id, recorded_at, payload_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, now(), '\\x00')`,
    [
      id,
      world.communeId,
      visit.homeId,
      visit.villageId,
      visit.correctsId,
      visit.correctsId && 'nhầm',
      visit.visitedAt,
      visit.result,
      visit.topics,
      visit.adults,
      visit.citizens14,
      visit.smartphone,
      visit.epayment,
      visit.vneid,
      visit.healthBook,
      visit.skills,
      visit.skills && 1,
      world.personId,
    ],
  );
  return id;
}

export async function addSession(world: World, session: RawSession): Promise<void> {
  const id = randomUUID();
  await world.client.query(
    `insert into guidance_session (id, commune_id, form, held_at, place, topics, people_count, recorded_by_id, recorded_at, payload_hash)
     values ($1, $2, $3, $4, 'Nhà văn hoá', $5, 10, $6, now(), '\\x00')`,
    [id, world.communeId, session.form, session.heldAt, session.topics, world.personId],
  );
  await world.client.query(`insert into guidance_session_household select $1, $2, unnest($3::uuid[])`, [
    world.communeId,
    id,
    session.homeIds,
  ]);
}

export async function moveHome(world: World, homeId: string, villageId: number, day: string): Promise<void> {
  const of = [world.communeId, homeId];
  await world.client.query(
    `update household_village set valid_to = $3 where commune_id = $1 and household_id = $2 and valid_to is null`,
    [...of, day],
  );
  await world.client.query(`insert into household_village values ($1, $2, $3, $4)`, [...of, villageId, day]);
}

export async function readRaw(world: World): Promise<RawWorld> {
  const { client, communeId } = world;
  const all = async <R>(text: string) => (await client.query(text, [communeId])).rows as R[];
  return {
    today: world.ctx.today,
    planStartsOn: PLAN_STARTS_ON,
    planEndsOn: PLAN_ENDS_ON,
    villageIds: (
      await all<{ id: number }>(
        `select id from org_unit where commune_id = $1 and kind = 'VILLAGE' and valid_to is null`,
      )
    ).map(({ id }) => id),
    homes: await all<RawHome>(
      `select id, village_id as "villageId", kind, adults, citizens14, counted_at as "countedAt", removed_on::text as "removedOn"
       from household where commune_id = $1`,
    ),
    visits: await all<RawVisit>(
      `select id, household_id as "homeId", village_id as "villageId", corrects_id as "correctsId", visited_at as "visitedAt", result,
         topics, adults, citizens14, adults_with_smartphone as smartphone, adults_with_epayment as epayment, vneid_level2 as vneid,
         health_book as "healthBook", skills from visit where commune_id = $1`,
    ),
    sessions: await all<RawSession>(
      `select form, held_at as "heldAt", topics,
         array(select household_id from guidance_session_household r where r.guidance_session_id = g.id) as "homeIds"
       from guidance_session g where commune_id = $1`,
    ),
  };
}

/** What the server has stored for each unit, in the oracle's terms. */
export async function storedFigures(world: World): Promise<Map<number, Figures>> {
  const { rows } = await world.client.query(
    `select org_unit_id, indicator_code, numerator, denominator, unknown_households from indicator_value where plan_id = $1`,
    [world.planId],
  );
  const found = new Map<number, Figures>();
  for (const row of rows) {
    const figures = found.get(row.org_unit_id) ?? {};
    figures[row.indicator_code] = [row.numerator, row.denominator, row.unknown_households];
    found.set(row.org_unit_id, figures);
  }
  return found;
}

export async function storedActivity(world: World): Promise<Map<number, Activity>> {
  const { rows } = await world.client.query(
    `select village_id, households, households_visited as reached, visits_30_days as month, weekly_visits as weeks,
       last_visit_at as at from village_activity where commune_id = $1`,
    [world.communeId],
  );
  return new Map(
    rows.map(({ village_id, at, ...activity }) => [
      village_id,
      { ...activity, lastVisitAt: at && new Date(at).getTime() },
    ]),
  );
}
