import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { Client } from '../../../../tests/kit/client.js';
import { addNeighbour } from '../../../../tests/kit/neighbour.js';
import { refusalOf } from '../../../../tests/kit/refusal.js';
import { subscribe } from '../../../../tests/kit/stream.js';
import { until } from '../../../../tests/kit/until.js';
import { createWorld, type World } from '../../../../tests/kit/world.js';
import { accountOf, disable, enable, eventsOf, nowhere, password, reset } from './accounts.fixture.js';

const endSessions = 'mutation ($accountId: ID!) { endAccountSessions(accountId: $accountId) }';
const removeFactor =
  'mutation ($accountId: ID!) { removeAccountFactor(accountId: $accountId) { id hasSecondFactor } }';
const homes = '{ households { totalCount } }';

let world: World;
let admin: Client;
let theirAccount: string;
beforeAll(async () => {
  world = await createWorld({ env: { FACES: 'http' } });
  admin = await world.as('quantri');
  const { communeId, personId } = await addNeighbour(world.owner);
  const { rows } = await world.owner.query<{ id: string }>(
    `insert into account (commune_id, person_id, login, created_at) values ($1, $2, 'lang.gieng', now()) returning id`,
    [communeId, personId],
  );
  theirAccount = rows[0]!.id;
});
afterAll(() => world.close());

describe('an account is not disabled', () => {
  const because = 'Thôi công tác';

  test('by anybody but an administrator who has just proved who they are', async () => {
    const id = await accountOf(world, 'sokhcn');
    for (const login of ['lanhdao', 'vanhoa', 'truongthon'] as const) {
      const client = await world.as(login);
      for (const [call, variables] of [
        [disable, { id, reason: because }],
        [enable, { id }],
        [endSessions, { accountId: id }],
        [removeFactor, { accountId: id }],
      ] as const)
        expect(await client.refused(call, variables)).toBe('NOT_ALLOWED');
    }
    await world.owner.query(`update session set confirmed_at = now() - interval '11 minutes'`);
    expect(await admin.refused(disable, { id, reason: because })).toBe('CONFIRM_IDENTITY');
    expect(await admin.refused(enable, { id })).toBe('CONFIRM_IDENTITY');
    expect(await admin.refused(removeFactor, { accountId: id })).toBe('CONFIRM_IDENTITY');
    await world.owner.query('update session set confirmed_at = now()');
  });

  test('without a reason, by its owner, or when it is not there', async () => {
    const refused = (id: string, reason = because) => refusalOf(world, admin, disable, { id, reason });
    expect(await refused(await accountOf(world, 'sokhcn'), ' ')).toEqual([
      'ACCOUNT_REASON_EMPTY',
      'reason ACCOUNT_REASON_EMPTY',
    ]);
    expect(await refused(await accountOf(world, 'quantri'))).toEqual(['DISABLING_ONESELF']);
    for (const id of [nowhere, theirAccount, 'quantri']) {
      expect(await refused(id)).toEqual(['NOT_FOUND']);
      expect(await refusalOf(world, admin, enable, { id })).toEqual(['NOT_FOUND']);
      expect(await refusalOf(world, admin, endSessions, { accountId: id })).toEqual(['NOT_FOUND']);
      expect(await refusalOf(world, admin, removeFactor, { accountId: id })).toEqual(['NOT_FOUND']);
    }
  });

  test('when it is one of two administrators who disable each other at the same moment', async () => {
    const second = await world.newcomer({ login: 'quantri.hai', role: 'ADMIN', at: 'UBND' });
    const [mine, theirs] = await Promise.all([accountOf(world, 'quantri'), accountOf(world, 'quantri.hai')]);
    const answers = await Promise.all([
      admin.send(disable, { id: theirs, reason: because }),
      second.send(disable, { id: mine, reason: because }),
    ]);
    const keys = answers.flatMap(({ errors }) => errors ?? []).map(({ extensions }) => extensions.key);
    // Whoever is slower is out already, or would leave nobody.
    expect(keys).toHaveLength(1);
    expect(['LAST_ADMIN', 'NOT_SIGNED_IN']).toContain(keys[0]);
    await world.owner.query('update account set disabled_at = null, disabled_reason = null');
    admin = await Client.signIn(world.url, 'quantri', password);
  });
});

