import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomBytes, randomUUIDv7 } from 'node:crypto';
import pg from 'pg';
import { testDatabase } from '../kit/database.js';
import { addNeighbour, type Neighbour } from '../kit/neighbour.js';

// The second wall on its own: no server runs, the role of the application talks to PostgreSQL.
let owner: pg.Client;
let app: pg.Client;
let ours: Neighbour;
let theirCommuneId: number;
let tables: string[];

beforeAll(async () => {
  const { appUrl, ownerUrl } = await testDatabase();
  owner = new pg.Client({ connectionString: ownerUrl });
  app = new pg.Client({ connectionString: appUrl });
  await Promise.all([owner.connect(), app.connect()]);
  ours = await addNeighbour(owner);
  await fillTheRest(ours);
  const { rows } = await owner.query<{ id: number }>(
    `insert into commune (code, name, province_code, province_name) values ('99999', 'Xa Xôi', '31', 'Hải Phòng') returning id`,
  );
  theirCommuneId = rows[0]!.id;
  tables = await tablesOfCommunes();
});
beforeEach(() => app.query('select enter_job(null)'));
afterAll(() => Promise.all([owner.end(), app.end()]));

/** A row in every table that addNeighbour() leaves empty. */
async function fillTheRest({
  communeId: c,
  villageId: v,
  homeId: h,
  personId: p,
  planId,
  visitId,
}: Neighbour) {
  const session = randomUUIDv7();
  const statements: [string, unknown[]][] = [
    [
      `insert into org_unit (commune_id, kind, code, name, valid_from) values ($1, 'VILLAGE', 'X', 'Thôn X', '2025-07-01')`,
      [c],
    ],
    [`insert into village_succession select $1, id, $2, '2025-09-01' from org_unit where code = 'X'`, [c, v]],
    [`insert into person_skill values ($1, $2, 'ECOMMERCE')`, [c, p]],
    [
      `insert into account (commune_id, person_id, login, password_hash, created_at) values ($1, $2, 'lang', '', now())`,
      [c, p],
    ],
    [
      `insert into session (commune_id, account_id, token_hash, expires_at) select $1, id, '\\x01', now() from account where commune_id = $1`,
      [c],
    ],
    [
      `insert into position (commune_id, person_id, org_unit_id, role, valid_from) values ($1, $2, $3, 'VILLAGE_HEAD', '2025-07-01')`,
      [c, p, v],
    ],
    [
      `with e as (insert into event (commune_id, type, subject_type, subject_id, request_id, occurred_at, data)
         values ($1, 'T', 't', '1', 'r', now(), '{}') returning id) insert into event_detail select id, $1, '\\x00', '{}' from e`,
      [c],
    ],
    [
      `insert into plan_task (commune_id, plan_id, clause_code, code, title) values ($1, $2, 'I', 'T', 'Việc')`,
      [c, planId],
    ],
    [`insert into plan_task_unit select $1, id, $2, true from plan_task where commune_id = $1`, [c, v]],
    [`insert into visit_performer values ($1, $2, $3)`, [c, visitId, p]],
    [
      `insert into guidance_session (id, commune_id, form, held_at, place, topics, people_count, recorded_by_id, recorded_at, payload_hash)
         values ($2, $1, 'GROUP', now(), 'x', '{COURSES}', 1, $3, now(), '\\x00')`,
      [c, session, p],
    ],
    [`insert into guidance_session_household values ($1, $2, $3)`, [c, session, h]],
    [`insert into household_state (household_id, commune_id, village_id) values ($2, $1, $3)`, [c, h, v]],
    [
      `insert into indicator_value values ($1, $2, $3, 'HEALTH_BOOK', 1, 2, 0, 1, 'VISITS', now())`,
      [c, planId, v],
    ],
    [`insert into indicator_history values ($1, $2, $3, 'HEALTH_BOOK', '2025-11-01', 1, 2)`, [c, planId, v]],
    [`insert into village_activity values ($1, $2, 1, 1, 1, '{0,0,0,0,0,0,0,1}', now(), now())`, [c, v]],
  ];
  for (const [text, values] of statements) await owner.query(text, values);
}

