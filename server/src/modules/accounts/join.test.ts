import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { request } from 'node:http';
import { Client } from '../../../../tests/kit/client.js';
import { addNeighbour } from '../../../../tests/kit/neighbour.js';
import { createWorld, type World } from '../../../../tests/kit/world.js';
import { accountOf, disable, eventsOf, inviteRows, newPerson, password, reset } from './accounts.fixture.js';

const check =
  'mutation ($token: String!) { checkInvitation(token: $token) { fullName login communeName kind } }';
const accept = `mutation ($token: String!, $password: String!) { acceptInvitation(token: $token, password: $password) {
  login state person { fullName } positions { role orgUnit { name } } } }`;
const whoAmI = '{ me { login state } }';
const chosen = 'ba con mèo trèo cây cau';

let world: World;
let admin: Client;
beforeAll(async () => {
  world = await createWorld({ env: { FACES: 'http' } });
  admin = await world.as('quantri');
});
// Wrong tokens are counted by address, and all tests come from one.
beforeEach(() => world.owner.query('delete from rate_limit'));
afterAll(() => world.close());

let people = 0;
async function invited(more: object = {}): Promise<{ token: string; accountId: string; login: string }> {
  people += 1;
  const personId = await newPerson(world, `Lê Thị Mời ${'ABCDEFGHIKLMNOPQRST'[people]!}`);
  const { rows } = await inviteRows(admin, [{ personId, login: `nguoi.moi${people}`, ...more }]);
  const { path, account } = rows[0]!.link!;
  return { token: path.split('#')[1]!, accountId: account.id, login: account.login };
}
async function resetLink(accountId: string): Promise<string> {
  const { resetAccess } = await admin.ask<{ resetAccess: { path: string } }>(reset, { accountId });
  return resetAccess.path.split('#')[1]!;
}
const stranger = () => new Client(world.url);
const join = (client: Client, token: string, typed = chosen) =>
  client.send<{ acceptInvitation: object }>(accept, { token, password: typed });
const checked = async (token: string) =>
  (await stranger().ask<{ checkInvitation: object | null }>(check, { token })).checkInvitation;

/** What somebody sees of a refusal, without what differs from one request to the next. */
function seen({ data, errors }: Awaited<ReturnType<typeof join>>): string {
  const { requestId, ...rest } = errors![0]!.extensions;
  return JSON.stringify([data, errors!.length, errors![0]!.message, rest, requestId.length]);
}

describe('a link that cannot be used', () => {
  test('used, expired, revoked, made up, or of a disabled account: the answer is one and the same', async () => {
    const used = await invited();
    expect((await join(stranger(), used.token)).errors).toBeUndefined();
    const expired = await invited();
    await world.owner.query('update invitation set expires_at = now() where account_id = $1', [
      expired.accountId,
    ]);
    const revoked = await invited();
    await resetLink(revoked.accountId);
    const disabled = await invited();
    await admin.ask(disable, { id: disabled.accountId, reason: 'Nhầm người' });
    const tokens = [used, expired, revoked, disabled].map(({ token }) => token);
    tokens.push('x'.repeat(43), '', "' or true --", 'đ'.repeat(4_000));
    const answers = [];
    for (const token of tokens) {
      expect(await checked(token)).toBeNull();
      answers.push(await join(stranger(), token));
    }
    expect(new Set(answers.map(seen)).size).toBe(1);
    expect(answers[0]!.errors![0]!.extensions).toMatchObject({ key: 'LINK_NOT_USABLE', code: 'NOT_FOUND' });
    const { rows } = await world.owner.query('select from account where id = any ($1) and has_password', [
      [expired, revoked, disabled].map(({ accountId }) => accountId),
    ]);
    expect(rows).toEqual([]);
  });

  test('is not found by trying: after twenty wrong ones an address must wait, also with a right one', async () => {
    const { token } = await invited();
    const keys: (string | undefined)[] = [];
    for (let at = 0; at < 21; at += 1) {
      const { errors } = await stranger().send(check, { token: `wrong${at}` });
      keys.push(errors?.[0]?.extensions.key);
    }
    expect(keys.slice(0, 20)).toEqual(Array<undefined>(20).fill(undefined));
    expect(keys[20]).toBe('TOO_MANY_ATTEMPTS');
    expect(await stranger().refused(accept, { token, password: chosen })).toBe('TOO_MANY_ATTEMPTS');
    await world.owner.query('delete from rate_limit');
    expect((await join(stranger(), token)).errors).toBeUndefined();
  });

  test('is not found by aliases either: a document tries once', async () => {
    const both =
      'mutation { a: checkInvitation(token: "a") { login } b: checkInvitation(token: "b") { login } }';
    expect(await stranger().refused(both)).toBe('ONE_ATTEMPT_AT_A_TIME');
  });
});

