import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createWorld, type World } from '../../../../tests/kit/world.js';
import { readConfig } from '../../kernel/config.js';
import { createLogger } from '../../kernel/log.js';
import { start } from '../../start.js';
import { eventsOf, fresh, me, password, send, signIn, whoAmI, whoIs } from './access.fixture.js';

let world: World;
beforeAll(async () => void (world = await createWorld({ env: { FACES: 'http', SESSION_IDLE_HOURS: '2' } })));
afterAll(() => world.close());

interface Session {
  id: string;
  device: string;
  address: string;
  isCurrent: boolean;
}
const mySessions = '{ mySessions { id device address isCurrent createdAt lastSeenAt expiresAt } }';
const endSession = 'mutation ($id: ID!) { endSession(id: $id) }';
const lengthen = (login: string, change: string) =>
  world.owner.query(
    `update session set ${change} where account_id = (select id from account where login = $1)`,
    [login],
  );

describe('the list of one’s sessions', () => {
  test('is nobody’s without signing in', async () => {
    expect(await world.anonymous().refused(mySessions)).toBe('NOT_SIGNED_IN');
    expect(await world.anonymous().refused('mutation { signOutEverywhere }')).toBe('NOT_SIGNED_IN');
  });

  test('holds no session of anybody else, who cannot end it either', async () => {
    const [stranger, own] = [await fresh(world, 'mattran'), await fresh(world, 'trungtam')];
    const [theirs] = (await stranger.ask<{ mySessions: Session[] }>(mySessions)).mySessions;
    const listed = (await own.ask<{ mySessions: Session[] }>(mySessions)).mySessions;
    expect(listed.map(({ id }) => id)).not.toContain(theirs!.id);
    expect(await own.refused(endSession, { id: theirs!.id })).toBe('NOT_FOUND');
    expect(await own.refused(endSession, { id: 'x' })).toBe('NOT_FOUND');
    // Nor can the administrator here, who does see sessions.
    const admin = await fresh(world, 'quantri');
    expect(await admin.refused(endSession, { id: theirs!.id })).toBe('NOT_FOUND');
    expect((await me(stranger)).login).toBe('mattran');
  });

  test('says the device and the address of each, and which one it is', async () => {
    const phone = await send(world, signIn, {
      headers: {
        'user-agent':
          'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36',
      },
      variables: { login: 'chidao', password },
    });
    const desk = await fresh(world, 'chidao');
    const { mySessions: listed } = await desk.ask<{ mySessions: Session[] }>(mySessions);
    expect(listed.map(({ device, address, isCurrent }) => [device, address, isCurrent])).toEqual([
      ['node', '127.0.0.1', true],
      ['Chrome · Android', '127.0.0.1', false],
    ]);
    await desk.ask(endSession, { id: listed[1]!.id });
    expect((await whoIs(world, phone.cookie!)).login).toBeNull();
    expect(await eventsOf(world, 'SessionEnded', 'chidao')).toMatchObject([
      { reason: 'ENDED_BY_OWNER', sessionIds: [listed[1]!.id] },
    ]);
  });

  test('is cut to this one by signing out everywhere', async () => {
    const [first, second, here] = [
      await fresh(world, 'lanhdao'),
      await fresh(world, 'lanhdao'),
      await fresh(world, 'lanhdao'),
    ];
    expect(await here.ask('mutation { signOutEverywhere }')).toEqual({ signOutEverywhere: 2 });
    expect([(await me(first)).login, (await me(second)).login, (await me(here)).login]).toEqual([
      null,
      null,
      'lanhdao',
    ]);
    expect(await here.ask('mutation { signOutEverywhere }')).toEqual({ signOutEverywhere: 0 });
  });

  test('lets one end the session that asks, which is signing out', async () => {
    const client = await fresh(world, 'trungtam');
    const { mySessions: listed } = await client.ask<{ mySessions: Session[] }>(mySessions);
    const cookie = client.cookie;
    await client.ask(endSession, { id: listed.find(({ isCurrent }) => isCurrent)!.id });
    expect((await whoIs(world, cookie)).login).toBeNull();
  });
});

