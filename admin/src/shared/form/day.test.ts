import { describe, expect, test } from '@jest/globals';
import { parseDay, parseTime } from './day';

describe('typed days', () => {
  test('are read day first', () => {
    expect(parseDay('01/12/2025')).toBe('2025-12-01');
    expect(parseDay('1-12-2025')).toBe('2025-12-01');
    expect(parseDay('01122025')).toBe('2025-12-01');
  });
  test('that do not exist are refused', () => {
    expect(parseDay('31/02/2025')).toBeNull();
    expect(parseDay('12/2025')).toBeNull();
    expect(parseDay('29/02/2025')).toBeNull();
    expect(parseDay('29/02/2028')).toBe('2028-02-29');
  });
});

describe('typed times', () => {
  test('may be short', () => {
    expect(parseTime('8:05')).toBe('08:05');
    expect(parseTime('8h30')).toBe('08:30');
    expect(parseTime('1730')).toBe('17:30');
  });
  test('beyond the clock are refused', () => {
    expect(parseTime('24:00')).toBeNull();
    expect(parseTime('8:75')).toBeNull();
  });
});
