import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { until } from '../../../../tests/kit/until.js';
import { Client } from '../../../../tests/kit/client.js';
import { createWorld, type World } from '../../../../tests/kit/world.js';
import { hashPassword } from './password.js';
import {
  codeOf,
  eventsOf,
  forgetAttempts,
  fresh,
  me,
  password,
  send,
  signIn,
  turnOnFactor,
} from './access.fixture.js';

let world: World;
beforeAll(async () => void (world = await createWorld({ env: { FACES: 'http', TRUST_PROXY: 'true' } })));
beforeEach(() => forgetAttempts(world));
afterAll(() => world.close());

/** Tries to sign in; gives the key of the refusal, or "in". */
async function tried(login: string, typed: string, from = '10.0.0.1'): Promise<string> {
  const { answer } = await send(world, signIn, {
    headers: { 'x-forwarded-for': from },
    variables: { login, password: typed },
  });
  return answer.errors?.[0]?.extensions.key ?? 'in';
}
const times = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));
const countOf = (keys: string[]) =>
  Object.fromEntries([...Map.groupBy(keys, (key) => key)].map(([key, all]) => [key, all.length]));

describe('wrong passwords', () => {
  test('are tried ten times a quarter of an hour for a login, from wherever, however many come at once', async () => {
    const keys = await times(25, (index) => tried('lanhdao', `sai ${index}`, `10.0.1.${index}`));
    expect(countOf(keys)).toEqual({ SIGN_IN_REFUSED: 10, TOO_MANY_ATTEMPTS: 15 });
    // The right one is not tried either, in whatever case the login comes.
    expect(await tried('lanhdao', password, '10.0.2.1')).toBe('TOO_MANY_ATTEMPTS');
    expect(await tried(' LanhDao ', password, '10.0.2.2')).toBe('TOO_MANY_ATTEMPTS');
    expect(await tried('vanhoa', password, '10.0.2.3')).toBe('in');
    await world.owner.query('update rate_limit set expire = 0');
    expect(await tried('lanhdao', password)).toBe('in');
  });

  test('are refused in the same words, and say when to try again, whether or not there is such a login', async () => {
    const answers = await Promise.all(
      ['chidao', 'khong-co-ai'].map(async (login) => {
        await times(10, () => tried(login, 'sai', `10.0.3.${login.length}`));
        const { status, answer } = await send(world, signIn, {
          headers: { 'x-forwarded-for': '10.0.4.1' },
          variables: { login, password: 'sai' },
        });
        const { requestId: _, ...rest } = answer.errors![0]!.extensions;
        return { status, data: answer.data, rest };
      }),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]!.rest).toMatchObject({
      code: 'TOO_MANY',
      args: { minutes: 15 },
      messages: { vi: 'Đã thử sai quá nhiều lần. Hãy đợi 15 phút rồi thử lại.' },
    });
  });

  test('sprayed over many logins from one address stop at sixty', async () => {
    const keys: string[] = [];
    for (let round = 0; round < 7; round += 1)
      keys.push(...(await times(10, (index) => tried(`nguoi-${round}-${index}`, 'Matkhau@123', '10.0.5.1'))));
    expect(countOf(keys)).toEqual({ SIGN_IN_REFUSED: 60, TOO_MANY_ATTEMPTS: 10 });
    expect(await tried('lanhdao', password, '10.0.5.1')).toBe('TOO_MANY_ATTEMPTS');
    expect(await tried('lanhdao', password, '10.0.5.2')).toBe('in');
  });

  test('from all addresses of one IPv6 customer count together', async () => {
    expect(await tried('khong-co-ai', 'sai', '2001:db8:1:2::1')).toBe('SIGN_IN_REFUSED');
    await world.owner.query(`update rate_limit set points = 60 where key like 'ADDRESS:%'`);
    expect(await tried('lanhdao', password, '2001:db8:1:2:ffff::9')).toBe('TOO_MANY_ATTEMPTS');
    expect(await tried('lanhdao', password, '2001:db8:1:3::9')).toBe('in');
  });

  test('are all that counts: who signs in thirty times is never refused', async () => {
    for (let round = 0; round < 3; round += 1)
      expect(countOf(await times(10, () => tried('trungtam', password, '10.0.6.1')))).toEqual({ in: 10 });
    const { rows } = await world.owner.query<{ points: number }>(
      'select points from rate_limit where points <> 0',
    );
    expect(rows).toEqual([]);
  });

  test('leave one alert for the account, once a window, and none for a login that nobody has', async () => {
    await times(14, () => tried('mattran', 'sai', '10.0.7.1'));
    await times(14, () => tried('khong-co-ai', 'sai', '10.0.7.2'));
    await until(
      { what: 'the alert is written' },
      async () => (await eventsOf(world, 'SecurityAlert', 'mattran')).length > 0,
    );
    expect(await eventsOf(world, 'SecurityAlert', 'mattran')).toMatchObject([{ attempts: 'LOGIN' }]);
    const { rows } = await world.owner.query<{ detail: object }>(
      `select detail from event_detail join event on event.id = event_id where type = 'SecurityAlert' and subject_id =
         (select id::text from account where login = 'mattran')`,
    );
    expect(rows).toEqual([{ detail: { after: { address: '10.0.7.1' } } }]);
  });
});

