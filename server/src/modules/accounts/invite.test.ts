import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import pg from 'pg';
import type { Client } from '../../../../tests/kit/client.js';
import { addNeighbour, type Neighbour } from '../../../../tests/kit/neighbour.js';
import { refusalOf } from '../../../../tests/kit/refusal.js';
import { createWorld, type World } from '../../../../tests/kit/world.js';
import {
  accountOf,
  eventsOf,
  invite,
  inviteRows,
  newPerson,
  nowhere,
  problemsOf,
  reset,
  statementsOf,
  type Batch,
} from './accounts.fixture.js';

let world: World;
let admin: Client;
let theirs: Neighbour;
beforeAll(async () => {
  world = await createWorld({ env: { FACES: 'http' } });
  admin = await world.as('quantri');
  theirs = await addNeighbour(world.owner);
  await world.owner.query(
    `insert into account (commune_id, person_id, login, created_at) values ($1, $2, 'chung.lv', now())`,
    [theirs.communeId, theirs.personId],
  );
});
afterAll(() => world.close());

const counts = async () =>
  (
    await world.owner.query<Record<string, number>>(
      `select (select count(*) from person)::int as people, (select count(*) from account)::int as accounts,
         (select count(*) from position)::int as positions, (select count(*) from invitation)::int as links,
         (select count(*) from event where type = 'AccountsInvited')::int as events`,
    )
  ).rows[0]!;

describe('inviting', () => {
  test('is for administrators who have just proved who they are', async () => {
    for (const login of ['lanhdao', 'vanhoa', 'totruong'] as const)
      expect(await (await world.as(login)).refused(invite, { rows: [] })).toBe('NOT_ALLOWED');
    expect(await world.anonymous().refused(invite, { rows: [] })).toBe('NOT_SIGNED_IN');
    await world.owner.query(`update session set confirmed_at = now() - interval '11 minutes'`);
    expect(await admin.refused(invite, { rows: [] })).toBe('CONFIRM_IDENTITY');
    expect(await admin.refused(reset, { accountId: nowhere })).toBe('CONFIRM_IDENTITY');
    await world.owner.query('update session set confirmed_at = now()');
  });

  test('takes three hundred rows and not one more', async () => {
    const rows = Array.from({ length: 301 }, (_, at) => ({ fullName: `Lê ${at}` }));
    expect(await refusalOf(world, admin, invite, { rows })).toEqual(['BATCH_TOO_LARGE']);
  });

  test('knows no other field of an account or a person than those it names', async () => {
    for (const field of ['passwordHash', 'communeId', 'isAdmin', 'disabledAt', 'id']) {
      const rows = [{ fullName: 'Lê A', [field]: 'x' }];
      expect([field, await refusalOf(world, admin, invite, { rows })]).toEqual([field, ['QUERY_NOT_VALID']]);
    }
  });

  test('of people and organisations of another commune is refused row by row', async () => {
    const before = await counts();
    const batch = await inviteRows(admin, [
      { personId: theirs.personId },
      { personId: 'no-id-at-all' },
      { fullName: 'Lê A', role: 'VILLAGE_HEAD', orgUnitId: String(theirs.villageId) },
      { fullName: 'Lê B', role: 'VILLAGE_HEAD', orgUnitCode: 'LANG' },
    ]);
    expect(problemsOf(batch)).toEqual([
      ['personId NOT_FOUND'],
      ['personId NOT_FOUND'],
      ['orgUnitId NOT_FOUND'],
      ['orgUnitCode NOT_FOUND'],
    ]);
    expect(batch).toMatchObject({ created: 0, refused: 4 });
    expect(await counts()).toEqual(before);
  });

  test('oneself to a position is refused: one has an account', async () => {
    const batch = await inviteRows(admin, [
      { personId: world.people.quantri, role: 'OFFICE', orgUnitCode: 'VHXH' },
    ]);
    expect(problemsOf(batch)).toEqual([['personId HAS_ACCOUNT']]);
  });
});