describe('a session', () => {
  test('ends when it is not used for the idle time, whatever its last day', async () => {
    const client = await fresh(world, 'vanhoa');
    await lengthen('vanhoa', `last_seen_at = now() - interval '119 minutes'`);
    expect((await me(client)).login).toBe('vanhoa');
    await lengthen('vanhoa', `last_seen_at = now() - interval '121 minutes'`);
    expect((await me(client)).login).toBeNull();
    expect(await client.refused(mySessions)).toBe('NOT_SIGNED_IN');
  });

  test('that somebody fixed before the sign-in is not the one that is signed in, and has ended', async () => {
    const attacker = await fresh(world, 'mattran');
    // The victim's browser was made to carry the attacker's cookie, or one that was made up.
    for (const planted of [attacker.cookie, 'tungnha_session=planted-by-an-attacker']) {
      const { cookie } = await send(world, signIn, {
        headers: { cookie: planted },
        variables: { login: 'lanhdao', password },
      });
      expect(cookie).not.toBe(planted);
      expect((await whoIs(world, cookie!)).login).toBe('lanhdao');
      expect((await whoIs(world, planted)).login).toBeNull();
    }
    expect(await eventsOf(world, 'SessionEnded', 'mattran')).toMatchObject([{ reason: 'SIGNED_IN_ANEW' }]);
  });

  test('stays the one it was when the document that signed in anew failed in another field', async () => {
    const { cookie: before } = await send(world, signIn, { variables: { login: 'lanhdao', password } });
    // Who owes a code cannot begin to set up a factor.
    await world.owner.query(
      `insert into second_factor (commune_id, account_id, secret, confirmed_at) select commune_id, id, 'x', now() from account where login = 'truongthon'`,
    );
    const { cookie, answer } = await send(
      world,
      `mutation ($login: String!, $password: String!) { signIn(login: $login, password: $password) { state } beginSecondFactor { uri } }`,
      { headers: { cookie: before! }, variables: { login: 'truongthon', password } },
    );
    expect(answer.errors!.map(({ path, extensions }) => [path, extensions.key])).toEqual([
      [['beginSecondFactor'], 'NOT_SIGNED_IN'],
    ]);
    expect(cookie).toBeNull();
    expect((await whoIs(world, before!)).login).toBe('lanhdao');
  });

  test('over HTTPS has a cookie that the browser itself holds to this host', async () => {
    const config = readConfig({ ...world.env, SECURE_COOKIES: 'true' });
    const server = await start(config, createLogger('silent'));
    const secure = { ...world, url: `http://127.0.0.1:${server.port}` };
    try {
      const response = await fetch(`${secure.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: signIn, variables: { login: 'vanhoa', password } }),
      });
      const set = response.headers.get('set-cookie')!;
      expect(set).toMatch(
        /^__Host-tungnha_session=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Strict$/,
      );
      const [cookie] = set.split(';');
      expect((await whoIs(secure, cookie!)).login).toBe('vanhoa');
      expect((await whoIs(secure, cookie!.replace('__Host-', ''))).login).toBeNull();
    } finally {
      await server.stop();
    }
  });
});

describe('when somebody’s rights change', () => {
  const promote = (login: 'vanhoa' | 'trungtam') =>
    world.owner.query(
      `insert into position (commune_id, person_id, org_unit_id, role, valid_from) values ($1, $2, $3, 'COUNCIL_MEMBER', '2025-11-01')`,
      [world.communeId, world.people[login], world.units['UBND']],
    );
  const token = async (cookie: string) => send(world, whoAmI, { headers: { cookie } });

  test('the next answer brings another token; requests under way keep working with the old one for a while', async () => {
    const { cookie: old } = await send(world, signIn, { variables: { login: 'vanhoa', password } });
    await promote('vanhoa');
    const answers = await Promise.all(Array.from({ length: 8 }, () => token(old!)));
    expect(
      answers
        .map(({ answer }) => answer.data)
        .every((data) => (data as { me: { login: string } }).me.login === 'vanhoa'),
    ).toBe(true);
    const given = answers.flatMap(({ cookie }) => cookie ?? []);
    expect(given).toHaveLength(1);
    expect(given[0]).not.toBe(old);
    expect((await whoIs(world, given[0]!)).login).toBe('vanhoa');
    // Once only.
    expect((await token(given[0]!)).cookie).toBeNull();
    expect((await token(old!)).cookie).toBeNull();
    expect((await whoIs(world, old!)).login).toBe('vanhoa');
    await world.owner.query(`update session set previous_until = now() where previous_until is not null`);
    expect((await whoIs(world, old!)).login).toBeNull();
    expect((await whoIs(world, given[0]!)).login).toBe('vanhoa');
  });

  test('a request that comes with the old token can still sign the session out', async () => {
    const { cookie: old } = await send(world, signIn, { variables: { login: 'trungtam', password } });
    await promote('trungtam');
    const { cookie: next } = await token(old!);
    await send(world, 'mutation { signOut }', { headers: { cookie: old! } });
    expect((await whoIs(world, next!)).login).toBeNull();
  });
});
