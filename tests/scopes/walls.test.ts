import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import pg from 'pg';
import { testDatabase } from '../kit/database.js';
import { fillTheRest, rowsSeen, tablesOfCommunes } from '../kit/every-row.js';
import { addNeighbour, type Neighbour } from '../kit/neighbour.js';

// Who sees rows about people, accounts, the history, privacy and incidents, as PostgreSQL judges it: no server runs.
// The commune has a row of everything, about one person; somebody else signs in and looks.
let owner: pg.Client;
let app: pg.Client;
let ours: Neighbour;
let tables: string[];
let everything: Record<string, number | 'denied'>;

const hash = (token: string) => createHash('sha256').update(token).digest();

beforeAll(async () => {
  const { appUrl, ownerUrl } = await testDatabase();
  owner = new pg.Client({ connectionString: ownerUrl });
  app = new pg.Client({ connectionString: appUrl });
  await Promise.all([owner.connect(), app.connect()]);
  ours = await addNeighbour(owner);
  await fillTheRest(owner, ours);
  await owner.query(
    `with who as (insert into person (commune_id, full_name, created_at) values ($1, 'Người Xem', now()) returning id),
       way as (insert into account (commune_id, person_id, login, password_hash, created_at) select $1, id, 'xem', 'của tôi', now() from who returning id, person_id),
       job as (insert into position (commune_id, person_id, org_unit_id, role, valid_from) select $1, person_id, $2, 'MASS_ORG', '2025-07-01' from way)
     insert into session (commune_id, account_id, token_hash, expires_at, address) select $1, id, $3, now() + interval '1 day', '127.0.0.1' from way`,
    [ours.communeId, ours.villageId, hash('xem')],
  );
  tables = await tablesOfCommunes(owner);
  everything = await rowsSeen(owner, tables);
});
beforeEach(() => app.query('select enter_job(null)'));
afterAll(() => Promise.all([owner.end(), app.end()]));

/** Signs the looker in with these walls open, and with homes or without. */
async function look(walls: number, rows?: 'commune'): Promise<void> {
  const reach = JSON.stringify({ MASS_ORG: { walls, ...(rows ? { rows } : {}) } });
  const { rows: found } = await app.query(`select * from enter_session($1, $2, '2025-12-01', '127.0.0.1')`, [
    hash('xem'),
    reach,
  ]);
  expect(found).toMatchObject([{ login: 'xem', state: 'FULL' }]);
}

const behind: Record<string, { bit: number; tables: string[] }> = {
  people: { bit: 1, tables: ['person', 'person_skill'] },
  accounts: {
    bit: 2,
    tables: ['account', 'api_key', 'delegation', 'invitation', 'session', 'session_place'],
  },
  history: {
    bit: 4,
    tables: ['access_log', 'event', 'event_detail', 'event_link', 'event_seal', 'event_waiting'],
  },
  privacy: { bit: 8, tables: ['consent', 'data_request', 'retention_run'] },
  incidents: { bit: 16, tables: ['incident'] },
};
const walled = Object.values(behind).flatMap((wall) => wall.tables);
/** What is somebody's own is seen through any wall. */
const own: Record<string, number> = { person: 1, account: 1, session: 1, session_place: 1 };
const ownOf = (names: string[]) => Object.fromEntries(names.map((name) => [name, own[name] ?? 0]));

describe('a wall', () => {
  test('stands before all of these for whoever has no right to look behind it, but not before what is one’s own', async () => {
    await look(0);
    expect(await rowsSeen(app, walled)).toEqual(ownOf(walled));
  });

  test.each(Object.entries(behind))(
    'that is open shows what is behind it, and nothing behind the others: %s',
    async (_, wall) => {
      await look(wall.bit);
      const others = walled.filter((name) => !wall.tables.includes(name));
      expect(await rowsSeen(app, others)).toEqual(ownOf(others));
      const shown = await rowsSeen(app, wall.tables);
      for (const name of wall.tables) expect([name, shown[name]]).toEqual([name, everything[name]]);
    },
  );

  test('open to the history still hides what homes were before and after, except from those who see every home', async () => {
    await owner.query('update event_detail set about_rows = true');
    await look(4);
    expect(await rowsSeen(app, ['event', 'event_detail'])).toEqual({
      event: everything['event'],
      event_detail: 0,
    });
    await look(4, 'commune');
    expect((await rowsSeen(app, ['event_detail']))['event_detail']).toBeGreaterThan(0);
    await owner.query('update event_detail set about_rows = false');
  });

  test('is open to a key only as far as its scopes say', async () => {
    await owner.query(
      `insert into api_key (commune_id, account_id, name, hint, key_hash, scopes, expires_at)
       select commune_id, id, 'Khoá', 'tn_y', $1, '{account:read}', now() + interval '1 day' from account where login = 'xem'`,
      [hash('key')],
    );
    const needed = JSON.stringify({
      rows: 'household:read',
      phones: 'person:phone',
      walls: { 'person:read': 1, 'account:read': 2, 'audit:read': 4 },
    });
    const reach = JSON.stringify({ MASS_ORG: { walls: 31, rows: 'commune' } });
    await app.query(`select * from enter_key($1, $2, '2025-12-01', '127.0.0.1', $3)`, [
      hash('key'),
      reach,
      needed,
    ]);
    expect(await rowsSeen(app, ['person', 'event', 'incident', 'household', 'consent'])).toEqual({
      person: 1,
      event: 0,
      incident: 0,
      household: 0,
      consent: 0,
    });
    expect((await rowsSeen(app, ['account']))['account']).toBe(everything['account']);
    await owner.query(`delete from api_key where hint = 'tn_y'`);
  });
});

