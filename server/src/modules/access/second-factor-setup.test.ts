import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Client } from '../../../../tests/kit/client.js';
import { createWorld, type World } from '../../../../tests/kit/world.js';
import {
  codeOf,
  confirmedLongAgo,
  eventsOf,
  forgetAttempts,
  fresh,
  me,
  turnOnFactor,
  whoIs,
} from './access.fixture.js';

let world: World;
beforeAll(async () => void (world = await createWorld({ env: { FACES: 'http' } })));
beforeEach(async () => {
  await forgetAttempts(world);
  await world.owner.query('delete from recovery_code');
  await world.owner.query('delete from second_factor');
  await world.owner.query(`update commune set second_factor_roles = '{}'`);
});
afterAll(() => world.close());

const enterCode = 'mutation ($code: String!) { enterCode(code: $code) { state login } }';
const begin = 'mutation { beginSecondFactor { secret uri } }';
const confirm =
  'mutation ($code: String!) { confirmSecondFactor(code: $code) { recoveryCodes me { state } } }';
const factor = '{ mySecondFactor { isOn confirmedAt recoveryCodesLeft isRequired } }';
const orgUnits = '{ orgUnits { totalCount } }';
const factorOf = async (client: Client) =>
  (
    await client.ask<{ mySecondFactor: { isOn: boolean; recoveryCodesLeft: number; isRequired: boolean } }>(
      factor,
    )
  ).mySecondFactor;

describe('setting up a second factor', () => {
  test('needs somebody who has just proved who they are', async () => {
    expect(await world.anonymous().refused(factor)).toBe('NOT_SIGNED_IN');
    expect(await world.anonymous().refused(begin)).toBe('NOT_SIGNED_IN');
    expect(await world.anonymous().refused(confirm, { code: '123456' })).toBe('NOT_SIGNED_IN');
    const client = await fresh(world, 'vanhoa');
    expect(await client.refused(confirm, { code: '123456' })).toBe('FACTOR_NOT_STARTED');
    await confirmedLongAgo(world, 'vanhoa');
    expect(await client.refused(begin)).toBe('CONFIRM_IDENTITY');
  });

  test('counts only once a right code was entered; until then signing in asks for none', async () => {
    const client = await fresh(world, 'vanhoa');
    await client.ask(begin);
    expect(await client.refused(confirm, { code: '000000' })).toBe('CODE_WRONG');
    expect(await factorOf(client)).toMatchObject({ isOn: false, recoveryCodesLeft: 0 });
    expect((await me(await fresh(world, 'vanhoa'))).state).toBe('SIGNED_IN');
  });

  test('gives an address for the QR code, ten recovery codes and another cookie; other sessions owe a code', async () => {
    const [client, other] = [await fresh(world, 'chidao'), await fresh(world, 'chidao')];
    const { cookie } = client;
    const { beginSecondFactor: setup } = await client.ask<{
      beginSecondFactor: { secret: string; uri: string };
    }>(begin);
    const uri = new URL(setup.uri);
    expect(decodeURIComponent(uri.pathname)).toBe('/Từng Nhà:chidao');
    expect(Object.fromEntries(uri.searchParams)).toEqual({ secret: setup.secret, issuer: 'Từng Nhà' });
    const { confirmSecondFactor: done } = await client.ask<{
      confirmSecondFactor: { recoveryCodes: string[]; me: object };
    }>(confirm, { code: codeOf(setup.secret) });
    expect(done.me).toEqual({ state: 'SIGNED_IN' });
    expect(new Set(done.recoveryCodes).size).toBe(10);
    for (const code of done.recoveryCodes)
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){4}$/);
    expect((await whoIs(world, cookie)).login).toBeNull();
    expect((await me(other)).state).toBe('NEEDS_CODE');
    expect(await client.refused(begin)).toBe('FACTOR_ALREADY_ON');
    expect(await eventsOf(world, 'SecondFactorTurnedOn', 'chidao')).toHaveLength(1);
    const { rows } = await world.owner.query<{ found: number }>(
      `select count(*)::int as found from recovery_code where encode(code_hash, 'escape') like '%' || $1 || '%'`,
      [done.recoveryCodes[0]!.slice(0, 5)],
    );
    expect(rows[0]!.found).toBe(0);
  });
});

