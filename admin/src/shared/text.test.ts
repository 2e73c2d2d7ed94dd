import { describe, expect, test } from '@jest/globals';
import { fold } from './fold';
import { uuid7 } from './uuid7';

describe('search without diacritics', () => {
  test('đ, tones and both encodings fold together', () => {
    expect(fold('Đông Thượng')).toBe('dong thuong');
    expect(fold('Hoà')).toBe(fold('Hòa'));
    expect(fold('Thuỷ'.normalize('NFD'))).toBe('thuy');
  });
});

describe('client ids', () => {
  test('are version 7, carry their time and never repeat', () => {
    const id = uuid7(1_764_550_800_000);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.replace(/-/g, '').slice(0, 12), 16)).toBe(1_764_550_800_000);
    expect(uuid7(1)).not.toBe(uuid7(1));
  });
});
