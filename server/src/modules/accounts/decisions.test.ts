import { describe, expect, test } from '@jest/globals';
import {
  abilitiesOf,
  allowDecision,
  anonymous,
  Problem,
  type HeldPosition,
  type Identity,
} from '../../kernel/index.js';
import '../../modules.js';
import { enforceRoles } from '../../roles.js';

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