describe('a password that is not good enough', () => {
  test.each([
    ['too short', 'ngắn quá', 'PASSWORD_TOO_SHORT'],
    ['too long', 'dài '.repeat(60), 'PASSWORD_TOO_LONG'],
    ['easily guessed', '1234567890', 'PASSWORD_GUESSABLE'],
  ])('%s is refused, and the link stays usable', async (_, typed, key) => {
    const { token, accountId } = await invited();
    const { errors } = await join(stranger(), token, typed);
    expect(errors![0]!.extensions).toMatchObject({ key, fields: [{ path: 'password', key }] });
    expect(await checked(token)).not.toBeNull();
    const { rows } = await world.owner.query('select has_password from account where id = $1', [accountId]);
    expect(rows).toEqual([{ has_password: false }]);
  });
});

describe('a link', () => {
  test('greets its owner before anything is done, as often as it is opened', async () => {
    const { token, login } = await invited();
    const greeting = {
      login,
      communeName: 'Thượng Hồng',
      kind: 'JOIN',
      fullName: expect.stringMatching(/^Lê Thị Mời/) as unknown,
    };
    expect(await checked(token)).toEqual(greeting);
    expect(await checked(token)).toEqual(greeting);
  });

  test('is not opened by a GET, as a preview of a message would send it', async () => {
    const { token } = await invited();
    const query = encodeURIComponent(
      `mutation { acceptInvitation(token: "${token}", password: "${chosen}") { login } }`,
    );
    const answer = await fetch(`${world.url}/graphql?query=${query}`);
    expect(answer.ok).toBe(false);
    const page = await fetch(`${world.url}/join`, { headers: { accept: 'text/html' } });
    expect(page.headers.get('set-cookie')).toBeNull();
    expect(await checked(token)).not.toBeNull();
  });

  test('sets the password and lets its owner in, with the position that came with it', async () => {
    const { token, login, accountId } = await invited({ role: 'FRONT', orgUnitCode: 'MTTQ' });
    const client = stranger();
    const { data } = await join(client, token);
    expect(data.acceptInvitation).toMatchObject({
      login,
      state: 'SIGNED_IN',
      positions: [{ role: 'FRONT', orgUnit: { name: 'Uỷ ban Mặt trận Tổ quốc xã' } }],
    });
    expect(await client.ask(whoAmI)).toEqual({ me: { login, state: 'SIGNED_IN' } });
    await Client.signIn(world.url, login, chosen);
    const { data: event, actor } = (await eventsOf(world, 'InvitationAccepted')).at(-1)!;
    expect(event).toEqual({ accountId, kind: 'JOIN' });
    const { rows } = await world.owner.query('select person_id from account where id = $1', [accountId]);
    expect(rows).toEqual([{ person_id: actor }]);
  });

  test('works once, also when it is used twice at the same moment', async () => {
    const { token, accountId } = await invited();
    const answers = await Promise.all([
      join(stranger(), token),
      join(stranger(), token, 'một mật khẩu khác hẳn'),
    ]);
    expect(answers.flatMap(({ errors }) => errors ?? []).map(({ extensions }) => extensions.key)).toEqual([
      'LINK_NOT_USABLE',
    ]);
    const { rows } = await world.owner.query(
      'select from session where account_id = $1 and ended_at is null',
      [accountId],
    );
    expect(rows).toHaveLength(1);
  });

  test('gives a browser that somebody else used a session of its own, and ends theirs', async () => {
    const browser = await Client.signIn(world.url, 'quantri', password);
    const before = browser.cookie;
    const { token, login } = await invited();
    await join(browser, token);
    expect(browser.cookie).not.toBe(before);
    expect(await browser.ask(whoAmI)).toEqual({ me: { login, state: 'SIGNED_IN' } });
    const old = await fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: before },
      body: JSON.stringify({ query: whoAmI }),
    });
    expect(await old.json()).toMatchObject({ data: { me: { login: null, state: 'NOBODY' } } });
  });

  test('for an account with a second factor opens no more than the question for its code', async () => {
    const { token, accountId } = await invited({ role: 'OFFICE', orgUnitCode: 'VHXH' });
    await world.owner.query(
      `insert into second_factor (account_id, commune_id, secret, confirmed_at) values ($1, $2, 'GEZDGNBVGY3TQOJQ', now())`,
      [accountId, world.communeId],
    );
    const client = stranger();
    expect((await join(client, token)).data.acceptInvitation).toMatchObject({
      state: 'NEEDS_CODE',
      positions: [],
    });
    expect(await client.refused('{ households { totalCount } }')).toBe('NOT_SIGNED_IN');
  });
});

