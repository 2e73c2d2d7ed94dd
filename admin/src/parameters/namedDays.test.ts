import { describe, expect, test } from '@jest/globals';
import { byYear, isDayLists, readyLists } from './namedDays';

const tet = { day: '2026-01-01', name: 'Tết Dương lịch', confirmed: true };
const national = { day: '2025-09-02', name: 'Quốc khánh', confirmed: true };

describe('lists of named days', () => {
  test('are told from other values', () => {
    expect(isDayLists({ daysOff: [tet], workdays: [] })).toBe(true);
    expect(isDayLists({ GT: 5 })).toBe(false);
    expect(isDayLists([tet])).toBe(false);
    expect(isDayLists({})).toBe(false);
    expect(isDayLists(24)).toBe(false);
  });
  test('are sent in order, without the rows left empty', () => {
    const empty = { day: '', name: ' ', confirmed: false };
    expect(readyLists({ daysOff: [tet, empty, { ...national, name: ' Quốc khánh ' }] })).toEqual({
      daysOff: [national, tet],
    });
  });
  test('are not sent while a row is half filled', () => {
    expect(readyLists({ daysOff: [{ ...tet, name: '' }] })).toBeUndefined();
    expect(readyLists({ daysOff: [{ ...tet, day: '' }] })).toBeUndefined();
  });
  test('are shown year by year', () => {
    expect(byYear([tet, national]).map(([year, days]) => [year, days.length])).toEqual([
      ['2025', 1],
      ['2026', 1],
    ]);
  });
});
