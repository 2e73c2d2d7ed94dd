import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, atVietnamTime, vietnamDay } from './clock.js';
import { addWorkingDays, isWorkingDay, type WorkCalendar } from './working-days.js';

// Tết Bính Ngọ: Monday 16 to Friday 20 February 2026 are off; the Friday after New Year is, for a Saturday worked.
const calendar: WorkCalendar = {
  holidays: new Set([
    '2026-01-01',
    '2026-01-02',
    ...['16', '17', '18', '19', '20'].map((day) => `2026-02-${day}`),
  ]),
  workdays: new Set(['2026-01-10']),
};
const after = (day: string, count: number) => addWorkingDays(day, count, calendar);

describe('two working days', () => {
  test.each([
    ['a Monday', '2025-12-01', '2025-12-03'],
    ['a Thursday', '2025-12-04', '2025-12-08'],
    ['a Friday', '2025-12-05', '2025-12-09'],
    ['a Saturday', '2025-12-06', '2025-12-09'],
    ['a Sunday', '2025-12-07', '2025-12-09'],
    ['the last working day before Tết', '2026-02-13', '2026-02-24'],
    ['the middle of Tết', '2026-02-18', '2026-02-24'],
    ['New Year’s Eve', '2025-12-31', '2026-01-06'],
    ['the Thursday before a Saturday that is worked', '2026-01-08', '2026-01-10'],
    ['that Saturday', '2026-01-10', '2026-01-13'],
  ])('from %s', (_, from, to) => {
    expect(after(from, 2)).toBe(to);
  });

  test('of what comes in on a Friday at 23:59 in Vietnam are Monday and Tuesday', () => {
    expect(after(vietnamDay(atVietnamTime('2025-12-05', '23:59')), 2)).toBe('2025-12-09');
    // A minute later it is Saturday; nobody loses a day by it.
    expect(after(vietnamDay(new Date('2025-12-05T17:00:00Z')), 2)).toBe('2025-12-09');
  });
});

test('no working days from a day are that day', () => {
  expect(after('2025-12-07', 0)).toBe('2025-12-07');
});

test('a calendar without working days is a mistake, not an endless search', () => {
  const days = Array.from({ length: 4_000 }, (_, i) => addDays('2025-12-01', i));
  expect(() => addWorkingDays('2025-12-01', 1, { holidays: new Set(days), workdays: new Set() })).toThrow();
});

test('as many working days lie between, whatever the days off are', () => {
  const day = fc.nat(800).map((n) => addDays('2025-01-01', n));
  fc.assert(
    fc.property(
      day,
      fc.nat(30),
      fc.array(day, { maxLength: 60 }),
      fc.array(day, { maxLength: 5 }),
      (from, count, off, worked) => {
        const random = { holidays: new Set(off), workdays: new Set(worked) };
        const to = addWorkingDays(from, count, random);
        let passed = 0;
        for (let at = from; at < to; at = addDays(at, 1))
          if (isWorkingDay(addDays(at, 1), random)) passed += 1;
        expect(passed).toBe(count);
        if (count > 0) expect(isWorkingDay(to, random)).toBe(true);
      },
    ),
  );
});
