import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Client } from '../../../../tests/kit/client.js';
import { testDatabase } from '../../../../tests/kit/database.js';
import { createWorld, type World } from '../../../../tests/kit/world.js';

let world: World;
let office: Client;
let leader: Client;
let app: pg.Client;

beforeAll(async () => {
  world = await createWorld({ env: { FACES: 'http' } });
  office = await world.as('vanhoa');
  leader = await world.as('lanhdao');
  app = new pg.Client({ connectionString: (await testDatabase()).appUrl });
  await app.connect();
  for (let homes = 0; homes < 4; homes += 1) await world.home();
}, 60_000);
afterAll(async () => {
  await app.end();
  await world.close();
});
beforeEach(async () => {
  await world.owner.query('delete from access_log');
  await app.query('select enter_job($1)', [world.communeId]);
});

interface Row {
  person_id: string | null;
  session_id: string | null;
  api_key_id: string | null;
  request_id: string;
  kind: string;
  list: string;
  filter: unknown;
  rows: number;
}

/** What is on record, oldest first. */
async function log(): Promise<Row[]> {
  const { rows } = await world.owner.query<Row>('select * from access_log order by id');
  return rows;
}

/** 'Household 4', … */
const lists = async () => (await log()).map(({ list, rows }) => `${list} ${rows}`);

describe('nothing is put on record', () => {
  test('of a list that was refused', async () => {
    const team = await world.as('chidao');
    expect(await team.refused('{ households { nodes { id } } }')).toBe('NOT_ALLOWED');
    expect(await office.refused('{ households(limit: 101) { nodes { id } } }')).toBe('PAGE_TOO_LARGE');
    expect(await log()).toEqual([]);
  });

  test('of sums, of one record, of what hangs from it, and of lists without people', async () => {
    const { households } = await office.ask<{ households: { nodes: { id: string }[] } }>(
      '{ households(limit: 1) { nodes { id } } }',
    );
    await world.owner.query('delete from access_log');
    await office.ask(
      `query ($id: ID!) { householdsAggregate { count } household(id: $id) { headName visits { id } } orgUnits { nodes { name team { members { person { fullName } } } } } }`,
      { id: households.nodes[0]!.id },
    );
    expect(await log()).toEqual([]);
  });
});

