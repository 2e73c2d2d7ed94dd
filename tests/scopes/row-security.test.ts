import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { testDatabase } from '../kit/database.js';
import { fillTheRest, rowsSeen, tablesOfCommunes } from '../kit/every-row.js';
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
  await fillTheRest(owner, ours);
  const { rows } = await owner.query<{ id: number }>(
    `insert into commune (code, name, province_code, province_name) values ('99999', 'Xa Xôi', '31', 'Hải Phòng') returning id`,
  );
  theirCommuneId = rows[0]!.id;
  tables = await tablesOfCommunes(owner);
});
beforeEach(() => app.query('select enter_job(null)'));
afterAll(() => Promise.all([owner.end(), app.end()]));

const seen = () => rowsSeen(app, [...tables, 'commune']);
const nothing = () => Object.fromEntries([...tables, 'commune'].map((table) => [table, 0]));

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
    const unseen = Object.entries(await seen()).filter(([, count]) => count === 0);
    // What proves who somebody is concerns nobody but its owner, and no job.
    expect(unseen.map(([table]) => table)).toEqual(['recovery_code', 'second_factor']);
  });

  test('an unknown or expired token empties the scope of the caller before', async () => {
    for (const token of [randomBytes(32), Buffer.from([1])]) {
      await app.query('select enter_job($1)', [ours.communeId]);
      const { rows } = await app.query(
        `select * from enter_session($1, '{"VILLAGE_HEAD": {"rows": "commune", "walls": 31}}', '2025-12-01', '127.0.0.1')`,
        [token],
      );
      expect(rows).toEqual([]);
      expect(await seen()).toEqual(nothing());
    }
  });

  test('an unknown, expired or revoked key empties the scope of the caller before', async () => {
    for (const key of [randomBytes(32), Buffer.from([1])]) {
      await app.query('select enter_job($1)', [ours.communeId]);
      const { rows } = await app.query(
        `select * from enter_key($1, '{"VILLAGE_HEAD": {"rows": "commune", "walls": 31}}', '2025-12-01', '127.0.0.1', '{}')`,
        [key],
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
    'event_link',
    'event_seal',
    'access_log',
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
