import { describe, expect, test } from '@jest/globals';
import {
  daysBetween,
  formatBasisPoints,
  formatDate,
  formatDateTime,
  formatNeeded,
  formatNumber,
  formatPercent,
  formatTarget,
  formatTime,
  formatWeekday,
  fromDateTimeInput,
  localDateOf,
  toDateTimeInput,
} from './format';

describe('figures', () => {
  test('a share that has not reached its target never reads as if it had', () => {
    expect(formatBasisPoints(7999, 'vi')).toBe('79,9%');
    expect(formatBasisPoints(8000, 'vi')).toBe('80,0%');
  });
  test('the decimal mark follows the language', () => {
    expect(formatBasisPoints(6805, 'vi')).toBe('68,0%');
    expect(formatBasisPoints(6805, 'en')).toBe('68.0%');
    expect(formatBasisPoints(10_000, 'vi')).toBe('100,0%');
    expect(formatPercent(62.449, 'vi')).toBe('62,4%');
  });
  test('what is needed is rounded up, so that reaching it is enough', () => {
    expect(formatNeeded(60.32, 'vi')).toBe('60,4%');
    expect(formatNeeded(60.3, 'vi')).toBe('60,3%');
    expect(formatNeeded(0, 'vi')).toBe('0,0%');
  });
  test('thousands are grouped', () => {
    expect(formatNumber(1234, 'vi')).toBe('1.234');
    expect(formatNumber(1_234_567, 'en')).toBe('1,234,567');
    expect(formatNumber(0, 'vi')).toBe('0');
  });
  test('unknown is said, not shown as zero', () => {
    expect(formatBasisPoints(null, 'vi')).toBe('chưa có số liệu');
    expect(formatNumber(null, 'vi')).toBe('chưa có số liệu');
    expect(formatBasisPoints(null, 'en')).toBe('no data yet');
  });
  test('"more than 80" and "at least 70" are told apart', () => {
    expect(formatTarget('GT', 80)).toBe('> 80%');
    expect(formatTarget('GTE', 70)).toBe('≥ 70%');
    expect(formatTarget(null, null)).toBeNull();
  });
});

describe('dates', () => {
  test('days and months have two digits', () => {
    expect(formatDate('2025-12-01')).toBe('01/12/2025');
  });
  test('an instant is shown in Vietnamese time, whatever the machine is set to', () => {
    expect(formatDate('2025-11-30T18:30:00Z')).toBe('01/12/2025');
    expect(formatTime('2025-11-30T18:30:00Z')).toBe('01:30');
    expect(formatDateTime('2025-12-01T01:00:00Z')).toBe('01/12/2025, 08:00');
    expect(localDateOf('2025-11-30T17:00:00Z')).toBe('2025-12-01');
  });
  test('midnight is 00:00', () => {
    expect(formatTime('2025-12-01T00:00:00+07:00')).toBe('00:00');
  });
  test('weekdays and distances', () => {
    expect(formatWeekday('2025-12-01', 'vi')).toBe('thứ Hai');
    expect(daysBetween('2025-12-01', '2025-12-31')).toBe(30);
  });
  test('what a date field holds comes back as the same instant', () => {
    expect(fromDateTimeInput(toDateTimeInput('2025-12-01T08:00:00+07:00'))).toBe('2025-12-01T01:00:00.000Z');
  });
});