describe('who has a second factor', () => {
  test('renews the recovery codes and turns it off only after proving who they are, with a code', async () => {
    const client = await fresh(world, 'trungtam');
    const { secret, recoveryCodes } = await turnOnFactor(client);
    await confirmedLongAgo(world, 'trungtam');
    expect(await client.refused('mutation { renewRecoveryCodes }')).toBe('CONFIRM_IDENTITY');
    expect(await client.refused('mutation { removeSecondFactor }')).toBe('CONFIRM_IDENTITY');
    const confirmIdentity =
      'mutation ($code: String) { confirmIdentity(password: "một-mật-khẩu-thử", code: $code) { state } }';
    expect(await client.refused(confirmIdentity)).toBe('CODE_NEEDED');
    expect(await client.refused(confirmIdentity, { code: '000000' })).toBe('CODE_WRONG');
    await client.ask(confirmIdentity, { code: codeOf(secret, 1) });
    const { renewRecoveryCodes: renewed } = await client.ask<{ renewRecoveryCodes: string[] }>(
      'mutation { renewRecoveryCodes }',
    );
    expect(renewed).toHaveLength(10);
    const late = await fresh(world, 'trungtam');
    expect(await late.refused(enterCode, { code: recoveryCodes[0] })).toBe('CODE_WRONG');
    await late.ask(enterCode, { code: renewed[0] });
    await client.ask('mutation { removeSecondFactor }');
    expect(await factorOf(client)).toMatchObject({ isOn: false, recoveryCodesLeft: 0 });
    expect((await me(await fresh(world, 'trungtam'))).state).toBe('SIGNED_IN');
    expect(await client.refused('mutation { renewRecoveryCodes }')).toBe('FACTOR_NOT_ON');
    expect(await eventsOf(world, 'SecondFactorTurnedOff', 'trungtam')).toHaveLength(1);
    expect(await eventsOf(world, 'RecoveryCodesRenewed', 'trungtam')).toHaveLength(1);
  });

  test('owes a code again in sessions that gave one of an earlier factor', async () => {
    const [client, other] = [await fresh(world, 'mattran'), await fresh(world, 'mattran')];
    const { secret } = await turnOnFactor(client);
    await other.ask(enterCode, { code: codeOf(secret, 1) });
    await client.ask('mutation { removeSecondFactor }');
    await turnOnFactor(client);
    expect((await me(client)).state).toBe('SIGNED_IN');
    expect((await me(other)).state).toBe('NEEDS_CODE');
  });
});

describe('roles that must have a second factor', () => {
  const set = 'mutation ($roles: [Role!]!) { setSecondFactorRoles(roles: $roles) { secondFactorRoles } }';

  test('are said by the administrator alone, freshly confirmed', async () => {
    for (const login of ['lanhdao', 'vanhoa', 'thanhvien'] as const) {
      const client = await fresh(world, login);
      expect(await client.refused(set, { roles: ['OFFICE'] })).toBe('NOT_ALLOWED');
      expect(await client.refused('{ securitySettings { secondFactorRoles } }')).toBe('NOT_ALLOWED');
    }
    const admin = await fresh(world, 'quantri');
    await confirmedLongAgo(world, 'quantri');
    expect(await admin.refused(set, { roles: ['OFFICE'] })).toBe('CONFIRM_IDENTITY');
  });

  test('keep their holders out of everything until one is set up, from the next request on', async () => {
    const [admin, office, head] = [
      await fresh(world, 'quantri'),
      await fresh(world, 'vanhoa'),
      await fresh(world, 'truongthon'),
    ];
    expect(await admin.ask(set, { roles: ['OFFICE', 'OFFICE', 'TEAM_LEADER'] })).toEqual({
      setSecondFactorRoles: { secondFactorRoles: ['OFFICE', 'TEAM_LEADER'] },
    });
    expect(await me(office)).toMatchObject({
      state: 'NEEDS_FACTOR',
      login: 'vanhoa',
      positions: [],
      abilities: [],
    });
    expect((await me(await fresh(world, 'totruong'))).state).toBe('NEEDS_FACTOR');
    expect((await me(head)).state).toBe('SIGNED_IN');
    for (const operation of [orgUnits, '{ mySessions { id } }', 'mutation { signOutEverywhere }'])
      expect(await office.refused(operation)).toBe('NOT_SIGNED_IN');
    expect(await factorOf(office)).toEqual(expect.objectContaining({ isOn: false, isRequired: true }));
    expect(await office.refused(enterCode, { code: '123456' })).toBe('NOT_SIGNED_IN');
    await turnOnFactor(office);
    expect((await me(office)).state).toBe('SIGNED_IN');
    expect(await office.ask(orgUnits)).toMatchObject({ orgUnits: {} });
  });
});