/** Every table with rows of communes, whatever a later migration adds. */
async function tablesOfCommunes(): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select table_name as name from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public' and column_name = 'commune_id' and table_type = 'BASE TABLE' order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** How many rows the application sees in each table; "denied" where it may not look at all. */
async function seen(): Promise<Record<string, number | 'denied'>> {
  const counts: Record<string, number | 'denied'> = {};
  for (const table of [...tables, 'commune']) {
    const answer = await app
      .query<{ count: number }>(`select count(*)::int as count from ${table}`)
      .catch(denied);
    counts[table] = answer === 'denied' ? answer : answer.rows[0]!.count;
  }
  return counts;
}
function denied(error: { code: string }): 'denied' {
  if (error.code !== '42501') throw error as unknown as Error;
  return 'denied';
}
const nothing = () =>
  Object.fromEntries([...tables, 'commune'].map((table) => [table, table === 'session' ? 'denied' : 0]));

describe('row-level security', () => {
  test('has something to hide: every table with commune_id has a row here', async () => {
    expect(tables.length).toBeGreaterThan(25);
    for (const table of tables) {
      const { rows } = await owner.query<{ count: number }>(`select count(*)::int as count from ${table}`);
      expect([table, rows[0]!.count > 0]).toEqual([table, true]);
    }
  });

  test('shows no row at all before anybody has entered', async () => {
    const { appUrl } = await testDatabase();
    const [kept, fresh] = [app, new pg.Client({ connectionString: appUrl })];
    await fresh.connect();
    app = fresh;
    expect(await seen()).toEqual(nothing());
    app = kept;
    await fresh.end();
  });

  test('shows no row of ours to a job of another commune', async () => {
    await app.query('select enter_job($1)', [theirCommuneId]);
    expect(await seen()).toEqual({ ...nothing(), commune: 1 });
  });

  test('shows a job its own commune', async () => {
    await app.query('select enter_job($1)', [ours.communeId]);
    const counts = Object.entries(await seen()).filter(([table]) => table !== 'session');
    expect(counts.filter(([, count]) => count === 0)).toEqual([]);
  });

  test('an unknown or expired token empties the scope of the caller before', async () => {
    for (const token of [randomBytes(32), Buffer.from([1])]) {
      await app.query('select enter_job($1)', [ours.communeId]);
      const { rows } = await app.query(
        `select * from enter_session($1, '{"VILLAGE_HEAD": {"rows": "commune"}}', '2025-12-01')`,
        [token],
      );
      expect(rows).toEqual([]);
      expect(await seen()).toEqual(nothing());
    }
  });

  test('writes no row into another commune, and moves none there', async () => {
    await app.query('select enter_job($1)', [ours.communeId]);
    const foreign = `insert into person (commune_id, full_name, created_at) values ($1, 'Kẻ lạ', now())`;
    await expect(app.query(foreign, [theirCommuneId])).rejects.toThrow('row-level security');
    await expect(app.query('update person set commune_id = $1', [theirCommuneId])).rejects.toThrow(
      'row-level security',
    );
  });

  test.each([
    'visit',
    'visit_performer',
    'guidance_session',
    'guidance_session_household',
    'event',
    'event_detail',
  ])('a row of %s is neither changed nor deleted by the application', async (table) => {
    await app.query('select enter_job($1)', [ours.communeId]);
    await expect(app.query(`update ${table} set commune_id = commune_id`)).rejects.toThrow(
      'permission denied',
    );
    await expect(app.query(`delete from ${table}`)).rejects.toThrow('permission denied');
    await expect(app.query(`truncate ${table} cascade`)).rejects.toThrow('permission denied');
  });

  test.each([
    'alter table visit disable row level security',
    'set role tungnha_owner',
    'create table public.mine (id integer)',
  ])('the application may not: %s', async (statement) => {
    await expect(app.query(statement)).rejects.toThrow(/must be owner|permission denied/);
  });
});