describe('a disabled account', () => {
  test('has no session, no key and no link from that moment on, and its open streams end', async () => {
    const client = await world.newcomer({ login: 'thoi.viec', role: 'SERVICE_CENTER', at: 'TTPVHCC' });
    const phone = await Client.signIn(world.url, 'thoi.viec', password);
    const id = await accountOf(world, 'thoi.viec');
    await world.owner.query(
      `insert into api_key (commune_id, account_id, name, hint, key_hash, scopes, expires_at)
       values ($1, $2, 'Báo cáo', 'tn_abcde', $3, '{household:read}', now() + interval '1 day')`,
      [world.communeId, id, createHash('sha256').update('tn_khoa').digest()],
    );
    await admin.ask(reset, { accountId: id });
    const stream = await subscribe(world.url, client.cookie, 'subscription { scoreboardChanged { at } }');
    expect(stream.status).toBe(200);
    await client.ask(homes);

    const { disableAccount } = await admin.ask<{ disableAccount: object }>(disable, {
      id,
      reason: ' Chuyển công tác ',
    });
    expect(disableAccount).toMatchObject({ id, state: 'DISABLED', disabledReason: 'Chuyển công tác' });
    expect(await client.refused(homes)).toBe('NOT_SIGNED_IN');
    expect(await phone.refused(homes)).toBe('NOT_SIGNED_IN');
    await expect(Client.signIn(world.url, 'thoi.viec', password)).rejects.toThrow('SIGN_IN_REFUSED');
    const { rows } = await world.owner.query(
      `select (select count(*) from session where account_id = $1 and ended_at is null)::int as sessions,
         (select count(*) from session where account_id = $1 and end_reason = 'ACCOUNT_DISABLED')::int as ended,
         (select count(*) from api_key where account_id = $1 and revoked_at is null)::int as keys,
         (select count(*) from invitation where account_id = $1 and revoked_at is null)::int as links`,
      [id],
    );
    expect(rows).toEqual([{ sessions: 0, ended: 2, keys: 0, links: 0 }]);
    expect(await refusalOf(world, admin, disable, { id, reason: 'Lần nữa' })).toEqual(['ACCOUNT_DISABLED']);
    const written = (await eventsOf(world, 'AccountDisabled')).at(-1)!;
    expect(written).toMatchObject({
      data: { accountId: id },
      detail: { before: { state: 'ACTIVE' }, after: { state: 'DISABLED', reason: 'Chuyển công tác' } },
    });
    await until({ what: 'the stream has ended', seconds: 5 }, () => stream.ended);
  });

  test('enabled again lets its owner sign in anew; what was ended stays ended', async () => {
    const client = await world.newcomer({ login: 'tro.lai', role: 'SERVICE_CENTER', at: 'TTPVHCC' });
    const id = await accountOf(world, 'tro.lai');
    expect(await refusalOf(world, admin, enable, { id })).toEqual(['ACCOUNT_NOT_DISABLED']);
    await admin.ask(disable, { id, reason: 'Nghỉ thai sản' });
    const { enableAccount } = await admin.ask<{ enableAccount: object }>(enable, { id });
    expect(enableAccount).toEqual({ id, state: 'ACTIVE', disabledReason: null, disabledAt: null });
    expect(await client.refused(homes)).toBe('NOT_SIGNED_IN');
    await (await Client.signIn(world.url, 'tro.lai', password)).ask(homes);
    expect((await eventsOf(world, 'AccountEnabled')).at(-1)!.detail).toEqual({
      before: { state: 'DISABLED', reason: 'Nghỉ thai sản' },
      after: { state: 'ACTIVE', reason: null },
    });
  });
});

describe('an administrator', () => {
  test('signs somebody out everywhere, and sees where they were signed in', async () => {
    const client = await world.newcomer({ login: 'mat.may', role: 'FRONT', at: 'MTTQ' });
    await Client.signIn(world.url, 'mat.may', password);
    const accountId = await accountOf(world, 'mat.may');
    const page = 'query ($id: ID!) { account(id: $id) { sessions { id device address isCurrent } } }';
    const { account } = await admin.ask<{ account: { sessions: object[] } }>(page, { id: accountId });
    expect(account.sessions).toEqual(
      Array(2).fill(expect.objectContaining({ address: '127.0.0.1', isCurrent: false })),
    );
    expect(await admin.ask(endSessions, { accountId })).toEqual({ endAccountSessions: 2 });
    expect(await client.refused(homes)).toBe('NOT_SIGNED_IN');
    expect(await admin.ask(endSessions, { accountId })).toEqual({ endAccountSessions: 0 });
    const written = await eventsOf(world, 'SessionsEnded');
    expect(written.map(({ data }) => [data['accountId'], (data['sessionIds'] as string[]).length])).toEqual([
      [accountId, 2],
    ]);
  });

  test('takes off a second factor that was lost, with its recovery codes', async () => {
    const accountId = await accountOf(world, 'lanhdao');
    expect(await refusalOf(world, admin, removeFactor, { accountId })).toEqual(['ACCOUNT_WITHOUT_FACTOR']);
    await world.owner.query(
      `insert into second_factor (account_id, commune_id, secret, confirmed_at) values ($1, $2, 'x', now())`,
      [accountId, world.communeId],
    );
    await world.owner.query(
      `insert into recovery_code (commune_id, account_id, code_hash) values ($2, $1, '\\x01')`,
      [accountId, world.communeId],
    );
    expect(await admin.ask(removeFactor, { accountId })).toEqual({
      removeAccountFactor: { id: accountId, hasSecondFactor: false },
    });
    const { rows } = await world.owner.query(
      'select account_id from second_factor union select account_id from recovery_code',
    );
    expect(rows).toEqual([]);
    expect((await eventsOf(world, 'SecondFactorRemoved')).map(({ data }) => data)).toEqual([{ accountId }]);
  });
});