describe('a batch', () => {
  test('makes what is right, and says in both languages what is not', async () => {
    const known = await newPerson(world, 'Đinh Thị Biết', { phone: '0977000001' });
    const before = await counts();
    const batch = await inviteRows(admin, [
      { personId: known },
      { fullName: 'Lê Văn Chung', phone: '0977.000.002', birthYear: 1980 },
      {
        fullName: ' Ngô  Thị Thuỷ '.normalize('NFD'),
        role: 'VILLAGE_HEAD',
        orgUnitCode: 'TAY',
        validFrom: '2026-01-01',
      },
      { fullName: 'Lê Sai', phone: '0977000001' },
      { fullName: 'Phạm Văn Hoá' },
    ]);
    expect(batch).toMatchObject({ created: 3, refused: 2 });
    expect(batch.rows.map(({ fullName, login }) => [fullName, login])).toEqual([
      ['Đinh Thị Biết', 'biet.dt'],
      // The neighbours have a chung.lv.
      ['Lê Văn Chung', 'chung.lv2'],
      ['Ngô Thị Thuỷ', 'thuy.nt'],
      ['Lê Sai', null],
      ['Phạm Văn Hoá', null],
    ]);
    expect(problemsOf(batch).slice(3)).toEqual([['phone PHONE_OF_SOMEBODY'], ['fullName NAME_OF_SOMEBODY']]);
    expect(batch.rows[3]!.problems[0]!.messages).toEqual({
      vi: expect.stringContaining('Số điện thoại này là của Đinh Thị Biết') as unknown,
      en: expect.stringContaining('This phone belongs to Đinh Thị Biết') as unknown,
    });
    const after = await counts();
    expect(after).toEqual({
      people: before.people! + 2,
      accounts: before.accounts! + 3,
      positions: before.positions! + 1,
      links: before.links! + 3,
      events: before.events! + 1,
    });
    const { rows } = await world.owner.query(
      `select p.full_name, p.phone, p.birth_year, a.password_hash, o.role, o.valid_from::text from account a
       join person p on p.id = a.person_id left join position o on o.person_id = p.id
       where a.login in ('chung.lv2', 'thuy.nt') order by a.login`,
    );
    expect(rows).toEqual([
      {
        full_name: 'Lê Văn Chung',
        phone: '0977000002',
        birth_year: 1980,
        password_hash: null,
        role: null,
        valid_from: null,
      },
      {
        full_name: 'Ngô Thị Thuỷ',
        phone: null,
        birth_year: null,
        password_hash: null,
        role: 'VILLAGE_HEAD',
        valid_from: '2026-01-01',
      },
    ]);
  });

  test('that is only tried tells the same, and makes nothing', async () => {
    const rows = [{ fullName: 'Lê Thử Nghiệm' }, { fullName: '' }];
    const before = await counts();
    const tried = await inviteRows(admin, rows, true);
    expect(tried).toMatchObject({ created: 1, refused: 1 });
    expect(tried.rows.map(({ login, link }) => [login, link])).toEqual([
      ['nghiem.lt', null],
      [null, null],
    ]);
    expect(await counts()).toEqual(before);
    const made = await inviteRows(admin, rows);
    expect(made.rows.map(({ login }) => login)).toEqual(['nghiem.lt', null]);
    expect(problemsOf(made)).toEqual(problemsOf(tried));
  });

  test('is one event with ids and counts; who got which login is told apart', async () => {
    await inviteRows(admin, [{ fullName: 'Lê Sự Kiện', role: 'FRONT', orgUnitCode: 'MTTQ' }]);
    const { data, detail, actor } = (await eventsOf(world, 'AccountsInvited')).at(-1)!;
    expect(data).toEqual({
      count: 1,
      accountIds: [await accountOf(world, 'kien.ls')],
      addedPersonIds: [expect.any(String)],
      positionIds: [expect.any(String)],
    });
    expect(detail).toEqual({ after: { [await accountOf(world, 'kien.ls')]: 'kien.ls' } });
    expect(actor).toBe(world.people.quantri);
  });

  test('of three hundred is made in one go, each with a login and a link of its own', async () => {
    const given = ['Hoà', 'An', 'Bình', 'Đông', 'Thuỷ'];
    const rows = Array.from({ length: 300 }, (_, at) => ({
      fullName: `Nguyễn Thị ${given[at % 5]}`,
      phone: `09${String(20_000_000 + at)}`,
      role: 'MASS_ORG',
      orgUnitCode: 'HPN',
    }));
    await world.owner.query(
      `insert into org_unit (commune_id, kind, code, name, valid_from) values ($1, 'MASS_ORGANIZATION', 'HPN', 'Hội Phụ nữ', '2025-07-01')`,
      [world.communeId],
    );
    const before = await counts();
    const spy = jest.spyOn(pg.Client.prototype, 'query');
    const start = performance.now();
    let batch: Batch | undefined;
    const many = await statementsOf(spy, async () => (batch = await inviteRows(admin, rows)));
    const ms = performance.now() - start;
    const one = await statementsOf(spy, () =>
      inviteRows(admin, [{ ...rows[0]!, fullName: 'Lê Thêm Một', phone: null }]),
    );
    spy.mockRestore();
    expect(batch).toMatchObject({ created: 300, refused: 0 });
    expect(new Set(batch!.rows.map(({ login }) => login)).size).toBe(300);
    expect(new Set(batch!.rows.map(({ link }) => link!.path)).size).toBe(300);
    expect((await counts()).events).toBe(before.events! + 2);
    expect(many.length).toBe(one.length);
    // Some tenths of a second on a quiet machine.
    expect(ms).toBeLessThan(5_000);
  });
});

