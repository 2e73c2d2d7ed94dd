import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import pg from 'pg';
import type { Client } from '../../../../tests/kit/client.js';
import { addNeighbour } from '../../../../tests/kit/neighbour.js';
import { createWorld, type World } from '../../../../tests/kit/world.js';
import { accountOf, inviteRows, newPerson, nowhere, statementsOf } from './accounts.fixture.js';

let world: World;
let admin: Client;
beforeAll(async () => {
  world = await createWorld({ env: { FACES: 'http' } });
  admin = await world.as('quantri');
});
afterAll(() => world.close());

const find = `query ($filter: AccountFilter, $orderBy: [AccountOrder!], $limit: Int) {
  accounts(filter: $filter, orderBy: $orderBy, limit: $limit) { totalCount nodes { login } } }`;
const whole = `id login state createdAt lastSignInAt disabledAt disabledReason hasSecondFactor roles orgUnitIds
  person { fullName } positions { role validFrom validTo orgUnit { code } }
  openInvitation { kind expiresAt createdBy { fullName } }`;

interface Found {
  accounts: { totalCount: number; nodes: { login: string }[] };
}
const logins = async (filter: object, orderBy?: object[]) =>
  (await admin.ask<Found>(find, { filter, orderBy })).accounts.nodes.map(({ login }) => login);

