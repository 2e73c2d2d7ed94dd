import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, vietnamDay } from '../../kernel/index.js';
import type { Client } from '../../../../tests/kit/client.js';
import { addNeighbour } from '../../../../tests/kit/neighbour.js';
import { createWorld, type World } from '../../../../tests/kit/world.js';
import { forgetAttempts, fresh, send } from './access.fixture.js';

let world: World;
let office: Client;
beforeAll(async () => {
  world = await createWorld({ env: { FACES: 'http' } });
  await addNeighbour(world.owner);
  for (const village of ['DONG', 'TAY']) await world.home({ village });
  office = await fresh(world, 'vanhoa');
});
afterAll(() => world.close());

const create =
  'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { key apiKey { id hint scopes expiresAt } } }';
const revoke = 'mutation ($id: ID!) { revokeApiKey(id: $id) { revokedAt } }';
const list =
  '{ apiKeys { nodes { id name hint scopes lastUsedAt lastUsedFrom revokedAt owner { fullName } } } }';
// Keys live in system time, so their days are those of the real calendar.
const today = vietnamDay(new Date());
const input = (change: object = {}) => ({
  input: {
    name: 'Bảng tin của xã',
    scopes: ['household:read', 'org:read'],
    expiresOn: addDays(today, 30),
    ...change,
  },
});
interface Made {
  createApiKey: { key: string; apiKey: { id: string; hint: string; scopes: string[]; expiresAt: string } };
}
const make = async (client: Client, change: object = {}) =>
  (await client.ask<Made>(create, input(change))).createApiKey;
const withKey = (key: string, query: string, headers: Record<string, string> = {}) =>
  send<never>(world, query, { headers: { authorization: `Bearer ${key}`, ...headers } });
const homes = '{ households { nodes { village { code } phone } } }';

