import { describe, expect, test } from '@jest/globals';
import { fromTyped, kindOfValue, parameterText, toTyped } from './parameterValue';

const words = { locale: 'vi' as const, yes: 'có', no: 'không' };

describe('a parameter', () => {
  test('reads as people write numbers', () => {
    expect(parameterText(2_340_000, words)).toBe('2.340.000');
    expect(parameterText(1.5, words)).toBe('1,5');
    expect(parameterText(0.05, words)).toBe('0,05');
    expect(parameterText(true, words)).toBe('có');
    expect(parameterText(['A', 2], words)).toBe('A, 2');
    expect(parameterText({ GT: 5, GTE: 15 }, words)).toBe('GT: 5, GTE: 15');
  });
  test('is typed back as it reads', () => {
    expect(fromTyped('2.340.000', 'number', 'vi')).toBe(2_340_000);
    expect(fromTyped('1,5', 'number', 'vi')).toBe(1.5);
    expect(fromTyped('1,500.5', 'number', 'en')).toBe(1500.5);
    expect(fromTyped(toTyped(0.05, 'vi'), kindOfValue(0.05), 'vi')).toBe(0.05);
    expect(fromTyped(toTyped({ a: [1] }, 'vi'), 'other', 'vi')).toEqual({ a: [1] });
  });
  test('that cannot be read is no value', () => {
    expect(fromTyped('hai triệu', 'number', 'vi')).toBeUndefined();
    expect(fromTyped('', 'text', 'vi')).toBeUndefined();
    expect(fromTyped('{', 'other', 'vi')).toBeUndefined();
  });
});
