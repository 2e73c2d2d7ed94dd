import { describe, expect, test } from '@jest/globals';
import { fileLabel, savedAs } from './file-name.js';

describe('the label of a file', () => {
  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\x\\Danh sách.xlsx', 'Danh sách.xlsx'],
    ['..', 'tep'],
    ['/', 'tep'],
    ['', 'tep'],
    ['.htaccess', 'htaccess'],
    ['a\u0000b\u0007c.csv', 'abc.csv'],
    ['a\r\nSet-Cookie: x=1.csv', 'aSet-Cookie x=1.csv'],
    ['danh\u202Exslx.exe', 'danhxslx.exe'],
    ['a\u200Bb\uFEFF.csv', 'ab.csv'],
    ['a\uD800b.csv', 'ab.csv'],
    ['Danh   sách\u00A0hộ.xlsx', 'Danh sách hộ.xlsx'],
    ['Danh sa\u0301ch.xlsx', 'Danh sách.xlsx'],
    ['<img src=x onerror=alert(1)>.csv', 'img src=x onerror=alert(1) .csv'],
    ['tệp.csv. . ', 'tệp.csv'],
  ])('of %j is %j', (name, label) => {
    expect(fileLabel(name)).toBe(label);
  });

  test('has at most 120 characters and keeps its kind', () => {
    const label = fileLabel(`${'ộ𠮷'.repeat(5_000)}.xlsx`);
    expect([...label]).toHaveLength(120);
    expect(label).toMatch(/\.xlsx$/);
    expect(label.isWellFormed()).toBe(true);
  });
});

describe('the header that offers a file to be saved', () => {
  test('carries every letter, and a plain form for programs that read no others', () => {
    expect(savedAs('Danh sách hộ (Đông).xlsx')).toBe(
      `attachment; filename="Danh sach ho (Dong).xlsx"; filename*=UTF-8''Danh%20s%C3%A1ch%20h%E1%BB%99%20%28%C4%90%C3%B4ng%29.xlsx`,
    );
  });

  test('cannot be broken out of', () => {
    const header = savedAs('a"; filename="b\r\nX-Evil: 1');
    expect(header).toMatch(/^attachment; filename="[\w .()-]*"; filename\*=UTF-8''[\w.%~!-]*$/);
  });
});
