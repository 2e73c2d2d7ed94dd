import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import type { Client } from '../../../tests/kit/client.js';
import { createWorld, type World } from '../../../tests/kit/world.js';

let world: World;
let office: Client;
let villages: number[];
let persons: string[];

const many = 50;

beforeAll(async () => {
  world = await createWorld({ env: { FACES: 'http' } });
  office = await world.as('vanhoa');
  const { owner, communeId } = world;
  const ids = async <T>(text: string, values: unknown[]) =>
    (await owner.query<{ id: T }>(text, values)).rows.map(({ id }) => id);
  villages = await ids<number>(
    `insert into org_unit (commune_id, kind, code, name, valid_from) select $1, 'VILLAGE', 'V' || n, 'Thôn ' || n, '2025-07-01' from generate_series(1, $2) n returning id`,
    [communeId, many],
  );
  persons = await ids<string>(
    `insert into person (commune_id, full_name, created_at) select $1, 'Người ' || n, now() from generate_series(1, $2) n returning id`,
    [communeId, many],
  );
});
afterAll(() => world.close());

/** Fifty rows of each list, each in a village of its own and with people of its own, or one. */
async function fill(rows: number) {
  const { owner, communeId } = world;
  await owner.query(
    'truncate team, team_membership, household, household_village, household_state, visit, visit_performer, lag_flag cascade',
  );
  const { rows: plans } = await owner.query<{ id: string }>('select id from plan where is_active');
  const values = [communeId, villages.slice(0, rows), persons.slice(0, rows)];
  const of = 'from unnest($2::int[], $3::uuid[]) as u (village, person)';
  const typed = 'where $1::int is not null and u.person is not null';
  await owner.query(
    `insert into team (commune_id, village_id, name, founded_on) select $1, village, 'Tổ', '2025-08-01' ${of} ${typed}`,
    values,
  );
  await owner.query(
    `insert into team_membership (commune_id, team_id, village_id, person_id, role, valid_from)
     select $1, t.id, village, person, 'LEADER', '2025-08-01' ${of} join team t on t.village_id = village`,
    values,
  );
  await owner.query(
    `insert into household (commune_id, village_id, code, head_name, created_at) select $1, village, 'H' || village, 'Chủ hộ', now() ${of} ${typed}`,
    values,
  );
  await owner.query(
    `insert into household_state (household_id, commune_id, village_id) select id, commune_id, village_id from household`,
  );
  await owner.query(
    `insert into visit (id, commune_id, household_id, village_id, visited_at, result, recorded_by_id, recorded_at, payload_hash)
     select uuidv7(), $1, h.id, village, '2025-11-01', 'MET', person, now(), '\\x00' ${of} join household h on h.village_id = village`,
    values,
  );
  await owner.query(`insert into visit_performer select commune_id, id, recorded_by_id from visit`);
  await owner.query(
    `insert into lag_flag (commune_id, plan_id, village_id, reason, severity, status, evidence, watched_on, opened_at)
     select $1, $4, village, 'NO_ACTIVITY', 'RED', 'OPEN', '{"onDay":"2025-11-09","lastVisitOn":null,"silentSince":"2025-10-01","days":39}', '2025-11-08', now() ${of} ${typed}`,
    [...values, plans[0]!.id],
  );
}

/** Statements that reach PostgreSQL while the call runs, from whatever library. */
async function statementsOf(query: string): Promise<{ rows: number; statements: number }> {
  const spy = jest.spyOn(pg.Client.prototype, 'query');
  try {
    const answer = await office.ask<Record<string, { nodes: object[] }>>(query);
    const texts = spy.mock.calls.map(([statement]) => JSON.stringify(statement));
    // A server may beat its clock meanwhile.
    const statements = texts.filter(
      (text) => !text.includes('business_clock') && !text.includes('"select enter_job'),
    ).length;
    return { rows: Object.values(answer)[0]!.nodes.length, statements };
  } finally {
    spy.mockRestore();
  }
}

const village = 'village { name parent { name } }';
const lists: Record<string, string> = {
  households: `{ households(limit: 100) { totalCount nodes { code phone ${village} state { lastVisitOn } visits(limit: 3) { result performers { fullName } } } } }`,
  visits: `{ visits(limit: 100) { totalCount nodes { result ${village} household { code state { metOn } } performers { fullName skills } recordedBy { fullName hasAccount } corrects { id } correctedBy { id } } } }`,
  teams: `{ teams(limit: 100) { totalCount nodes { name ${village} memberCount warnings leader { person { fullName phone } } members { role person { fullName skills } } } } }`,
  memberships: `{ memberships(limit: 100) { totalCount nodes { role person { fullName skills hasAccount } team { name ${village} } nominatedBy { name } } } }`,
  lagFlags: `{ lagFlags(limit: 100) { totalCount nodes { reason sentenceVi sentenceEn ${village} } } }`,
};

describe('a list', () => {
  test.each(Object.keys(lists))('of %s issues as many statements for fifty rows as for one', async (name) => {
    await fill(1);
    await statementsOf(lists[name]!);
    const one = await statementsOf(lists[name]!);
    await fill(many);
    const fifty = await statementsOf(lists[name]!);
    expect([one.rows, fifty.rows]).toEqual([1, many]);
    expect(fifty.statements).toBe(one.statements);
    expect(one.statements).toBeGreaterThan(2);
  });

  test('counts its rows only when asked', async () => {
    const without = await statementsOf('{ households { nodes { id } } }');
    const counted = await statementsOf('{ households { totalCount nodes { id } } }');
    expect(counted.statements).toBe(without.statements + 1);
  });
});