describe('other secrets', () => {
  test('codes are guessed eight times a quarter of an hour, and then not even the right one counts', async () => {
    const { secret } = await turnOnFactor(await fresh(world, 'truongthon'));
    await forgetAttempts(world);
    const client = await fresh(world, 'truongthon');
    const enterCode = 'mutation ($code: String!) { enterCode(code: $code) { state } }';
    const keys = await times(12, async (index) => {
      const { answer } = await send(world, enterCode, {
        headers: { cookie: client.cookie },
        variables: { code: `${100_000 + index}` },
      });
      return answer.errors![0]!.extensions.key;
    });
    expect(countOf(keys)).toEqual({ CODE_WRONG: 8, TOO_MANY_ATTEMPTS: 4 });
    expect(await client.refused(enterCode, { code: codeOf(secret, 1) })).toBe('TOO_MANY_ATTEMPTS');
    await until(
      { what: 'the alert is written' },
      async () => (await eventsOf(world, 'SecurityAlert', 'truongthon')).length === 1,
    );
    expect(await eventsOf(world, 'SecurityAlert', 'truongthon')).toMatchObject([{ attempts: 'CODE' }]);
    await world.owner.query('delete from second_factor');
  });

  test('a stolen session does not try passwords without end, and does not keep the owner from signing in', async () => {
    const client = await fresh(world, 'vanhoa');
    const confirm = 'mutation { confirmIdentity(password: "sai") { state } }';
    for (let round = 0; round < 10; round += 1) expect(await client.refused(confirm)).toBe('PASSWORD_WRONG');
    expect(await client.refused(confirm)).toBe('TOO_MANY_ATTEMPTS');
    expect(await tried('vanhoa', password)).toBe('in');
  });
});

describe('several attempts in one document', () => {
  const attempts = async () => (await world.owner.query('select key from rate_limit')).rowCount;
  const aliases = (count: number) =>
    `mutation { ${Array.from({ length: count }, (_, index) => `a${index}: signIn(login: "lanhdao", password: "${index === 0 ? password : 'sai'}") { login }`).join(' ')} }`;

  test.each([
    ['two sign-ins by alias, the first one right', aliases(2)],
    [
      'sign-ins in fragments',
      'mutation { ...a ... on Mutation { b: signIn(login: "lanhdao", password: "sai") { login } } } fragment a on Mutation { a: signIn(login: "vanhoa", password: "sai") { login } }',
    ],
    [
      'a sign-in and a code',
      'mutation { signIn(login: "lanhdao", password: "sai") { login } enterCode(code: "123456") { login } }',
    ],
  ])('are refused before any is tried: %s', async (_, query) => {
    const client = new Client(world.url);
    expect(await client.refused(query)).toBe('ONE_ATTEMPT_AT_A_TIME');
    expect((await me(client)).login).toBeNull();
    expect(await attempts()).toBe(0);
  });

  test('one of them is left out by a directive, it is refused all the same', async () => {
    const query =
      'mutation ($no: Boolean!) { signIn(login: "lanhdao", password: "sai") { login } b: signIn(login: "a", password: "b") @include(if: $no) { login } }';
    expect(await world.anonymous().refused(query, { no: false })).toBe('ONE_ATTEMPT_AT_A_TIME');
  });
});

describe('the time of a refusal', () => {
  test('is that of one argon2id, whether the login is unknown, disabled, without a password or just mistyped', async () => {
    await world.owner.query(`update account set disabled_at = now() where login = 'sokhcn'`);
    await world.owner.query(`update account set password_hash = null where login = 'chidao'`);
    const logins = ['khong-co-ai', 'sokhcn', 'chidao', 'vanhoa'];
    // Time of this process alone, which is also the server's: the machine does other things as well.
    const spent = async (work: () => Promise<unknown>): Promise<number> => {
      const before = process.cpuUsage();
      await work();
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    const least = logins.map(() => Infinity);
    let hashing = Infinity;
    for (let round = 0; round < 8; round += 1) {
      await forgetAttempts(world);
      for (const [index, login] of logins.entries())
        least[index] = Math.min(least[index]!, await spent(() => tried(login, 'sai mật khẩu')));
      hashing = Math.min(hashing, await spent(() => hashPassword('sai mật khẩu')));
    }
    // Without the hash, or with two of them, one would differ from the others by as much as it takes.
    expect(Math.min(...least)).toBeGreaterThan(hashing * 0.8);
    expect(Math.max(...least) - Math.min(...least)).toBeLessThan(hashing / 2);
  });
});
