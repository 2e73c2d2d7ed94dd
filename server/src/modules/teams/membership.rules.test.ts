import { describe, expect, test } from '@jest/globals';
import { Problem } from '../../kernel/index.js';
import { readDecision, requireEndDay, requireStartDay } from './membership.rules.js';

const today = '2025-12-01';

function keyOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.key;
  }
}

describe('the first day in a team', () => {
  const facts = {
    today,
    team: { foundedOn: '2025-08-26' },
    village: { name: 'Thôn Đông', validTo: null as string | null },
  };

  test('may be today, not tomorrow', () => {
    expect(keyOf(() => requireStartDay('2025-12-02', facts))).toBe('MEMBERSHIP_IN_FUTURE');
    expect(keyOf(() => requireStartDay('2025-12-01', facts))).toBeUndefined();
  });

  test('may be the day the team was set up, not the day before', () => {
    expect(keyOf(() => requireStartDay('2025-08-25', facts))).toBe('BEFORE_TEAM_FOUNDED');
    expect(keyOf(() => requireStartDay('2025-08-26', facts))).toBeUndefined();
  });

  test('nobody comes into the team of a village that is no more', () => {
    const merged = { ...facts, village: { name: 'Thôn Cũ', validTo: '2025-09-01' } };
    expect(keyOf(() => requireStartDay('2025-08-30', merged))).toBe('TEAM_VILLAGE_CLOSED');
  });
});

test('a role ends after it began and not later than today', () => {
  const facts = { today, membership: { validFrom: '2025-10-10' }, path: 'on' };
  expect(keyOf(() => requireEndDay('2025-12-02', facts))).toBe('MEMBERSHIP_IN_FUTURE');
  expect(keyOf(() => requireEndDay('2025-10-10', facts))).toBe('NOT_AFTER_MEMBERSHIP_START');
  expect(keyOf(() => requireEndDay('2025-10-11', facts))).toBeUndefined();
});

describe('a decision', () => {
  const facts = { today, path: 'input.' };

  test('needs number and date, or neither', () => {
    expect(keyOf(() => readDecision({ decisionNumber: '424/QĐ-UBND' }, facts))).toBe('DECISION_INCOMPLETE');
    expect(keyOf(() => readDecision({ decisionNumber: '  ', decisionDate: today }, facts))).toBe(
      'DECISION_INCOMPLETE',
    );
    expect(readDecision({}, facts)).toEqual({ decisionNumber: null, decisionDate: null });
  });

  test('is not signed tomorrow', () => {
    const typed = { decisionNumber: '424/QĐ-UBND', decisionDate: '2025-12-02' };
    expect(keyOf(() => readDecision(typed, facts))).toBe('DECISION_IN_FUTURE');
  });
});
