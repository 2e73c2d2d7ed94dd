import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../../kernel/index.js';
import { findHiddenBefore, keyOf, type HistoryRow, type VillageSpan } from './small-history.js';

const commune = 1;
const villages: VillageSpan[] = [2, 3, 4].map((id) => ({ id, validFrom: '2025-07-01', validTo: null }));
const indicators = [{ code: 'SMARTPHONE', family: 'adults' }];
const start = '2025-10-01';

/** What each village had of its sum on each day, and the commune's sum of them. */
function table(days: [number, number][][]) {
  const rows = days.flatMap((figures, day): HistoryRow[] => {
    const onDate = addDays(start, day);
    const row = (unitId: number, [numerator, denominator]: [number, number]) => ({
      unitId,
      code: 'SMARTPHONE',
      onDate,
      numerator,
      denominator,
    });
    const sum = figures.reduce<[number, number]>(([part, all], [a, b]) => [part + a, all + b], [0, 0]);
    return [...figures.map((figure, i) => row(i + 2, figure)), row(commune, sum)];
  });
  return { rows, villages: villages.slice(0, days[0]!.length), communeUnitId: commune, indicators };
}
const before = (days: [number, number][][]) => {
  const found = findHiddenBefore(table(days), 5);
  return [2, 3, 4, commune].map((unitId) => found.get(keyOf(unitId, 'SMARTPHONE')) ?? 'shown');
};

describe('the figures of the days gone by', () => {
  test('that were never small are shown', () => {
    expect(
      before([
        [
          [10, 80],
          [20, 90],
          [30, 60],
        ],
      ]),
    ).toEqual(['shown', 'shown', 'shown', 'shown']);
  });

  test('are hidden for good where the figure of today is', () => {
    expect(
      before([
        [
          [0, 80],
          [20, 90],
          [30, 60],
        ],
        [
          [3, 80],
          [20, 90],
          [30, 60],
        ],
      ]),
    ).toEqual(['9999-12-31', 'shown', '9999-12-31', 'shown']);
  });

  test('are shown again from the day on which nothing is small, and hidden before it with the village beside', () => {
    expect(
      before([
        [
          [0, 80],
          [20, 90],
          [30, 60],
        ],
        [
          [3, 80],
          [20, 90],
          [30, 60],
        ],
        [
          [7, 80],
          [20, 90],
          [31, 60],
        ],
      ]),
    ).toEqual(['2025-10-03', 'shown', '2025-10-03', 'shown']);
  });

  test('do not count a village that no longer stands as one that protects another', () => {
    const days = table([
      [
        [10, 80],
        [20, 90],
        [5, 6],
      ],
      [
        [3, 80],
        [20, 90],
        [5, 6],
      ],
    ]);
    const merged = villages.map((village) =>
      village.id === 4 ? { ...village, validTo: '2025-10-02' } : village,
    );
    const found = findHiddenBefore({ ...days, villages: merged }, 5);
    expect(found.get(keyOf(2, 'SMARTPHONE'))).toBe('9999-12-31');
    expect(found.get(keyOf(3, 'SMARTPHONE'))).toBe('9999-12-31');
  });
});

test('on no day is a single village hidden beside a sum that is shown, and all that is small is hidden', () => {
  const figure = fc
    .integer({ min: 0, max: 60 })
    .chain((all) => fc.tuple(fc.integer({ min: 0, max: all }), fc.constant(all)));
  const day = fc.tuple(figure, figure, figure);
  fc.assert(
    fc.property(fc.array(day, { minLength: 1, maxLength: 12 }), (days) => {
      const found = findHiddenBefore(table(days), 5);
      const isHidden = (unitId: number, on: string) => on < (found.get(keyOf(unitId, 'SMARTPHONE')) ?? '');
      for (const [index, figures] of days.entries()) {
        const on = addDays(start, index);
        const hidden = [2, 3, 4].filter((id) => isHidden(id, on));
        const small = figures.flatMap(([part, all], i) =>
          [part, all - part, all].some((count) => count >= 1 && count <= 4) ? [i + 2] : [],
        );
        expect(small.filter((id) => !hidden.includes(id))).toEqual([]);
        if (hidden.length === 1) expect(isHidden(commune, on)).toBe(true);
      }
    }),
  );
});
