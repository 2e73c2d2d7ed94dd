/** What comes from another site, by another method, or in another dress than the API's own. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { request } from 'node:http';
import type { Client } from '../kit/client.js';
import { subscribe } from '../kit/stream.js';
import { until } from '../kit/until.js';
import { createWorld, type World } from '../kit/world.js';

let world: World;
let admin: Client;
beforeAll(async () => {
  world = await createWorld({ env: { FACES: 'http' } });
  admin = await world.as('quantri');
});
afterAll(() => world.close());

const rename = 'mutation ($id: ID!) { renameOrgUnit(id: $id, name: "Bị đổi") { id } }';
const unitName = async () =>
  (await world.owner.query<{ name: string }>(`select name from org_unit where code = 'MTTQ'`)).rows[0]!.name;

interface Sent {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string | FormData;
}
async function send({ method = 'POST', path = '/graphql', headers = {}, body }: Sent) {
  const response = await fetch(world.url + path, {
    method,
    headers: { cookie: admin.cookie, ...headers },
    ...(body === undefined ? {} : { body }),
  });
  return { status: response.status, text: await response.text(), headers: response.headers };
}
const json = { 'content-type': 'application/json' };
const renaming = () => JSON.stringify({ query: rename, variables: { id: String(world.units['MTTQ']) } });

describe('a change of data', () => {
  test.each<[string, () => Sent, number]>([
    [
      'by GET',
      () => ({
        method: 'GET',
        path: `/graphql?query=${encodeURIComponent(`mutation { renameOrgUnit(id: "${world.units['MTTQ']}", name: "Bị đổi") { id } }`)}`,
        headers: { 'apollo-require-preflight': 'true' },
      }),
      405,
    ],
    [
      'as plain text, which a form of another site can send',
      () => ({ headers: { 'content-type': 'text/plain' }, body: renaming() }),
      400,
    ],
    [
      'as a form',
      () => ({
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: `query=${encodeURIComponent(rename)}`,
      }),
      415,
    ],
    [
      'as multipart',
      () => {
        const body = new FormData();
        body.set('operations', renaming());
        body.set('map', '{}');
        return { body };
      },
      415,
    ],
    [
      'from a page of another site',
      () => ({ headers: { ...json, origin: 'https://xa-la.example' }, body: renaming() }),
      403,
    ],
    ['from a sandboxed page', () => ({ headers: { ...json, origin: 'null' }, body: renaming() }), 403],
    [
      'said by the browser to be cross-site',
      () => ({ headers: { ...json, 'sec-fetch-site': 'cross-site' }, body: renaming() }),
      403,
    ],
    [
      'with a __proto__ key',
      () => ({ headers: json, body: `{"__proto__": {"a": 1}, ${renaming().slice(1)}` }),
      400,
    ],
    [
      'with a __proto__ key in its variables',
      () => ({
        headers: json,
        body: JSON.stringify({ query: rename }).replace(
          '}',
          `, "variables": {"__proto__": {"id": "${world.units['MTTQ']}"}}}`,
        ),
      }),
      400,
    ],
    [
      'of more than a megabyte',
      () => ({
        headers: json,
        body: JSON.stringify({ query: rename, variables: { id: 'x'.repeat(1_100_000) } }),
      }),
      413,
    ],
    ['that is no JSON', () => ({ headers: json, body: '{"query": ' }), 400],
    ['whose query is an object', () => ({ headers: json, body: '{"query": {"toString": 1}}' }), 400],
    [
      'whose variables are a list',
      () => ({ headers: json, body: JSON.stringify({ query: rename, variables: ['1'] }) }),
      400,
    ],
  ])('%s changes nothing', async (_, made, status) => {
    const before = await unitName();
    const answer = await send(made());
    expect([answer.status, await unitName()]).toEqual([status, before]);
    expect(answer.text).not.toMatch(/node_modules|at \w+ \(|postgres/);
  });

  test('from our own page goes through', async () => {
    const { status } = await send({
      headers: { ...json, origin: world.url, 'sec-fetch-site': 'same-origin' },
      body: renaming(),
    });
    expect([status, await unitName()]).toEqual([200, 'Bị đổi']);
  });
});

describe('a link from another site', () => {
  test('opens the panel', async () => {
    // fetch sets these headers itself, so the request is made by hand.
    const status = await new Promise((resolve, reject) => {
      const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
      request(`${world.url}/health/live`, { headers }, (response) => resolve(response.resume().statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(200);
  });
});

describe('the answers', () => {
  test('carry a strict policy for scripts, frames and plug-ins, and let nobody guess their type', async () => {
    const { headers } = await send({ method: 'GET', path: '/health/live' });
    const policy = headers.get('content-security-policy')!;
    expect(policy).toMatch(/script-src 'self'(;|$)/);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/https?:|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('server')).toBeNull();
  });

  test('never follow a Host header into a link', async () => {
    const { text, headers } = await send({
      method: 'GET',
      path: '/',
      headers: { accept: 'text/html', 'x-forwarded-host': 'xa-la.example' },
    });
    expect(text + JSON.stringify([...headers])).not.toContain('xa-la.example');
  });
});

describe('what the schema tells', () => {
  const introspect = '{ __schema { types { name } } }';
  test('it tells to those who are signed in, and to nobody else', async () => {
    expect(await world.anonymous().refused(introspect)).toBe('NOT_SIGNED_IN');
    expect(await world.anonymous().refused('{ __type(name: "Household") { fields { name } } }')).toBe(
      'NOT_SIGNED_IN',
    );
    await admin.ask(introspect);
  });

  test('is not to be had by guessing near a name', async () => {
    for (const query of [
      '{ household { id } }',
      '{ mee { login } }',
      '{ people(orderBy: { field: SORT_NAM }) { totalCount } }',
    ]) {
      const { errors } = await admin.send(query);
      expect(JSON.stringify(errors)).not.toMatch(/did you mean/i);
    }
    const { errors } = await admin.send(
      'query ($by: [PersonOrder!]) { people(orderBy: $by) { totalCount } }',
      { by: [{ field: 'SORT_NAM' }] },
    );
    expect(JSON.stringify(errors)).not.toMatch(/did you mean/i);
  });
});

const changes = 'subscription { scoreboardChanged { at } }';

describe('an event stream', () => {
  test.each<[string, Record<string, string>, number]>([
    ['by nobody', { cookie: '' }, 401],
    ['with a session that is made up', { cookie: 'tungnha_session=made-up' }, 401],
    ['from another site', { origin: 'https://xa-la.example' }, 403],
  ])('%s does not open', async (_, headers, status) => {
    const answer = await send({
      path: '/graphql/stream',
      headers: { ...json, accept: 'text/event-stream', ...headers },
      body: JSON.stringify({ query: changes }),
    });
    expect(answer.status).toBe(status);
  });

  test('with a session that has expired does not open', async () => {
    const watcher = await world.newcomer({ login: 'nguoixem4', role: 'STEERING_VIEWER', at: 'BCD' });
    await world.owner.query(
      `update session set expires_at = now() where account_id = (select id from account where login = 'nguoixem4')`,
    );
    expect((await subscribe(world.url, watcher.cookie, changes)).status).toBe(401);
  });

  test('of a document that is too deep does not open', async () => {
    const query = `subscription { scoreboardChanged { ${'at { '.repeat(20)} x ${'} '.repeat(20)} } }`;
    const answer = await send({
      path: '/graphql/stream',
      headers: { ...json, accept: 'text/event-stream' },
      body: JSON.stringify({ query }),
    });
    expect(answer.status).toBe(401);
    expect(answer.text).not.toMatch(/did you mean/i);
  });

  test('ends at once when its session ends', async () => {
    const watcher = await world.newcomer({ login: 'nguoixem', role: 'STEERING_VIEWER', at: 'BCD' });
    const stream = await subscribe(world.url, watcher.cookie, changes);
    expect(stream.status).toBe(200);
    await watcher.ask('mutation { signOut }');
    await until({ what: 'the stream has ended', seconds: 5 }, () => stream.ended);
  });

  test('ends when its owner’s position ends, and is refused from then on', async () => {
    const watcher = await world.newcomer({ login: 'nguoixem2', role: 'STEERING_VIEWER', at: 'BCD' });
    const stream = await subscribe(world.url, watcher.cookie, changes);
    expect(stream.status).toBe(200);
    await world.owner.query(
      `update position set valid_to = '2025-12-01' where person_id = (select person_id from account where login = 'nguoixem2')`,
    );
    await until({ what: 'the stream has ended', seconds: 5 }, () => stream.ended);
    expect((await subscribe(world.url, watcher.cookie, changes)).status).not.toBe(200);
  });

  test('ends when the account is disabled', async () => {
    const watcher = await world.newcomer({ login: 'nguoixem3', role: 'STEERING_VIEWER', at: 'BCD' });
    const stream = await subscribe(world.url, watcher.cookie, changes);
    await world.owner.query(`update account set disabled_at = now() where login = 'nguoixem3'`);
    await until({ what: 'the stream has ended', seconds: 5 }, () => stream.ended);
  });
});
