import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addDays, vietnamDay } from '../../kernel/index.js';
import type { Client } from '../../../../tests/kit/client.js';
import { addNeighbour } from '../../../../tests/kit/neighbour.js';
import { createWorld, type World } from '../../../../tests/kit/world.js';
import { confirmedLongAgo, eventsOf, fresh } from './access.fixture.js';

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

describe('making a key', () => {
  test('is for those who may, freshly confirmed', async () => {
    expect(await world.anonymous().refused(create, input())).toBe('NOT_SIGNED_IN');
    expect(await (await fresh(world, 'thanhvien')).refused(create, input())).toBe('NOT_ALLOWED');
    const client = await fresh(world, 'trungtam');
    await confirmedLongAgo(world, 'trungtam');
    expect(await client.refused(create, input())).toBe('CONFIRM_IDENTITY');
  });

  test.each([
    ['what its owner may not do', { scopes: ['household:read', 'account:manage'] }, 'API_KEY_SCOPES'],
    ['what nobody can do', { scopes: ['anyone', 'signed-in', 'household:*', ''] }, 'API_KEY_SCOPES'],
    ['making keys', { scopes: ['key:make'] }, 'API_KEY_SCOPES'],
    ['letting somebody stand in', { scopes: ['delegation:make'] }, 'API_KEY_SCOPES'],
    ['nothing', { scopes: [] }, 'API_KEY_NO_SCOPES'],
    ['an expiry that has passed', { expiresOn: addDays(today, -1) }, 'API_KEY_EXPIRY'],
    ['an expiry after more than 366 days', { expiresOn: addDays(today, 366) }, 'API_KEY_EXPIRY'],
    ['no name', { name: '  ' }, 'API_KEY_NAME'],
    ['a name without end', { name: 'x'.repeat(101) }, 'API_KEY_NAME'],
  ])('for %s is refused', async (_, change, key) => {
    expect(await office.refused(create, input(change))).toBe(key);
  });

  test('tells the key once, keeps its hash, and lasts to the end of its last day', async () => {
    const { key, apiKey } = await make(office, { expiresOn: addDays(today, 365) });
    expect(key).toMatch(/^tn_[\w-]{43}$/);
    expect(apiKey.hint).toBe(key.slice(0, 8));
    expect(apiKey.scopes).toEqual(['household:read', 'org:read']);
    expect(apiKey.expiresAt).toBe(new Date(`${addDays(today, 366)}T00:00:00+07:00`).toISOString());
    const { rows } = await world.owner.query<{ row: string }>('select k::text as row from api_key k');
    for (const { row } of rows) expect(row).not.toContain(key.slice(8));
    const events = await eventsAbout(apiKey.id, 'ApiKeyMade');
    expect(events).toMatchObject([{ scopes: ['household:read', 'org:read'] }]);
    expect(JSON.stringify(events)).not.toContain(key.slice(3, 8));
  });
});

async function eventsAbout(id: string, type: string): Promise<object[]> {
  const { rows } = await world.owner.query<{ data: object }>(
    'select data from event where type = $1 and subject_id = $2',
    [type, id],
  );
  return rows.map(({ data }) => data);
}

describe('the list of keys', () => {
  test('shows everybody’s to the administrator, who may revoke them, and one’s own to everybody else', async () => {
    const { apiKey } = await make(office);
    const front = await fresh(world, 'trungtam');
    expect((await front.ask<{ apiKeys: { nodes: object[] } }>(list)).apiKeys.nodes).toEqual([]);
    expect(await front.refused(revoke, { id: apiKey.id })).toBe('NOT_FOUND');
    const admin = await fresh(world, 'quantri');
    const { apiKeys } = await admin.ask<{
      apiKeys: { nodes: { id: string; owner: { fullName: string } }[] };
    }>(list);
    expect(apiKeys.nodes.find(({ id }) => id === apiKey.id)!.owner.fullName).toBe('Phạm Văn Hoá');
    await admin.ask(revoke, { id: apiKey.id });
    expect(await eventsAbout(apiKey.id, 'ApiKeyRevoked')).toHaveLength(1);
    // Twice is as good as once.
    await admin.ask(revoke, { id: apiKey.id });
    expect(await eventsAbout(apiKey.id, 'ApiKeyRevoked')).toHaveLength(1);
    expect(await eventsOf(world, 'ApiKeyRevoked', 'quantri')).toEqual([]);
  });
});