describe('a key', () => {
  test('that is made up, misspelt, expired or revoked opens nothing', async () => {
    const { key, apiKey } = await make(office);
    const { key: old, apiKey: expired } = await make(office);
    await world.owner.query(`update api_key set expires_at = now() where id = $1`, [expired.id]);
    expect((await withKey(key, homes)).status).toBe(200);
    await office.ask(revoke, { id: apiKey.id });
    for (const bad of [
      key,
      old,
      `${key}x`,
      key.toLowerCase(),
      'tn_',
      'mật-khẩu'.normalize('NFD').replace(/\P{ASCII}/gu, ''),
    ]) {
      const { status, answer } = await withKey(bad, '{ me { login } }');
      expect([bad.slice(0, 8), status, answer.errors![0]!.extensions.key]).toEqual([
        bad.slice(0, 8),
        401,
        'API_KEY_REFUSED',
      ]);
    }
  });

  test('does what its scopes say, within what its owner may do, and nothing else', async () => {
    const { key } = await make(office);
    const { answer } = await withKey(key, homes);
    const { nodes } = (
      answer.data as { households: { nodes: { village: { code: string }; phone: string }[] } }
    ).households;
    // Without person:phone its owner's whole phones stay masked; and the neighbouring commune stays out of sight.
    expect(nodes.map(({ village, phone }) => `${village.code} ${phone}`).toSorted()).toEqual([
      'DONG 0987***321',
      'TAY 0987***321',
    ]);
    for (const query of [
      '{ visits { totalCount } }',
      '{ people { totalCount } }',
      '{ teams { totalCount } }',
    ])
      expect([query, (await withKey(key, query)).answer.errors![0]!.extensions.key]).toEqual([
        query,
        'NOT_ALLOWED',
      ]);
    const { key: phones } = await make(office, { scopes: ['household:read', 'org:read', 'person:phone'] });
    expect(JSON.stringify((await withKey(phones, homes)).answer.data)).toContain('0987654321');
    // A scope that opens no rows leaves the rows behind row-level security closed as well.
    const { key: units } = await make(office, { scopes: ['org:read'] });
    expect((await withKey(units, homes)).answer.errors![0]!.extensions.key).toBe('NOT_ALLOWED');
  });

  test('loses what its owner loses, at once', async () => {
    const { key } = await make(office);
    await world.owner.query(`update position set valid_to = '2025-12-01' where person_id = $1`, [
      world.people.vanhoa,
    ]);
    expect((await withKey(key, homes)).answer.errors![0]!.extensions.key).toBe('NOT_ALLOWED');
    await world.owner.query(`update position set valid_to = null where person_id = $1`, [
      world.people.vanhoa,
    ]);
    expect((await withKey(key, homes)).status).toBe(200);
    const front = await fresh(world, 'mattran');
    const { key: theirs } = await make(front);
    await world.owner.query(`update account set disabled_at = now() where login = 'mattran'`);
    expect((await withKey(theirs, homes)).answer.errors![0]!.extensions.key).toBe('API_KEY_REFUSED');
    await world.owner.query(`update account set disabled_at = null where login = 'mattran'`);
    expect((await withKey(theirs, homes)).answer.errors![0]!.extensions.key).toBe('API_KEY_REFUSED');
  });

  test('cannot do what is its owner’s alone', async () => {
    const every = (
      await office.ask<{ me: { abilities: { action: string }[] } }>('{ me { abilities { action } } }')
    ).me.abilities;
    const scopes = every
      .map(({ action }) => action)
      .filter((action) => !['key:make', 'delegation:make'].includes(action));
    const { key, apiKey } = await make(office, { scopes });
    const own: [string, string][] = [
      [
        `mutation { createApiKey(input: { name: "x", scopes: ["org:read"], expiresOn: "${addDays(today, 1)}" }) { key } }`,
        'NOT_ALLOWED',
      ],
      [`mutation { revokeApiKey(id: "${apiKey.id}") { id } }`, 'NOT_FOR_KEYS'],
      ['{ apiKeys { totalCount } }', 'NOT_FOR_KEYS'],
      ['{ mySessions { id } }', 'NOT_FOR_KEYS'],
      ['mutation { signOutEverywhere }', 'NOT_FOR_KEYS'],
      [`mutation { endSession(id: "${apiKey.id}") }`, 'NOT_FOR_KEYS'],
      [
        'mutation { changePassword(current: "một-mật-khẩu-thử", new: "con mèo ngủ trên mái") { login } }',
        'NOT_FOR_KEYS',
      ],
      ['mutation { confirmIdentity(password: "một-mật-khẩu-thử") { login } }', 'NOT_FOR_KEYS'],
      ['{ mySecondFactor { isOn } }', 'NOT_FOR_KEYS'],
      ['mutation { beginSecondFactor { secret } }', 'NOT_FOR_KEYS'],
      ['mutation { confirmSecondFactor(code: "123456") { recoveryCodes } }', 'NOT_FOR_KEYS'],
      ['mutation { removeSecondFactor }', 'NOT_ALLOWED'],
      ['mutation { renewRecoveryCodes }', 'NOT_ALLOWED'],
      ['mutation { viewAs(role: ADMIN) { login } }', 'NOT_ALLOWED'],
      ['mutation { stopViewing { login } }', 'NOT_FOR_KEYS'],
      ['mutation { enterCode(code: "123456") { login } }', 'NOT_ALLOWED'],
      ['mutation { signIn(login: "vanhoa", password: "một-mật-khẩu-thử") { login } }', 'NOT_ALLOWED'],
    ];
    for (const [query, refusal] of own) {
      const { answer, cookie } = await withKey(key, query);
      expect([query, answer.errors?.[0]?.extensions.key, cookie]).toEqual([query, refusal, null]);
    }
  });

  test('goes before a cookie that comes with it', async () => {
    const { key } = await make(office, { scopes: ['org:read'] });
    const admin = await fresh(world, 'quantri');
    const asked = '{ me { login confirmedUntil abilities { action } } }';
    expect((await withKey(key, asked, { cookie: admin.cookie })).answer.data).toEqual({
      me: { login: 'vanhoa', confirmedUntil: null, abilities: [{ action: 'org:read' }] },
    });
    expect((await withKey('tn_sai', asked, { cookie: admin.cookie })).status).toBe(401);
  });

  test('never works in an address, and neither does a session', async () => {
    const { key } = await make(office);
    const [, session] = office.cookie.split('=');
    const query = encodeURIComponent('{ me { login } }');
    for (const address of [
      `/graphql?query=${query}&access_token=${key}`,
      `/graphql?query=${query}&x=${key}`,
      `/graphql?query=${query}&variables=${encodeURIComponent(JSON.stringify({ key }))}`,
      `/graphql?query=${query}&a=${session}`,
      `/graphql?query=${query}&tungnha_session=x`,
      `/graphql/stream?token=x`,
      `/?api_key=${key}`,
    ]) {
      const response = await fetch(`${world.url}${address}`, {
        headers: { 'apollo-require-preflight': '1' },
      });
      expect([address.slice(0, 60), response.status]).toEqual([address.slice(0, 60), 400]);
      expect(await response.text()).not.toContain('vanhoa');
    }
  });

  test('says when and from where it was last used', async () => {
    const { key, apiKey } = await make(office, { name: 'Dùng rồi' });
    await withKey(key, homes);
    const { apiKeys } = await office.ask<{ apiKeys: { nodes: Record<string, unknown>[] } }>(list);
    const shown = apiKeys.nodes.find(({ id }) => id === apiKey.id)!;
    expect(shown).toMatchObject({
      name: 'Dùng rồi',
      lastUsedFrom: '127.0.0.1',
      revokedAt: null,
      owner: { fullName: 'Phạm Văn Hoá' },
    });
    expect(Date.now() - new Date(shown['lastUsedAt'] as string).getTime()).toBeLessThan(60_000);
  });

  test('is counted when it is wrong, by address; a right one goes on working', async () => {
    await forgetAttempts(world);
    const { key } = await make(office);
    await withKey('tn_sai', homes);
    await world.owner.query(`update rate_limit set points = 60 where key like 'API_KEY:%'`);
    const { status, answer } = await withKey('tn_sai', homes);
    expect([status, answer.errors![0]!.extensions.key]).toEqual([429, 'TOO_MANY_ATTEMPTS']);
    expect((await withKey(key, homes)).status).toBe(200);
  });
});