describe('the list of accounts', () => {
  test('is read by administrators alone, and so is every filter and order of it', async () => {
    for (const login of ['lanhdao', 'vanhoa', 'thanhvien', 'sokhcn'] as const) {
      const client = await world.as(login);
      expect(await client.refused('{ accounts { nodes { login } } }')).toBe('NOT_ALLOWED');
      expect(await client.refused(`query { account(id: "${nowhere}") { login } }`)).toBe('NOT_ALLOWED');
      expect(await client.refused('{ positions { nodes { role } } }')).toBe('NOT_ALLOWED');
    }
    expect(await world.anonymous().refused('{ accounts { totalCount } }')).toBe('NOT_SIGNED_IN');
  });

  test('is searched by name without diacritics, and by login', async () => {
    expect(await logins({ search: 'pham hoa' })).toEqual(['vanhoa']);
    expect(await logins({ search: 'PHẠM Văn' })).toEqual(['vanhoa']);
    expect(await logins({ search: 'truongth' })).toEqual(['truongthon']);
    expect(await logins({ search: '100%_' })).toEqual([]);
  });

  test('is filtered by state, by role and by organisation held today', async () => {
    await inviteRows(admin, [{ fullName: 'Lê Mời Mọc', login: 'le.moi' }]);
    expect(await logins({ state: { eq: 'INVITED' } })).toEqual(['le.moi']);
    expect(await logins({ state: { in: [] } })).toEqual([]);
    expect(await logins({ roles: { has: 'ADMIN' } })).toEqual(['quantri']);
    // By name: Nguyễn Thị Hoà leads the team, Đặng Văn Bình is in it, Trần Văn Đông is head of the village.
    expect(await logins({ orgUnitIds: { has: String(world.units['DONG']) } })).toEqual([
      'thanhvien',
      'truongthon',
      'totruong',
    ]);
    expect(await logins({ roles: { has: 'TEAM_LEADER' } })).toEqual(['totruong']);
  });

  test('forgets a role on the day it ends', async () => {
    const at = (day: string | null) =>
      world.owner.query('update position set valid_to = $2 where person_id = $1', [
        world.people.mattran,
        day,
      ]);
    await at('2025-12-02');
    expect(await logins({ roles: { has: 'FRONT' } })).toEqual(['mattran']);
    await at('2025-12-01');
    expect(await logins({ roles: { has: 'FRONT' } })).toEqual([]);
    await at(null);
  });

  test('is ordered by name, the last word first, or by the last sign-in, and paged across those who never came', async () => {
    const byName = await logins({});
    expect(byName.slice(0, 3)).toEqual(['thanhvien', 'chidao', 'truongthon']);
    await world.owner.query(
      `update account set last_sign_in_at = case login when 'vanhoa' then '2025-11-02'::timestamptz when 'chidao' then '2025-11-01' end`,
    );
    const order = [{ field: 'LAST_SIGN_IN_AT' }];
    expect((await logins({}, order)).slice(0, 2)).toEqual(['chidao', 'vanhoa']);
    const page = `query ($after: String) { accounts(first: 3, after: $after, orderBy: [{ field: LAST_SIGN_IN_AT }]) {
      nodes { login } pageInfo { hasNextPage endCursor } } }`;
    interface Page {
      accounts: { nodes: { login: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
    }
    const seen: string[] = [];
    for (let after: string | undefined, more = true; more;) {
      const { accounts } = await admin.ask<Page>(page, { after });
      seen.push(...accounts.nodes.map(({ login }) => login));
      after = accounts.pageInfo.endCursor;
      more = accounts.pageInfo.hasNextPage;
    }
    expect(seen).toEqual(await logins({}, order));
    expect(new Set(seen).size).toBe(byName.length);
  });

  test('costs as many statements for ten accounts as for one', async () => {
    const front = { role: 'FRONT', orgUnitCode: 'MTTQ' };
    await inviteRows(
      admin,
      Array.from({ length: 10 }, (_, at) => ({ fullName: 'Lê Mặt Trận', birthYear: 1970 + at, ...front })),
    );
    const spy = jest.spyOn(pg.Client.prototype, 'query');
    const all = `query ($limit: Int) { accounts(limit: $limit, filter: { login: { contains: "tran.lm" } }) { totalCount nodes { ${whole} } } }`;
    const one = await statementsOf(spy, () => admin.ask(all, { limit: 1 }));
    const ten = await statementsOf(spy, () => admin.ask(all, { limit: 10 }));
    spy.mockRestore();
    expect(ten.length).toBe(one.length);
    expect(one.length).toBeGreaterThan(5);
  });

  test('never holds an account of another commune', async () => {
    const before = (await admin.ask<Found>(find)).accounts.totalCount;
    const { communeId, personId } = await addNeighbour(world.owner);
    const { rows } = await world.owner.query<{ id: string }>(
      `insert into account (commune_id, person_id, login, created_at) values ($1, $2, 'lang.gieng', now()) returning id`,
      [communeId, personId],
    );
    expect((await admin.ask<Found>(find)).accounts.totalCount).toBe(before);
    expect(await logins({ id: { eq: rows[0]!.id } })).toEqual([]);
    const one = await admin.ask('query ($id: ID!) { account(id: $id) { login } }', { id: rows[0]!.id });
    expect(one).toEqual({ account: null });
  });
});

describe('the page of an account', () => {
  const page = `query ($id: ID!) { account(id: $id) { ${whole} } }`;

  test('shows who it is, which positions they held and hold, and how they come in', async () => {
    await world.owner.query(
      `insert into position (commune_id, person_id, org_unit_id, role, valid_from, valid_to) values ($1, $2, $3, 'COUNCIL_MEMBER', '2025-07-01', '2025-10-01')`,
      [world.communeId, world.people.lanhdao, world.units['UBND']],
    );
    const { account } = await admin.ask<{ account: object }>(page, { id: await accountOf(world, 'lanhdao') });
    expect(account).toMatchObject({
      login: 'lanhdao',
      state: 'ACTIVE',
      person: { fullName: 'Vũ Thị Lãnh' },
      roles: ['LEADER'],
      orgUnitIds: [String(world.units['UBND'])],
      hasSecondFactor: false,
      openInvitation: null,
      disabledAt: null,
    });
    expect((account as { positions: object[] }).positions).toEqual(
      expect.arrayContaining([
        { role: 'LEADER', validFrom: '2025-07-01', validTo: null, orgUnit: { code: 'UBND' } },
        { role: 'COUNCIL_MEMBER', validFrom: '2025-07-01', validTo: '2025-10-01', orgUnit: { code: 'UBND' } },
      ]),
    );
  });

  test('tells of a second factor once it is confirmed', async () => {
    const id = await accountOf(world, 'lanhdao');
    const hasFactor = async () =>
      (await admin.ask<{ account: { hasSecondFactor: boolean } }>(page, { id })).account.hasSecondFactor;
    await world.owner.query(
      `insert into second_factor (account_id, commune_id, secret) values ($1, $2, 'x')`,
      [id, world.communeId],
    );
    expect(await hasFactor()).toBe(false);
    await world.owner.query('update second_factor set confirmed_at = now()');
    expect(await hasFactor()).toBe(true);
    await world.owner.query('delete from second_factor');
  });

  test('shows the open link and who made it, without its token', async () => {
    const personId = await newPerson(world, 'Cao Thị Chờ');
    const { rows } = await inviteRows(admin, [{ personId }]);
    const { account } = await admin.ask<{ account: object }>(page, { id: rows[0]!.link!.account.id });
    expect(account).toMatchObject({
      state: 'INVITED',
      roles: [],
      lastSignInAt: null,
      openInvitation: { kind: 'JOIN', createdBy: { fullName: 'Hoàng Quản Trị' } },
    });
    const token = rows[0]!.link!.path.split('#')[1]!;
    expect(JSON.stringify(account)).not.toContain(token);
  });
});
