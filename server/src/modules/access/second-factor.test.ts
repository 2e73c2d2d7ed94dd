import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Client } from '../../../../tests/kit/client.js';
import { createWorld, type World } from '../../../../tests/kit/world.js';
import { codeOf, eventsOf, forgetAttempts, fresh, me, turnOnFactor, whoIs } from './access.fixture.js';

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
const factor = '{ mySecondFactor { isOn confirmedAt recoveryCodesLeft isRequired } }';
const orgUnits = '{ orgUnits { totalCount } }';
const factorOf = async (client: Client) =>
  (
    await client.ask<{ mySecondFactor: { isOn: boolean; recoveryCodesLeft: number; isRequired: boolean } }>(
      factor,
    )
  ).mySecondFactor;

describe('whoever owes a code', () => {
  test('reaches nothing but the code and the way out', async () => {
    await turnOnFactor(await fresh(world, 'lanhdao'));
    const client = await fresh(world, 'lanhdao');
    expect(await me(client)).toMatchObject({
      state: 'NEEDS_CODE',
      login: 'lanhdao',
      positions: [],
      abilities: [],
    });
    for (const operation of [
      orgUnits,
      '{ mySessions { id } }',
      '{ apiKeys { totalCount } }',
      'mutation { signOutEverywhere }',
      begin,
      'mutation { removeSecondFactor }',
      'mutation { renewRecoveryCodes }',
      'mutation { stopViewing { login } }',
      'mutation { confirmIdentity(password: "một-mật-khẩu-thử") { login } }',
      'mutation { changePassword(current: "một-mật-khẩu-thử", new: "con mèo ngủ trên mái") { login } }',
    ])
      expect([operation, await client.refused(operation)]).toEqual([operation, 'NOT_SIGNED_IN']);
    expect(await factorOf(client)).toMatchObject({ isOn: true });
    expect(await client.ask('mutation { signOut }')).toEqual({ signOut: true });
  });

  test('is refused wrong codes, codes of another time and codes of another secret', async () => {
    const { secret } = await turnOnFactor(await fresh(world, 'lanhdao'));
    const { secret: anothers } = await turnOnFactor(await fresh(world, 'vanhoa'));
    const client = await fresh(world, 'lanhdao');
    for (const code of [
      codeOf(secret, -2),
      codeOf(secret, 3),
      codeOf(anothers, 1),
      '',
      '12345',
      'không phải mã',
    ])
      expect([code, await client.refused(enterCode, { code })]).toEqual([code, 'CODE_WRONG']);
    expect((await me(client)).state).toBe('NEEDS_CODE');
  });

  test('comes in with the code of now, gets another cookie, and is written down only then', async () => {
    const { secret } = await turnOnFactor(await fresh(world, 'lanhdao'));
    const client = await fresh(world, 'lanhdao');
    const { cookie } = client;
    const before = (await eventsOf(world, 'SignedIn', 'lanhdao')).length;
    const code = codeOf(secret, 1);
    expect(await client.ask(enterCode, { code: `${code.slice(0, 3)} ${code.slice(3)}` })).toEqual({
      enterCode: { state: 'SIGNED_IN', login: 'lanhdao' },
    });
    expect(client.cookie).not.toBe(cookie);
    expect((await whoIs(world, cookie)).login).toBeNull();
    const events = await eventsOf(world, 'SignedIn', 'lanhdao');
    expect(events).toHaveLength(before + 1);
    expect(events.at(-1)).toMatchObject({ method: 'CODE' });
    expect(await client.refused(enterCode, { code: codeOf(secret, 1) })).toBe('NOT_ALLOWED');
  });

  test('cannot use a code twice, not even twice at the same time', async () => {
    const { secret } = await turnOnFactor(await fresh(world, 'lanhdao'));
    const clients = await Promise.all(Array.from({ length: 5 }, () => fresh(world, 'lanhdao')));
    const code = codeOf(secret, 1);
    const answers = await Promise.all(clients.map((client) => client.send(enterCode, { code })));
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(await (await fresh(world, 'lanhdao')).refused(enterCode, { code })).toBe('CODE_WRONG');
    // Nor an earlier one than the last that was used.
    expect(await (await fresh(world, 'lanhdao')).refused(enterCode, { code: codeOf(secret) })).toBe(
      'CODE_WRONG',
    );
  });

  test('comes in with a recovery code, once, however it is typed', async () => {
    const { recoveryCodes } = await turnOnFactor(await fresh(world, 'lanhdao'));
    expect(recoveryCodes).toHaveLength(10);
    const [one, other] = recoveryCodes as [string, string];
    const clients = await Promise.all([fresh(world, 'lanhdao'), fresh(world, 'lanhdao')]);
    const answers = await Promise.all(
      clients.map((client) => client.send(enterCode, { code: one.toLowerCase().replaceAll('-', ' ') })),
    );
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(await (await fresh(world, 'vanhoa')).refused(enterCode, { code: other })).toBe('NOT_ALLOWED');
    const client = await fresh(world, 'lanhdao');
    await client.ask(enterCode, { code: other });
    expect(await factorOf(client)).toMatchObject({ recoveryCodesLeft: 8 });
    expect((await eventsOf(world, 'SignedIn', 'lanhdao')).at(-1)).toMatchObject({ method: 'RECOVERY_CODE' });
  });
});
