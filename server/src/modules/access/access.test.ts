import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from '../../../../tests/kit/client.js';
import { createWorld, type World } from '../../../../tests/kit/world.js';
import { hashPassword } from './index.js';

const password = 'một-mật-khẩu-thử';
const signIn =
  'mutation ($login: String!, $password: String!) { signIn(login: $login, password: $password) { login person { fullName } positions { role orgUnit { name } } } }';
const whoAmI = '{ me { login person { fullName } abilities { action } } }';

let world: World;
beforeAll(async () => void (world = await createWorld({ env: { FACES: 'http' } })));
afterAll(() => world.close());

const trySignIn = (login: string, typed: string) =>
  new Client(world.url).send(signIn, { login, password: typed });
const sessions = async () =>
  (await world.owner.query<{ count: number }>('select count(*)::int as count from session')).rows[0]!.count;

interface Me {
  me: { login: string | null; person: { fullName: string } | null; abilities: { action: string }[] };
}
const me = async (client: Client) => (await client.ask<Me>(whoAmI)).me;

/** A client that is signed in anew, whatever becomes of it. */
async function fresh(login: string): Promise<Client> {
  return Client.signIn(world.url, login, password);
}

describe('signing in', () => {
  test('with a wrong password, an unknown login or a disabled account gives one and the same refusal', async () => {
    await world.owner.query(`update account set disabled_at = now() where login = 'sokhcn'`);
    const before = await sessions();
    const answers = await Promise.all([
      trySignIn('vanhoa', 'sai mật khẩu'),
      trySignIn('khong-co-ai', password),
      trySignIn('sokhcn', password),
      trySignIn("' or true --", password),
      trySignIn('', ''),
    ]);
    await world.owner.query(`update account set disabled_at = null where login = 'sokhcn'`);
    const shown = answers.map(({ data, errors }) => {
      const { requestId, ...rest } = errors![0]!.extensions;
      return JSON.stringify([data, errors!.length, errors![0]!.message, rest, requestId.length]);
    });
    expect(new Set(shown).size).toBe(1);
    expect(answers[0].errors![0]!.extensions).toMatchObject({
      key: 'SIGN_IN_REFUSED',
      code: 'NOT_SIGNED_IN',
    });
    expect(await sessions()).toBe(before);
  });

  test('takes a login in any case and a password typed with another keyboard', async () => {
    const { data } = await new Client(world.url).send<{ signIn: object }>(signIn, {
      login: ' VanHoa ',
      password: password.normalize('NFD'),
    });
    expect(data.signIn).toEqual({
      login: 'vanhoa',
      person: { fullName: 'Phạm Văn Hoá' },
      positions: [{ role: 'OFFICE', orgUnit: { name: 'Phòng Văn hoá - Xã hội' } }],
    });
  });

  test('gives a cookie that scripts cannot read and other sites cannot send, and keeps only its hash', async () => {
    const response = await fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: signIn, variables: { login: 'vanhoa', password } }),
    });
    const cookie = response.headers.get('set-cookie')!;
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).toMatch(/Path=\//);
    expect(cookie).not.toMatch(/Domain=/);
    const token = /tungnha_session=([^;]+)/.exec(cookie)![1]!;
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const { rowCount } = await world.owner.query(
      `select from session where encode(token_hash, 'escape') like '%' || $1 || '%'`,
      [token],
    );
    expect(rowCount).toBe(0);
    expect(await response.text()).not.toContain(token);
  });

  test('is written down once, with who it was', async () => {
    await fresh('mattran');
    const { rows } = await world.owner.query(
      `select actor_person_id as actor from event where type = 'SignedIn' and actor_person_id = $1`,
      [world.people.mattran],
    );
    expect(rows).toEqual([{ actor: world.people.mattran }]);
  });
});

describe('a session', () => {
  const refusedNow = (client: Client) => client.refused('{ orgUnits { totalCount } }');

  test('that is made up, or carried by nobody, is nobody’s', async () => {
    expect(await me(world.anonymous())).toMatchObject({ login: null, person: null, abilities: [] });
    const response = await fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: 'tungnha_session=made-up' },
      body: JSON.stringify({ query: whoAmI }),
    });
    expect(((await response.json()) as { data: Me }).data.me.login).toBeNull();
  });

  test('ends at its own time, in real time: the business clock neither ends nor prolongs it', async () => {
    const client = await fresh('lanhdao');
    const admin = await world.as('quantri');
    const setClock = (now: string) =>
      admin.ask('mutation ($now: DateTime!) { setBusinessClock(now: $now) { assumed } }', { now });
    await setClock('2026-06-01T08:00:00+07:00');
    expect((await me(client)).login).toBe('lanhdao');
    await setClock('2025-12-01T08:00:00+07:00');
    await world.owner.query(
      `update session set expires_at = now() where account_id = (select id from account where login = 'lanhdao')`,
    );
    expect(await refusedNow(client)).toBe('NOT_SIGNED_IN');
    expect((await me(client)).login).toBeNull();
  });

  test('ends when its owner signs out, and only that one', async () => {
    const [phone, desk] = [await fresh('trungtam'), await fresh('trungtam')];
    const cookie = phone.cookie;
    await phone.ask('mutation { signOut }');
    const stolen = await fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ query: whoAmI }),
    });
    expect(((await stolen.json()) as { data: Me }).data.me.login).toBeNull();
    expect((await me(desk)).login).toBe('trungtam');
  });

  test('of an account that is disabled has ended, and stays ended when the account is enabled again', async () => {
    const client = await fresh('sokhcn');
    await world.owner.query(`update account set disabled_at = now() where login = 'sokhcn'`);
    expect(await refusedNow(client)).toBe('NOT_SIGNED_IN');
    await world.owner.query(`update account set disabled_at = null where login = 'sokhcn'`);
    expect((await me(client)).login).toBeNull();
    expect((await me(await fresh('sokhcn'))).login).toBe('sokhcn');
  });

  test('may do what its owner’s positions allow today, not yesterday', async () => {
    const client = await fresh('truongthon');
    expect((await me(client)).abilities).toContainEqual({ action: 'household:verify' });
    await world.owner.query(`update position set valid_to = '2025-12-01' where person_id = $1`, [
      world.people.truongthon,
    ]);
    expect(await me(client)).toMatchObject({ login: 'truongthon', abilities: [] });
    await world.owner.query(`update position set valid_to = '2025-12-02' where person_id = $1`, [
      world.people.truongthon,
    ]);
    expect((await me(client)).abilities).not.toEqual([]);
  });
});

describe('the business clock', () => {
  test('is set by the administrator alone; an instant needs its time zone', async () => {
    const set = 'mutation ($now: DateTime) { setBusinessClock(now: $now) { assumed } }';
    expect(await (await world.as('vanhoa')).refused(set, { now: '2025-12-05T08:00:00+07:00' })).toBe(
      'NOT_ALLOWED',
    );
    expect(await (await world.as('quantri')).refused(set, { now: '2025-12-05T08:00:00' })).toBe(
      'QUERY_NOT_VALID',
    );
    expect(await (await world.as('quantri')).refused(set, { now: '2025-02-30' })).toBe('QUERY_NOT_VALID');
  });
});

test('two people with one password have two hashes', async () => {
  const [one, other] = [await hashPassword(password), await hashPassword(password)];
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(other);
});
