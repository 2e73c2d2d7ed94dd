import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { addNeighbour } from '../../../tests/kit/neighbour.js';
import { testDatabase } from '../../../tests/kit/database.js';
import type { Context } from '../kernel/index.js';
import type { Role } from '../modules/access/index.js';
import { listKeys, revokeByHint } from './key.js';
import { asOperator } from './operator.js';
import { Refusal } from './refusal.js';
import { setUp } from './setup.js';
import { disableUser, inviteUser, listUsers, removeFactorOf, resetUser } from './user.js';

let owner: pg.Client;
let appUrl: string;

beforeAll(async () => {
  const database = await testDatabase();
  appUrl = database.appUrl;
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(() => owner.end());

const commune = {
  communeCode: '10993',
  communeName: 'Thượng Hồng',
  provinceCode: '31',
  provinceName: 'Thành phố Hải Phòng',
  villages: ['Thôn Đông'],
  fullName: 'Hoàng Thị Quản',
  login: 'quantri',
};
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'not refused',
    (error: unknown) => (error instanceof Refusal ? error.message : String(error)),
  );
const inOurs = <T>(work: (ctx: Context) => Promise<T>): Promise<T> =>
  asOperator({ appUrl, commune: '10993' }, work);

describe('tungnha setup', () => {
  test('refuses a commune that is not right, and founds nothing', async () => {
    expect(await refusal(setUp(appUrl, { ...commune, communeCode: 'x' }))).toMatch(
      /Mã đơn vị hành chính[^]*communeCode/,
    );
    expect((await owner.query('select from commune')).rowCount).toBe(0);
  });

  test('founds the first commune and gives a link on which its administrator sets a password', async () => {
    const link = await setUp(appUrl, commune);
    expect(link.path).toMatch(/^\/join#[\w-]{43}$/);
    expect(await inOurs(listUsers)).toEqual([
      { login: 'quantri', fullName: 'Hoàng Thị Quản', state: 'INVITED', roles: 'ADMIN', lastSignInAt: null },
    ]);
  });

  test('does it once', async () => {
    expect(await refusal(setUp(appUrl, { ...commune, communeCode: '12127' }))).toMatch(/already/);
    expect((await owner.query('select from commune')).rowCount).toBe(1);
  });
});

describe('tungnha user', () => {
  const invite = (who: object) => inOurs((ctx) => inviteUser(ctx, { name: 'Phạm Văn Hoá', ...who }));

  test('invites a person with a position, whose link can be replaced', async () => {
    expect(await refusal(invite({ role: 'OFFICE' as Role, unit: 'KHONG' }))).toMatch(/Chưa mời được/);
    const link = await invite({ role: 'OFFICE' as Role, unit: 'VHXH', login: 'vanhoa' });
    const again = await inOurs((ctx) => resetUser(ctx, ' VanHoa '));
    expect(again.path).not.toBe(link.path);
    const { rows } = await owner.query('select from invitation where revoked_at is null and used_at is null');
    expect(rows).toHaveLength(2);
    expect(await inOurs(listUsers)).toMatchObject([
      { login: 'quantri' },
      { login: 'vanhoa', roles: 'OFFICE' },
    ]);
  });

  test('knows only accounts of its commune', async () => {
    const neighbour = await addNeighbour(owner);
    await owner.query(
      `insert into account (commune_id, person_id, login, password_hash, created_at) values ($1, $2, 'lang', '', now())`,
      [neighbour.communeId, neighbour.personId],
    );
    expect(await refusal(inOurs((ctx) => disableUser(ctx, 'lang', 'x')))).toMatch(/no account “lang”/);
    expect(await refusal(asOperator({ appUrl }, listUsers))).toMatch(/--commune[^]*10993, 12127/);
    expect(await refusal(asOperator({ appUrl, commune: '00000' }, listUsers))).toMatch(/00000/);
    expect(await asOperator({ appUrl, commune: '12127' }, listUsers)).toMatchObject([{ login: 'lang' }]);
  });

  test('disables an account, but not the last administrator’s', async () => {
    await owner.query(
      `insert into session (commune_id, account_id, token_hash, expires_at) select commune_id, id, '\\x02', now() + interval '1 day' from account where login = 'vanhoa'`,
    );
    await inOurs((ctx) => disableUser(ctx, 'vanhoa', 'Chuyển công tác'));
    expect(await inOurs(listUsers)).toMatchObject([
      { login: 'quantri' },
      { login: 'vanhoa', state: 'DISABLED' },
    ]);
    expect((await owner.query('select from session where ended_at is null')).rowCount).toBe(0);
    expect(await refusal(inOurs((ctx) => disableUser(ctx, 'quantri', 'x')))).toMatch(/last administrator/);
  });

  test('takes off a second factor that was lost', async () => {
    expect(await refusal(inOurs((ctx) => removeFactorOf(ctx, 'quantri')))).not.toBe('not refused');
    await owner.query(
      `insert into second_factor (account_id, commune_id, secret, confirmed_at) select id, commune_id, 'x', now() from account where login = 'quantri'`,
    );
    await inOurs((ctx) => removeFactorOf(ctx, 'quantri'));
    expect((await owner.query('select from second_factor')).rowCount).toBe(0);
  });
});

describe('tungnha key', () => {
  test('lists keys and stops the one that is named by its first characters', async () => {
    const make = (hint: string) =>
      owner.query(
        `insert into api_key (commune_id, account_id, name, hint, key_hash, scopes, expires_at)
         select commune_id, id, 'Bảng tin', $1, decode(md5(random()::text), 'hex'), '{org:read}', now() + interval '1 day' from account where login = 'quantri'`,
        [hint],
      );
    await make('tn_AAAAA');
    await make('tn_BBBBB');
    expect(await refusal(inOurs((ctx) => revokeByHint(ctx, 'tn_CCCCC')))).toMatch(/No working key/);
    await inOurs((ctx) => revokeByHint(ctx, 'tn_AAAAA'));
    expect(await inOurs(listKeys)).toMatchObject([
      { hint: 'tn_AAAAA', state: 'REVOKED', login: 'quantri' },
      { hint: 'tn_BBBBB', state: 'WORKS' },
    ]);
    expect(await refusal(inOurs((ctx) => revokeByHint(ctx, 'tn_AAAAA')))).toMatch(/No working key/);
    await make('tn_BBBBB');
    expect(await refusal(inOurs((ctx) => revokeByHint(ctx, 'tn_BBBBB')))).toMatch(/Several keys/);
  });
});

test('what the operator does is written down as done by no person', async () => {
  const { rows } = await owner.query<{ type: string; actor: string | null }>(
    'select type, actor_person_id as actor from event order by id',
  );
  expect(new Set(rows.map(({ type }) => type))).toEqual(
    new Set([
      'CommuneFounded',
      'AccessReset',
      'AccountsInvited',
      'AccountDisabled',
      'SecondFactorRemoved',
      'ApiKeyRevoked',
    ]),
  );
  expect(rows.every(({ actor }) => actor === null)).toBe(true);
});