describe('what proves who somebody is', () => {
  const proofs = ['second_factor', 'recovery_code'];

  test('is seen by its owner alone: by no role, no job and nobody who has not come in', async () => {
    for (const enter of [
      () => look(31, 'commune'),
      () => app.query('select enter_job($1)', [ours.communeId]),
      () => app.query('select enter_job(null)'),
    ]) {
      await enter();
      expect(await rowsSeen(app, proofs)).toEqual({ second_factor: 0, recovery_code: 0 });
      expect((await app.query('update recovery_code set used_at = null')).rowCount).toBe(0);
      expect((await app.query('delete from second_factor')).rowCount).toBe(0);
    }
  });

  test('is put on no account but one’s own', async () => {
    await look(31, 'commune');
    const theirs = `select commune_id, id, $1 from account where login = 'lang'`;
    await expect(
      app.query(`insert into recovery_code (commune_id, account_id, code_hash) ${theirs}`, [
        Buffer.from([2]),
      ]),
    ).rejects.toThrow('row-level security');
    await expect(
      app.query(`insert into second_factor (commune_id, account_id, secret) ${theirs}`, ['x']),
    ).rejects.toThrow('row-level security');
    await app.query('select set_own_password($1)', ['mới']);
    const { rows } = await owner.query(`select login, password_hash from account order by login`);
    expect(rows).toEqual([
      { login: 'lang', password_hash: 'băm' },
      { login: 'xem', password_hash: 'mới' },
    ]);
    expect((await app.query('select own_password() as own')).rows).toEqual([{ own: 'mới' }]);
  });

  test('is taken off an account by those who manage accounts, and by nobody else', async () => {
    const { rows } = await owner.query<{ id: string }>(`select id from account where login = 'lang'`);
    await look(1 + 4 + 8 + 16, 'commune');
    await app.query('select remove_factor($1)', [rows[0]!.id]);
    expect((await owner.query('select from second_factor')).rowCount).toBe(1);
  });
});

describe('the application’s role', () => {
  test.each([
    'select password_hash from account',
    'select token_hash from session',
    'select previous_hash from session',
    'select token_hash from invitation',
    'select key_hash from api_key',
    'select code_hash from setup_code',
    'select * from account',
    'select * from session',
  ])('reads no secret, whatever its code says: %s', async (query) => {
    await app.query('select enter_job($1)', [ours.communeId]);
    await expect(app.query(query)).rejects.toThrow('permission denied');
  });

  test.each([
    `insert into session (commune_id, account_id, token_hash, expires_at) select commune_id, id, '\\x07', now() from account`,
    `update session set expires_at = now() + interval '1 year'`,
    `update session set token_hash = '\\x07'`,
    `update session set confirmed_at = now(), factor_at = now()`,
    `update account set password_hash = 'x'`,
    `update api_key set scopes = '{audit:read}'`,
    `update api_key set expires_at = now() + interval '1 year'`,
    `update invitation set used_at = null`,
    `insert into setup_code (code_hash, expires_at) values ('\\x07', now())`,
    `delete from session`,
    `delete from account`,
    `update position set role = 'ADMIN'`,
    `update delegation set role = 'ADMIN'`,
  ])('opens no door by itself: %s', async (statement) => {
    await look(31, 'commune');
    await expect(app.query(statement)).rejects.toThrow('permission denied');
  });

  test('ends no session and revokes no key of anybody else, unless it acts for who manages accounts', async () => {
    await look(1 + 4 + 8 + 16, 'commune');
    expect(
      (
        await app.query(
          `update session set ended_at = now(), end_reason = 'ENDED_BY_ADMIN' where account_id <> current_account()`,
        )
      ).rowCount,
    ).toBe(0);
    expect((await app.query('update api_key set revoked_at = now()')).rowCount).toBe(0);
    await look(2);
    await app.query('begin');
    expect(
      (
        await app.query(
          `update session set ended_at = now(), end_reason = 'ENDED_BY_ADMIN' where account_id <> current_account()`,
        )
      ).rowCount,
    ).toBe(1);
    expect((await app.query('update api_key set revoked_at = now()')).rowCount).toBe(1);
    await app.query('rollback');
  });
});
