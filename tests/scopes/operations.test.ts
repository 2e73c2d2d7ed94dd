import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { Kind, parse } from 'graphql';
import type { Answer, Client } from '../kit/client.js';
import { subscribe } from '../kit/stream.js';
import { createWorld, type World } from '../kit/world.js';
import { prepareCalls, type Call } from './calls.js';
import { expectations, roles } from './permissions.js';

let world: World;
let calls: Awaited<ReturnType<typeof prepareCalls>>;
let cast: Client[];

beforeAll(async () => {
  world = await createWorld({ env: { FACES: 'http' } });
  calls = await prepareCalls(world);
  cast = [
    world.anonymous(),
    await world.as('lanhdao'),
    await world.as('vanhoa'),
    await world.newcomer({ login: 'vanphong', role: 'COMMUNE_OFFICE', at: 'UBND' }),
    await world.as('trungtam'),
    await world.as('mattran'),
    await world.newcomer({ login: 'phunu', role: 'MASS_ORG', at: 'MTTQ' }),
    await world.newcomer({ login: 'hoidong', role: 'COUNCIL_MEMBER', at: 'UBND' }),
    await world.as('truongthon'),
    await world.as('totruong'),
    await world.as('thanhvien'),
    await world.as('chidao'),
    await world.as('sokhcn'),
    await world.as('quantri'),
  ];
});
afterAll(() => world.close());

function rootFields(): string[] {
  const schema = parse(readFileSync(new URL('../../server/src/schema.graphql', import.meta.url), 'utf8'));
  return schema.definitions.flatMap((type) =>
    type.kind === Kind.OBJECT_TYPE_DEFINITION &&
    ['Query', 'Mutation', 'Subscription'].includes(type.name.value)
      ? type.fields!.map((field) => field.name.value)
      : [],
  );
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  (Array.isArray(value) && (value.length === 0 || (value[0] as { count?: number }).count === 0)) ||
  (value as { nodes?: unknown[] }).nodes?.length === 0;

function markOf({ data, errors }: Answer<Record<string, unknown> | null>): string {
  const key = errors?.[0]?.extensions.key;
  if (key === 'NOT_SIGNED_IN' || key === 'NOT_ALLOWED') return '.';
  if (key === 'NOT_FOUND') return '0';
  if (key) return key;
  return isEmpty(Object.values(data!)[0]) ? '0' : '+';
}

/** A subscription is refused when its stream opens, and is left as soon as it has. */
async function markOfStream(client: Client, document: string): Promise<string> {
  const stream = await subscribe(world.url, client.cookie, document);
  stream.leave();
  return stream.status === 200 && stream.contentType.startsWith('text/event-stream') ? '+' : '.';
}

const markOfCall = async (client: Client, { document, variables }: Call) =>
  document.startsWith('subscription')
    ? markOfStream(client, document)
    : markOf(await client.send<Record<string, unknown> | null>(document, variables));

describe('who may call what', () => {
  test('the table judges every operation of the schema, for every role', () => {
    const judged = new Set(expectations.map(({ operation }) => operation));
    expect([...judged].toSorted()).toEqual(rootFields().toSorted());
    expect(calls.operations.toSorted()).toEqual(rootFields().toSorted());
    expect(expectations.every(({ marks }) => marks.length === roles.length)).toBe(true);
  });

  test.each(expectations)('$operation in $village', async ({ operation, village, marks }) => {
    const prepared: Call[] = [];
    for (const _ of cast) prepared.push(await calls.call(operation, village));
    const seen = await Promise.all(cast.map((client, index) => markOfCall(client, prepared[index]!)));
    const byRole = (all: string[]) => Object.fromEntries(roles.map((role, index) => [role, all[index]]));
    expect(byRole(seen)).toEqual(byRole(marks));
  });
});