describe('a link', () => {
  const hashOf = (path: string) => createHash('sha256').update(path.replace('/join#', '')).digest('hex');
  const link = (hash: string) =>
    world.owner.query<{ kind: string; revoked: boolean; days: number; by: string }>(
      `select kind, revoked_at is not null as revoked, round(extract(epoch from expires_at - now()) / 86400)::int as days,
         created_by_id as by from invitation where encode(token_hash, 'hex') = $1`,
      [hash],
    );

  test('holds thirty-two bytes after the #, of which the database keeps a hash for fourteen days', async () => {
    const { rows } = await inviteRows(admin, [{ fullName: 'Lê Đường Dẫn' }]);
    const { path, expiresAt, account } = rows[0]!.link!;
    expect(path).toMatch(/^\/join#[\w-]{43}$/);
    expect(account).toMatchObject({ login: 'dan.ld', state: 'INVITED' });
    const kept = (await link(hashOf(path))).rows[0];
    expect(kept).toEqual({ kind: 'JOIN', revoked: false, days: 14, by: world.people.quantri });
    expect(new Date(expiresAt).getTime() - Date.now()).toBeGreaterThan(13.9 * 86_400_000);
    const { rows: leaks } = await world.owner.query(
      `select from event e left join event_detail d on d.event_id = e.id
       where e.data::text || coalesce(d.detail::text, '') like '%' || $1 || '%'`,
      [path.split('#')[1]],
    );
    expect(leaks).toEqual([]);
  });

  test('made anew takes back the one before; only the last of two made at once is left', async () => {
    const { rows } = await inviteRows(admin, [{ fullName: 'Lê Làm Lại' }]);
    const accountId = rows[0]!.link!.account.id;
    const again = () => admin.ask<{ resetAccess: { path: string; account: object } }>(reset, { accountId });
    const { resetAccess } = await again();
    expect((await link(hashOf(rows[0]!.link!.path))).rows[0]!.revoked).toBe(true);
    // They never came in, so it is an invitation still.
    expect((await link(hashOf(resetAccess.path))).rows[0]).toMatchObject({ kind: 'JOIN', revoked: false });
    await Promise.all([again(), again()]);
    const { rows: open } = await world.owner.query(
      'select from invitation where account_id = $1 and revoked_at is null',
      [accountId],
    );
    expect(open).toHaveLength(1);
    expect((await eventsOf(world, 'AccessReset')).at(-1)!.data).toEqual({ accountId, kind: 'JOIN' });
  });

  test('is not made for a disabled account, for another commune’s, or by the Office', async () => {
    const disabled = await accountOf(world, 'mattran');
    await world.owner.query('update account set disabled_at = now() where id = $1', [disabled]);
    expect(await refusalOf(world, admin, reset, { accountId: disabled })).toEqual(['ACCOUNT_DISABLED']);
    expect(await refusalOf(world, admin, reset, { accountId: nowhere })).toEqual(['NOT_FOUND']);
    const foreign = { accountId: await accountOf(world, 'chung.lv') };
    expect(await refusalOf(world, admin, reset, foreign)).toEqual(['NOT_FOUND']);
    const own = { accountId: await accountOf(world, 'lanhdao') };
    expect(await (await world.as('vanhoa')).refused(reset, own)).toBe('NOT_ALLOWED');
  });
});
