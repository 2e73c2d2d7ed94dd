import { describe, expect, test } from '@jest/globals';
import { formatAgo } from './ago';

const now = Date.parse('2025-12-01T08:00:00+07:00');
const ago = (ms: number) => formatAgo(new Date(now - ms).toISOString(), now, 'vi');

describe('how long ago', () => {
  test('is said in the largest unit that fits, rounded down', () => {
    expect(ago(59_000)).toBe('vừa xong');
    expect(ago(5 * 60_000 + 59_000)).toBe('5 phút trước');
    expect(ago(119 * 60_000)).toBe('1 giờ trước');
    expect(ago(49 * 3_600_000)).toBe('2 ngày trước');
  });
  test('is not said of long ago, where only the date helps', () => {
    expect(ago(31 * 86_400_000)).toBeNull();
  });
  test('is not said of what is still to come', () => {
    expect(ago(-20_000)).toBe('vừa xong');
    expect(ago(-3_600_000)).toBeNull();
  });
  test('speaks both languages', () => {
    expect(formatAgo('2025-12-01T07:00:00+07:00', now, 'en')).toBe('1 hour ago');
  });
});
