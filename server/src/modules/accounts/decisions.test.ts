import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../../../../tests/kit/client.js';
import { createWorld, openingTime, type World } from '../../../../tests/kit/world.js';
import { openDatabase, openUnit, type Database } from '../../kernel/database.js';
import {
  abilitiesOf,
  allowDecision,
  anonymous,
  Problem,
  type HeldPosition,
  type Identity,
} from '../../kernel/index.js';
import { createLogger } from '../../kernel/log.js';
import { entities } from '../../modules.js';
import { enforceRoles } from '../../roles.js';
import { tokenHash } from '../access/index.js';

enforceRoles();

const me = 'me';
const leader: HeldPosition = { role: 'ADMIN', orgUnitId: 1, delegatedBy: 'leader' };
const own: HeldPosition = { role: 'ADMIN', orgUnitId: 1, delegatedBy: null };

/** Whether somebody with these positions may decide on what these people wrote; else why not. */
function decide(positions: HeldPosition[], authors: string[]): string {
  const identity: Identity = {
    ...anonymous,
    kind: 'person',
    communeId: 1,
    personId: me,
    positions,
    abilities: abilitiesOf(positions),
  };
  try {
    allowDecision({ identity }, 'account:manage', { authors });
    return 'decides';
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.key;
  }
}

describe('whoever stands in for somebody', () => {
  test('decides on what others wrote', () => {
    expect(decide([leader], ['somebody'])).toBe('decides');
  });

  test('does not decide on what they wrote themself', () => {
    expect(decide([leader], [me])).toBe('OWN_WORK');
    expect(decide([leader], ['somebody', me])).toBe('OWN_WORK');
  });

  test('does not decide on what the person wrote for whom they stand in', () => {
    expect(decide([leader], ['leader'])).toBe('OWN_WORK');
    expect(decide([leader], ['somebody', 'leader'])).toBe('OWN_WORK');
  });

  test('decides on it when a position of their own, or another’s, gives the right as well', () => {
    expect(decide([leader, own], ['leader'])).toBe('decides');
    expect(decide([leader, { ...leader, delegatedBy: 'deputy' }], ['leader'])).toBe('decides');
    expect(decide([leader, { ...leader, delegatedBy: 'deputy' }], ['leader', 'deputy'])).toBe('OWN_WORK');
  });

  test('is refused like anybody where the position gives no right at all', () => {
    expect(decide([{ role: 'STEERING_VIEWER', orgUnitId: 1 }, own], [me])).toBe('OWN_WORK');
    expect(decide([{ role: 'STEERING_VIEWER', orgUnitId: 1 }], ['leader'])).toBe('NOT_ALLOWED');
    expect(decide([], [me])).toBe('NOT_ALLOWED');
  });
});

describe('a delegate who has signed in', () => {
  const log = createLogger('silent');
  let world: World;
  let database: Database;
  beforeAll(async () => {
    world = await createWorld({ env: { FACES: 'http' } });
    database = await openDatabase(world.env['DATABASE_URL']!, 2, entities, log);
  });
  afterAll(async () => {
    await database.close();
    await world.close();
  });

  /** Whether the owner of this session may settle a note in the commune that these people wrote; else why not. */
  async function settle(client: Client, authors: string[]): Promise<string> {
    const session = tokenHash(client.cookie.split('=')[1]!);
    const clock = { now: () => new Date(openingTime), state: { assumed: true, offsetMs: 0 } };
    const unit = await openUnit({ database, clock, log }, { session, address: '127.0.0.1' });
    try {
      allowDecision(unit.ctx, 'visit:settle-note', { authors });
      return 'decides';
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return error.key;
    } finally {
      unit.close();
    }
  }

  test('decides for the Office on what others wrote, not on their own or the principal’s', async () => {
    const { vanhoa, chidao, thanhvien } = world.people;
    const deputy = await world.as('chidao');
    expect(await settle(deputy, [thanhvien])).toBe('NOT_ALLOWED');
    await (
      await world.as('vanhoa')
    ).ask('mutation ($input: DelegateInput!) { delegate(input: $input) { id } }', {
      input: {
        toPersonId: chidao,
        orgUnitId: String(world.units['VHXH']),
        role: 'OFFICE',
        validFrom: '2025-12-01',
        validTo: '2025-12-06',
        reason: 'Nghỉ phép',
      },
    });
    // The rights have changed, so the next answer brings another token.
    await deputy.ask('{ me { login } }');
    expect(await settle(deputy, [thanhvien])).toBe('decides');
    expect(await settle(deputy, [chidao])).toBe('OWN_WORK');
    expect(await settle(deputy, [vanhoa])).toBe('OWN_WORK');
    expect(await settle(await world.as('vanhoa'), [chidao])).toBe('decides');
  });
});
