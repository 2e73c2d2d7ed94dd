import { describe, expect, test } from '@jest/globals';
import { Problem } from '../../kernel/index.js';
import { monthStart, requireFigures, requireMonthEnd } from './dossier.rules.js';

function refusal(work: () => void): { key: string; fields: string[] } | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { key: error.key, fields: error.fields.map(({ path, key }) => `${path} ${key}`) };
  }
}

const good = { dossiers: 120, dossiersOnline: 108, onlineUsers: 100, onlineUsersVerified: 80 };

describe('the month', () => {
  test('ends on a 14th', () => {
    expect(refusal(() => requireMonthEnd('2025-11-30', '2025-12-01'))?.key).toBe('MONTH_END_NOT_14TH');
  });

  test('is over, or ends today', () => {
    expect(refusal(() => requireMonthEnd('2025-12-14', '2025-12-13'))?.key).toBe('MONTH_NOT_OVER');
    expect(refusal(() => requireMonthEnd('2025-12-14', '2025-12-14'))).toBeUndefined();
  });

  test('starts on the 15th before, across a new year too', () => {
    expect(monthStart('2025-12-14')).toBe('2025-11-15');
    expect(monthStart('2026-01-14')).toBe('2025-12-15');
  });
});

describe('the figures', () => {
  test('all wrong fields are named at once', () => {
    const wrong = { dossiers: -1, dossiersOnline: 5, onlineUsers: 10, onlineUsersVerified: 11 };
    expect(refusal(() => requireFigures(wrong))).toEqual({
      key: 'DOSSIER_FIGURES_REFUSED',
      fields: [
        'input.dossiers DOSSIER_COUNT_OUT_OF_RANGE',
        'input.dossiersOnline ONLINE_ABOVE_ALL_DOSSIERS',
        'input.onlineUsersVerified VERIFIED_ABOVE_ALL_USERS',
      ],
    });
  });

  test('all online is possible, none at all too', () => {
    expect(refusal(() => requireFigures({ ...good, dossiersOnline: good.dossiers }))).toBeUndefined();
    expect(
      refusal(() =>
        requireFigures({ dossiers: 0, dossiersOnline: 0, onlineUsers: 0, onlineUsersVerified: 0 }),
      ),
    ).toBeUndefined();
  });
});
