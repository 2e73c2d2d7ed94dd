import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { basisPoints, compareToPercent, exactlyAtTarget, hasData, meets } from './compare.js';

const figure = (numerator: number, denominator: number) => ({ numerator, denominator });

describe('comparing with a target', () => {
  test('804 of 1005 is exactly 80 % and fails "trên 80%"', () => {
    expect(meets(figure(804, 1005), 'GT', 80)).toBe(false);
    expect(exactlyAtTarget(figure(804, 1005), 'GT', 80)).toBe(true);
    expect(meets(figure(805, 1005), 'GT', 80)).toBe(true);
    expect(exactlyAtTarget(figure(805, 1005), 'GT', 80)).toBe(false);
  });

  test('804 of 1005 meets "80 % trở lên", and is then not "đúng 80 %, chưa đạt"', () => {
    expect(meets(figure(804, 1005), 'GTE', 80)).toBe(true);
    expect(exactlyAtTarget(figure(804, 1005), 'GTE', 80)).toBe(false);
    expect(meets(figure(803, 1005), 'GTE', 80)).toBe(false);
  });

  test('no denominator is no data, never 0 %', () => {
    expect(hasData(figure(0, 0))).toBe(false);
    expect(basisPoints(figure(0, 0))).toBeNull();
    expect(basisPoints({ numerator: null, denominator: null })).toBeNull();
    expect(basisPoints(figure(0, 5))).toBe(0);
  });

  test('basis points round down: 7999 of 10000 and a hair is not shown as 80 %', () => {
    expect(basisPoints(figure(2, 3))).toBe(6666);
    expect(basisPoints(figure(79_999, 100_000))).toBe(7999);
  });

  const counts = fc.record({
    numerator: fc.maxSafeNat(),
    denominator: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  });

  test('agrees with whole-number arithmetic at any size', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 100 }), (known, percent) => {
        const difference = BigInt(known.numerator) * 100n - BigInt(percent) * BigInt(known.denominator);
        const order = difference > 0n ? 1 : difference === 0n ? 0 : -1;
        expect(compareToPercent(known, percent)).toBe(order);
        expect(meets(known, 'GT', percent)).toBe(order === 1);
        expect(meets(known, 'GTE', percent)).toBe(order >= 0);
        expect(basisPoints(known)).toBe(
          Number((BigInt(known.numerator) * 10000n) / BigInt(known.denominator)),
        );
      }),
    );
  });

  test('the target itself, at any size, is met by "trở lên" only', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000_000 }),
        fc.integer({ min: 1, max: 100 }),
        (n, percent) => {
          const exact = figure(n * percent, n * 100);
          expect([meets(exact, 'GTE', percent), meets(exact, 'GT', percent)]).toEqual([true, false]);
          expect(exactlyAtTarget(exact, 'GT', percent)).toBe(true);
        },
      ),
    );
  });
});
