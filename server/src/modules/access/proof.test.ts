import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createWorld, type World } from '../../../../tests/kit/world.js';
import {
  confirmedLongAgo,
  eventsOf,
  forgetAttempts,
  fresh,
  me,
  password,
  send,
  whoIs,
} from './access.fixture.js';

let world: World;
beforeAll(async () => void (world = await createWorld({ env: { FACES: 'http' } })));
beforeEach(() => forgetAttempts(world));
afterAll(() => world.close());

const confirmIdentity =
  'mutation ($password: String!) { confirmIdentity(password: $password) { state confirmedUntil } }';
const changePassword =
  'mutation ($current: String!, $new: String!) { changePassword(current: $current, new: $new) { login } }';
const setRoles = 'mutation { setSecondFactorRoles(roles: []) { secondFactorRoles } }';

describe('a decision', () => {
  test('waits until whoever signed in long ago proves again who they are', async () => {
    const admin = await fresh(world, 'quantri');
    expect(await admin.ask(setRoles)).toEqual({ setSecondFactorRoles: { secondFactorRoles: [] } });
    await confirmedLongAgo(world, 'quantri');
    const { status, answer } = await send(world, setRoles, { headers: { cookie: admin.cookie } });
    expect(status).toBe(403);
    expect(answer.errors![0]!.extensions).toMatchObject({ key: 'CONFIRM_IDENTITY', code: 'NOT_CONFIRMED' });
    expect(new Date((await me(admin)).confirmedUntil!).getTime()).toBeLessThan(Date.now());

    expect(await admin.refused(confirmIdentity, { password: 'sai mật khẩu' })).toBe('PASSWORD_WRONG');
    expect(await admin.refused(setRoles)).toBe('CONFIRM_IDENTITY');
    const { cookie } = admin;
    await admin.ask(confirmIdentity, { password: password.normalize('NFD') });
    expect(admin.cookie).not.toBe(cookie);
    // None of grace: an old copy of the cookie must not gain what was just proved.
    expect((await whoIs(world, cookie)).login).toBeNull();
    expect(await admin.ask(setRoles)).toEqual({ setSecondFactorRoles: { secondFactorRoles: [] } });
    const left = new Date((await me(admin)).confirmedUntil!).getTime() - Date.now();
    expect(left).toBeGreaterThan(9 * 60_000);
    expect(left).toBeLessThanOrEqual(10 * 60_000);
  });

  test('is not opened by nobody’s proof', async () => {
    expect(await world.anonymous().refused(confirmIdentity, { password })).toBe('NOT_SIGNED_IN');
    expect((await me(world.anonymous())).confirmedUntil).toBeNull();
  });
});

describe('changing one’s password', () => {
  test('needs the password of now and a good new one', async () => {
    const client = await fresh(world, 'mattran');
    const refusal = async (current: string, next: string) => {
      const { errors } = await client.send(changePassword, { current, new: next });
      const [{ extensions }] = errors as [NonNullable<typeof errors>[0]];
      return [extensions.key, extensions.fields.map(({ path }) => path).join()];
    };
    expect(await refusal('sai mật khẩu', 'con mèo ngủ trên mái')).toEqual(['PASSWORD_WRONG', 'current']);
    expect(await refusal(password, 'ngắn quá')).toEqual(['PASSWORD_TOO_SHORT', 'new']);
    expect(await refusal(password, 'dài '.repeat(51))).toEqual(['PASSWORD_TOO_LONG', 'new']);
    expect(await refusal(password, 'matkhau123')).toEqual(['PASSWORD_GUESSABLE', 'new']);
    expect(await refusal(password, 'Nguyễn Mặt 1')).toEqual(['PASSWORD_ABOUT_YOU', 'new']);
    expect(await refusal(password, 'MatTran.2025')).toEqual(['PASSWORD_ABOUT_YOU', 'new']);
    expect(await refusal(password, password)).toEqual(['PASSWORD_SAME', 'new']);
    expect((await me(await fresh(world, 'mattran'))).login).toBe('mattran');
    expect(await world.anonymous().refused(changePassword, { current: password, new: password })).toBe(
      'NOT_SIGNED_IN',
    );
  });

  test('ends every other session and keeps this one under another token', async () => {
    const [client, other] = [await fresh(world, 'mattran'), await fresh(world, 'mattran')];
    const { cookie } = client;
    const next = 'con mèo ngủ trên mái';
    await client.ask(changePassword, { current: password, new: next });
    expect((await me(client)).login).toBe('mattran');
    expect((await me(other)).login).toBeNull();
    expect((await whoIs(world, cookie)).login).toBeNull();
    const trying =
      'mutation ($login: String!, $password: String!) { signIn(login: $login, password: $password) { login } }';
    expect(await world.anonymous().refused(trying, { login: 'mattran', password })).toBe('SIGN_IN_REFUSED');
    expect((await me(await fresh(world, 'mattran', next))).login).toBe('mattran');
    expect(await eventsOf(world, 'PasswordChanged', 'mattran')).toHaveLength(1);
    expect(await eventsOf(world, 'SessionEnded', 'mattran')).toMatchObject([{ reason: 'PASSWORD_CHANGED' }]);
  });

  test('takes back a link that waits to set another one', async () => {
    const { rows } = await world.owner.query<{ id: string }>(
      `insert into invitation (commune_id, account_id, kind, token_hash, expires_at)
       select commune_id, id, 'RESET', '\\x01', now() + interval '1 day' from account where login = 'trungtam' returning id`,
    );
    await (
      await fresh(world, 'trungtam')
    ).ask(changePassword, { current: password, new: 'sông Thái Bình mùa nước nổi' });
    const { rows: left } = await world.owner.query(
      'select id from invitation where id = $1 and revoked_at is null',
      [rows[0]!.id],
    );
    expect(left).toEqual([]);
  });
});

test('no password, code or token stands in any event', async () => {
  const { rows } = await world.owner.query<{ written: string }>(
    `select (select string_agg(data::text, ' ') from event) || coalesce((select string_agg(detail::text, ' ') from event_detail), '') as written`,
  );
  expect(rows[0]!.written.length).toBeGreaterThan(100);
  for (const secret of [password, 'con mèo', 'sai mật khẩu', 'argon2', 'tungnha_session'])
    expect(rows[0]!.written).not.toContain(secret);
});
