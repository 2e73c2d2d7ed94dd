import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { calls } from './calls.js';
import { callerOf, type Caller } from './caller.js';
import { outcomesOf } from './deeds.js';
import type { Row } from './model.js';
import { schema } from './oracle.js';
import { placeOf, type Place } from './places.js';
import { openStage, type Stage } from './stage.js';
import { freshRows, type Fresh } from './stock.js';

// Everything of a call is one's own but one id, which is of another commune: as if there were no such thing, told in
// the same words, and nothing comes of it.
let stage: Stage;
let own: Place;
let foreign: Place;
beforeAll(async () => {
  stage = await openStage();
  own = placeOf(stage.world, 'DONG');
  foreign = placeOf(stage.world, 'x2.LANG');
});
afterAll(() => stage.close());

const mutations = Object.keys(schema.getMutationType()!.getFields());
const candidates = ['vanhoa', 'chuyenvien', 'quantri', 'trungtam', 'totruong.dong'];

/** Somebody who may do this at home. */
function doer(operation: string): Caller | undefined {
  return candidates
    .map((login) => callerOf(stage.world, login))
    .find((caller) => outcomesOf(stage.world, caller, operation, own)[0] === 'DONE');
}

type Path = (string | number)[];

function leavesOf(value: unknown, path: Path = []): { path: Path; value: unknown }[] {
  if (value === null || typeof value !== 'object') return [{ path, value }];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}

/** A copy with another value at one place. */
function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  const copy = structuredClone(value) as Row;
  copy[key] = replaced(copy[key], rest, by);
  return copy;
}

const variablesOf = async (operation: string, place: Place, fresh: Fresh): Promise<Row> =>
  (await calls[operation]![1]?.(place, fresh)) ?? {};

/** Whether this is a row of the other commune, by its id, in whichever table. */
async function isForeignId(value: unknown): Promise<boolean> {
  if (typeof value !== 'string') return false;
  const unit = stage.world.orgUnit.find(({ id }) => String(id) === value);
  if (unit) return unit.communeId === foreign.communeId;
  if (!/^[0-9a-f-]{36}$/.test(value)) return false;
  const { rows } = await stage.owner.query<{ is: boolean }>(
    [
      'household',
      'visit',
      'person',
      'team',
      'team_membership',
      'position',
      'account',
      'delegation',
      'api_key',
      'session',
    ]
      .concat(['consent', 'data_request', 'incident', 'lag_flag', 'plan'])
      .map((table) => `select exists (select from ${table} where id = $1 and commune_id = $2) as is`)
      .join(' union all '),
    [value, foreign.communeId],
  );
  return rows.some(({ is }) => is);
}

/** All that is kept of the other commune, as a number for each table that calls write into. */
async function keptOfForeign(): Promise<unknown> {
  const tables = [
    'event',
    'household',
    'visit',
    'person',
    'team_membership',
    'position',
    'account',
    'consent',
    'delegation',
  ];
  const { rows } = await stage.owner.query<Row>(
    `select ${tables.map((name) => `(select count(*) from ${name} where commune_id = $1) as ${name}`).join(', ')}`,
    [foreign.communeId],
  );
  return rows[0];
}

const nothingThere = (value: unknown) => (/^\d+$/.test(String(value)) ? '999999' : randomUUID());

let tried = 0;

test.each(mutations)('%s', async (operation) => {
  const caller = doer(operation);
  const fresh = freshRows(stage.owner);
  if (!caller || !calls[operation]![1]) return;
  const [document] = calls[operation]!;
  const theirs = leavesOf(await variablesOf(operation, foreign, fresh));
  for (const { path, value } of theirs) {
    if (!(await isForeignId(value))) continue;
    tried += 1;
    const ask = async (id: unknown) => {
      const mine = await variablesOf(operation, own, fresh);
      const { key, data } = await stage.ask(caller, document, replaced(mine, path, id) as Row, {
        anew: true,
      });
      const batch = data?.[operation] as {
        created?: number;
        rows?: { problems: { key: string }[] }[];
      } | null;
      return key ?? batch?.rows?.[0]?.problems[0]?.key ?? 'DONE';
    };
    const before = await keptOfForeign();
    const answer = await ask(value);
    expect([path.join('.'), answer]).toEqual([path.join('.'), await ask(nothingThere(value))]);
    expect(answer).not.toBe('DONE');
    expect(await keptOfForeign()).toEqual(before);
  }
});

test('there was something to try', () => {
  expect(tried).toBeGreaterThan(30);
});