describe('a link for lost access', () => {
  test('sets another password, ends every session of before, and does not work again', async () => {
    const client = await world.newcomer({ login: 'quen.mat.khau', role: 'FRONT', at: 'MTTQ' });
    const accountId = await accountOf(world, 'quen.mat.khau');
    const token = await resetLink(accountId);
    expect(await checked(token)).toMatchObject({ kind: 'RESET', login: 'quen.mat.khau' });
    await client.ask('{ households { totalCount } }');
    expect((await join(stranger(), token)).errors).toBeUndefined();
    expect(await client.refused('{ households { totalCount } }')).toBe('NOT_SIGNED_IN');
    await expect(Client.signIn(world.url, 'quen.mat.khau', password)).rejects.toThrow('SIGN_IN_REFUSED');
    await Client.signIn(world.url, 'quen.mat.khau', chosen);
    expect(await stranger().refused(accept, { token, password: 'lại một lần nữa nhé' })).toBe(
      'LINK_NOT_USABLE',
    );
    await Client.signIn(world.url, 'quen.mat.khau', chosen);
    expect((await eventsOf(world, 'AccessReset')).at(-1)!.data).toEqual({ accountId, kind: 'RESET' });
  });

  test('never names the host that the request came to', async () => {
    const accountId = await accountOf(world, 'chidao');
    const answer = await new Promise<string>((resolve, reject) => {
      const call = request(`${world.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          cookie: admin.cookie,
          host: 'ke-gian.example',
          'x-forwarded-host': 'ke-gian.example',
        },
      });
      call.on('response', (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve(text));
      });
      call.on('error', reject);
      call.end(JSON.stringify({ query: reset, variables: { accountId } }));
    });
    const { data } = JSON.parse(answer) as { data: { resetAccess: { path: string } } };
    expect(data.resetAccess.path).toMatch(/^\/join#[\w-]{43}$/);
    expect(answer).not.toContain('ke-gian');
  });

  test('of another commune greets in that commune’s name, and lets in there', async () => {
    const theirs = await addNeighbour(world.owner);
    const { rows } = await world.owner.query<{ id: string }>(
      `insert into account (commune_id, person_id, login, created_at) values ($1, $2, 'lang.gieng', now()) returning id`,
      [theirs.communeId, theirs.personId],
    );
    await world.owner.query(
      `insert into invitation (commune_id, account_id, kind, token_hash, expires_at) values ($1, $2, 'JOIN', sha256('token-lang'), now() + interval '1 day')`,
      [theirs.communeId, rows[0]!.id],
    );
    expect(await checked('token-lang')).toMatchObject({ communeName: 'Láng Giềng', login: 'lang.gieng' });
    const client = stranger();
    expect((await join(client, 'token-lang')).errors).toBeUndefined();
    expect(await client.ask('{ me { commune { name } } }')).toEqual({
      me: { commune: { name: 'Láng Giềng' } },
    });
  });
});
