import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { expectationOn, gapPoints, isBehindBy, standing, type Target } from './pace.js';

/** The plan's e-payment target: above 80 % by the end of 2025, from nothing on 1 October (92 days → 91 steps). */
const epayment: Target = {
  comparator: 'GT',
  targetPercent: 80,
  baselinePercent: 0,
  startsOn: '2025-10-01',
  dueOn: '2025-12-31',
};
const on = (day: string, target = epayment) => expectationOn(target, day);
const figure = (numerator: number, denominator: number) => ({ numerator, denominator });

describe('the expected path', () => {
  test('is the baseline before the first day and the target after the due day', () => {
    const target = { ...epayment, baselinePercent: 12.5 };
    expect(on('2025-09-01', target).expectedPercent).toBe(12.5);
    expect(on('2025-10-01', target).expectedPercent).toBe(12.5);
    expect(on('2025-12-31', target).expectedPercent).toBe(80);
    expect(on('2026-03-01', target).expectedPercent).toBe(80);
  });

  test('climbs by calendar day, across months of any length', () => {
    const leap = { ...epayment, targetPercent: 60, startsOn: '2024-02-01', dueOn: '2024-04-01' };
    expect(on('2024-03-02', leap).expectedPercent).toBe(30);
    expect(on('2024-02-29', leap).expectedPercent).toBe(28);
  });

  test('never falls and never leaves baseline…target', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 8000 }),
        fc.integer({ min: -30, max: 120 }),
        (baseline, offset) => {
          const target = { ...epayment, baselinePercent: baseline / 100 };
          const day = new Date(Date.UTC(2025, 9, 1 + offset)).toISOString().slice(0, 10);
          const next = new Date(Date.UTC(2025, 9, 2 + offset)).toISOString().slice(0, 10);
          const expected = on(day, target).expectedPercent;
          expect(expected).toBeGreaterThanOrEqual(baseline / 100);
          expect(expected).toBeLessThanOrEqual(80);
          expect(on(next, target).expectedPercent).toBeGreaterThanOrEqual(expected);
        },
      ),
    );
  });
});

describe('standing', () => {
  // Due day: the path asks for 80.
  const due = on('2025-12-31');

  test.each([
    ['above the target', figure(805, 1005), 'MET'],
    ['exactly at a target that asks for more', figure(804, 1005), 'ON_TRACK'],
    ['exactly 5 points behind', figure(75, 100), 'ON_TRACK'],
    ['a hair more than 5 behind', figure(74_999, 100_000), 'ATTENTION'],
    ['exactly 15 behind', figure(65, 100), 'ATTENTION'],
    ['a hair more than 15 behind', figure(64_999, 100_000), 'BEHIND'],
    ['nobody to count', figure(0, 0), 'NO_DATA'],
    ['not counted yet', { numerator: null, denominator: null }, 'NO_DATA'],
  ])('%s', (_, value, expected) => expect(standing(value, due)).toBe(expected));

  test('an indicator without a target is only tracked', () => {
    expect(standing(figure(1, 100), null)).toBe('NO_TARGET');
  });

  test('ahead of the path is on track long before the target is met', () => {
    expect(standing(figure(10, 100), on('2025-10-02'))).toBe('ON_TRACK');
    expect(gapPoints(figure(10, 100), on('2025-10-01'))).toBe(-10);
  });

  test('thresholds are exact at any size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 40 }), fc.integer({ min: 0, max: 91 }), (unit, elapsed) => {
        const day = new Date(Date.UTC(2025, 9, 1 + elapsed)).toISOString().slice(0, 10);
        const expectation = on(day);
        // Expected 80·elapsed/91 percent; five points less as a whole fraction of 9100.
        const numerator = (80 * elapsed - 5 * 91) * unit;
        if (numerator < 0) return;
        const exact = figure(numerator, 9100 * unit);
        expect(isBehindBy(exact, expectation, 5)).toBe(false);
        if (numerator > 0) expect(isBehindBy(figure(numerator - 1, 9100 * unit), expectation, 5)).toBe(true);
      }),
    );
  });
});