describe('a list of people or homes', () => {
  test('is put on record: who read which, what was asked, and how much was given', async () => {
    const filter = { search: 'Nguyễn', villageId: { eq: String(world.units['DONG']) } };
    await office.ask(
      'query ($filter: HouseholdFilter) { households(filter: $filter, limit: 3) { totalCount nodes { headName phone } } }',
      { filter },
    );
    expect(await log()).toEqual([
      expect.objectContaining({
        kind: 'LIST',
        person_id: world.people.vanhoa,
        list: 'Household',
        rows: 3,
        filter,
        api_key_id: null,
      }),
    ]);
    const { rows } = await world.owner.query<{ login: string }>(
      'select a.login from session s join account a on a.id = s.account_id where s.id = $1',
      [(await log())[0]!.session_id],
    );
    expect(rows).toEqual([{ login: 'vanhoa' }]);
  });

  test('is so whichever list it is, and however its page is asked for', async () => {
    await office.ask(
      '{ people(first: 2) { nodes { id } } memberships { nodes { id } } visits { nodes { id } } guidanceSessions { nodes { id } } }',
    );
    await office.ask('{ households(first: 2) { nodes { id visits { id } village { name } } } }');
    await (
      await world.as('quantri')
    ).ask('{ accounts(limit: 1) { nodes { id } } positions(limit: 1) { nodes { id } } }');
    expect((await lists()).toSorted()).toEqual([
      'Account 1',
      'GuidanceSession 0',
      'Household 2',
      'Membership 2',
      'Person 2',
      'Position 1',
      'Visit 0',
    ]);
  });

  test('is so each time in one request, under the same number', async () => {
    await office.ask(
      '{ a: households(limit: 1) { nodes { id } } b: households(filter: { search: "số" }, limit: 2) { nodes { id } } }',
    );
    const [first, second] = await log();
    expect([first!.rows, second!.rows]).toEqual([1, 2]);
    expect(second!.request_id).toBe(first!.request_id);
    expect([first!.filter, second!.filter]).toEqual([null, { search: 'số' }]);
  });

  test('is so of a script, with its key', async () => {
    const { rows } = await world.owner.query<{ id: string }>(
      `insert into api_key (commune_id, account_id, name, hint, key_hash, scopes, expires_at)
       select $1, id, 'Tổng hợp', 'tn_cd', $2, '{household:read}', now() + interval '1 day' from account where login = 'vanhoa' returning id`,
      [world.communeId, createHash('sha256').update('tn_a-key').digest()],
    );
    const answer = await fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer tn_a-key' },
      body: JSON.stringify({ query: '{ households(limit: 4) { nodes { id } } }' }),
    });
    const { data } = (await answer.json()) as { data: { households: { nodes: object[] } } };
    expect(data.households.nodes).toHaveLength(4);
    expect(await log()).toEqual([
      expect.objectContaining({
        person_id: world.people.vanhoa,
        session_id: null,
        api_key_id: rows[0]!.id,
        rows: 4,
      }),
    ]);
    const { readings } = await leader.ask<{ readings: { nodes: object[] } }>(
      '{ readings { nodes { apiKeyId device reader { fullName } } } }',
    );
    expect(readings.nodes).toEqual([
      { apiKeyId: rows[0]!.id, device: 'Tổng hợp (tn_cd…)', reader: { fullName: 'Phạm Văn Hoá' } },
    ]);
  });

  test('is so with the beginning of a filter that is too long to keep', async () => {
    const ids = Array.from({ length: 200 }, () => '01990000-0000-7000-8000-000000000000');
    await office.ask('query ($ids: [ID!]) { households(filter: { id: { in: $ids } }) { nodes { id } } }', {
      ids,
    });
    const [reading] = await log();
    const { cut } = reading!.filter as { cut: string };
    expect(cut).toMatch(/^\{"id":\{"in":\["01990000/);
    expect(cut).toHaveLength(4_000);
  });

  test('is not given when it cannot be put on record', async () => {
    await world.owner.query('revoke insert on access_log from tungnha_app');
    const { data, errors } = await office.send<{ households: unknown } | null>(
      '{ households { nodes { headName } } }',
    );
    await world.owner.query('grant insert on access_log to tungnha_app');
    expect(data?.households ?? null).toBeNull();
    expect(errors).toHaveLength(1);
  });
});

describe('the readings', () => {
  const readings = `query ($filter: ReadingFilter, $first: Int, $after: String) { readings(filter: $filter, first: $first, after: $after) {
    nodes { kind list rows reason at reader { fullName } filter device address } pageInfo { hasNextPage endCursor } } }`;
  interface Reading {
    kind: string;
    list: string;
    rows: number;
    reason: string | null;
    filter: unknown;
    at: string;
    reader: { fullName: string } | null;
    device: string | null;
    address: string | null;
  }
  interface Page {
    readings: { nodes: Reading[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
  }

  beforeEach(async () => {
    await office.ask('{ households(limit: 1) { nodes { id } } }');
    await leader.ask('{ households(limit: 2) { nodes { id } } }');
    await leader.ask('{ people(limit: 3) { nodes { id } } }');
    await world.owner.query(
      `insert into access_log (commune_id, kind, person_id, request_id, list, rows, reason, at) values ($1, 'EXPORT', $2, 'r', 'Household', 4, 'In cho thôn', '2025-12-05T10:00:00+07:00')`,
      [world.communeId, world.people.lanhdao],
    );
  });
  const found = async (filter: object) =>
    (await leader.ask<Page>(readings, { filter })).readings.nodes.map(
      ({ kind, list, rows }) => `${kind} ${list} ${rows}`,
    );

  test('show who read what from where, newest first', async () => {
    const { readings: page } = await leader.ask<Page>(readings);
    expect(page.nodes.map(({ rows }) => rows)).toEqual([4, 3, 2, 1]);
    expect(page.nodes[0]).toMatchObject({
      kind: 'EXPORT',
      reason: 'In cho thôn',
      reader: { fullName: 'Vũ Thị Lãnh' },
      device: null,
    });
    expect(page.nodes[3]).toMatchObject({
      reader: { fullName: 'Phạm Văn Hoá' },
      device: 'node',
      address: '127.0.0.1',
    });
  });

  test('keep what homes were searched by from those who see no homes', async () => {
    await office.ask(
      '{ households(filter: { search: "Nguyễn" }) { nodes { id } } people(filter: { search: "Lê" }) { nodes { id } } }',
    );
    const filters = async (client: Client) => {
      const { readings: page } = await client.ask<Page>(readings, {
        filter: { readerId: world.people.vanhoa },
      });
      const latest = page.nodes.slice(0, 2).map(({ list, filter }) => [list, filter] as const);
      return Object.fromEntries(latest);
    };
    const asked = { Person: { search: 'Lê' }, Household: { search: 'Nguyễn' } };
    expect(await filters(leader)).toEqual(asked);
    expect(await filters(await world.as('quantri'))).toEqual({ ...asked, Household: null });
  });

  test('are filtered by reader, kind, list and time, and paged', async () => {
    expect(await found({ readerId: world.people.vanhoa })).toEqual(['LIST Household 1']);
    expect(await found({ kind: 'EXPORT' })).toEqual(['EXPORT Household 4']);
    expect(await found({ list: 'Person' })).toEqual(['LIST Person 3']);
    expect(await found({ from: '2025-12-05T10:00:00+07:00' })).toEqual(['EXPORT Household 4']);
    expect(await found({ to: '2025-12-05T09:59:00+07:00', list: 'Household' })).toEqual([
      'LIST Household 2',
      'LIST Household 1',
    ]);
    const first = await leader.ask<Page>(readings, { first: 3 });
    expect(first.readings.pageInfo.hasNextPage).toBe(true);
    const rest = await leader.ask<Page>(readings, { first: 3, after: first.readings.pageInfo.endCursor });
    expect(rest.readings.nodes.map(({ rows }) => rows)).toEqual([1]);
    expect(rest.readings.pageInfo.hasNextPage).toBe(false);
  });
});

describe('the log of readings', () => {
  const count = async (text: string) => (await world.owner.query<{ count: number }>(text)).rows[0]!.count;

  test('is only ever added to by the application, and out of its reach by month', async () => {
    for (const statement of [
      'update access_log set rows = 0',
      'delete from access_log',
      'truncate access_log',
      'select from log.access_log_default',
    ])
      await expect(app.query(statement)).rejects.toThrow('permission denied');
  });

  test('takes no file without a reason', async () => {
    const insert = (reason: string | null) =>
      app.query(
        `insert into access_log (commune_id, kind, request_id, list, rows, reason, at) values ($1, 'EXPORT', 'r', 'Household', 1, $2, now())`,
        [world.communeId, reason],
      );
    await expect(insert(null)).rejects.toThrow('access_log_check');
    await expect(insert('')).rejects.toThrow('access_log_check');
    await insert('In danh sách');
  });

  test('is read behind the wall of the history alone, and in one’s own commune', async () => {
    await office.ask('{ people { nodes { id } } }');
    const seen = async (communeId: number, walls: number) => {
      await app.query('select set_scope($1, true, null, true, null, $2, null, null)', [communeId, walls]);
      return (await app.query('select from access_log')).rowCount;
    };
    expect(await seen(world.communeId, 27)).toBe(0);
    expect(await seen(world.communeId + 1, 31)).toBe(0);
    expect(await seen(world.communeId, 4)).toBe(1);
    await expect(
      app.query(
        `insert into access_log (commune_id, kind, request_id, list, rows, at) values ($1, 'LIST', 'r', 'Person', 1, now())`,
        [world.communeId + 1],
      ),
    ).rejects.toThrow('row-level security');
  });

  test('has a place for every month, and moves there what came before the place was made', async () => {
    const partitions = `select count(*)::int as count from pg_inherits where inhparent = 'access_log'::regclass`;
    expect(await count(partitions)).toBe(5);
    const old = `insert into access_log (id, commune_id, kind, request_id, list, rows, at) select uuidv7(make_interval(months => -2)), id, 'LIST', 'r', 'Person', 1, now() from commune`;
    await world.owner.query(old);
    expect(await count('select count(*)::int as count from log.access_log_default')).toBe(1);
    expect(await count('select keep_log_partitions() as count')).toBe(1);
    expect(await count('select count(*)::int as count from log.access_log_default')).toBe(0);
    expect(await count('select count(*)::int as count from access_log')).toBe(1);
    // A month that is over and has become empty goes; the months to come stay.
    await world.owner.query('delete from access_log');
    expect(await count('select keep_log_partitions() as count')).toBe(0);
    expect(await count(partitions)).toBe(5);
  });

  test('forgets what is older than retention keeps it, for background work alone', async () => {
    await office.ask('{ people { nodes { id } } }');
    await world.owner.query(
      `insert into access_log (commune_id, kind, request_id, list, rows, at) select id, 'LIST', 'r', 'Person', 1, '2023-01-01' from commune`,
    );
    const forget = async () =>
      (await app.query<{ taken: number }>(`select forget_readings('2024-01-01') as taken`)).rows[0]!.taken;
    await app.query('select set_scope($1, true, null, true, null, 31, $2, null)', [
      world.communeId,
      world.people.quantri,
    ]);
    expect(await forget()).toBe(0);
    await app.query('select enter_job($1)', [world.communeId + 1]);
    expect(await forget()).toBe(0);
    await app.query('select enter_job($1)', [world.communeId]);
    expect(await forget()).toBe(1);
    expect(await lists()).toEqual(['Person 10']);
  });
});
