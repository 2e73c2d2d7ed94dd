import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { testDatabase } from '../../../tests/kit/database.js';
import { Problem } from './error.js';
import { cleanArguments, cleanText, fold, normalPhone } from './text.js';

describe('text that comes in', () => {
  test.each([
    ['a NUL', 'a\u0000'],
    ['an escape character', '\u001b[31m'],
    ['a DEL', 'a\u007f'],
    ['half of a character', '\ud83d'],
    ['the other half', '\ude00'],
  ])('with %s is refused, and says where', (_, text) => {
    const refused = () => cleanArguments({ input: { tags: ['tốt', text] } });
    expect(refused).toThrow(Problem);
    try {
      refused();
    } catch (error) {
      expect((error as Problem).fields.map(({ path, key }) => [path, key])).toEqual([
        ['input.tags.1', 'TEXT_NOT_VALID'],
      ]);
    }
  });

  test('is composed, and keeps its lines, tabs and emoji', () => {
    const typed = 'Bà Hoà\n\tđi vắng 😀';
    expect(cleanText(typed.normalize('NFD'), 'note')).toBe(typed.normalize('NFC'));
  });

  test('that is no text is left as it is', () => {
    const at = new Date();
    expect(cleanArguments({ at, count: 3, none: null, yes: true })).toEqual({
      at,
      count: 3,
      none: null,
      yes: true,
    });
  });
});

describe('folding', () => {
  test.each([
    ['Hoà', 'Hòa'],
    ['Thuỷ', 'Thủy'],
    ['ĐẶNG', 'dang'],
    ['Nguyễn', 'nguyen'],
    ['Ưu Ơi', 'uu oi'],
  ])('makes one of %s and %s, in either form', (one, other) => {
    expect(fold(one)).toBe(fold(other));
    expect(fold(one.normalize('NFD'))).toBe(fold(other.normalize('NFC')));
  });

  describe('in the database', () => {
    let owner: pg.Client;
    beforeAll(async () => {
      owner = new pg.Client({ connectionString: (await testDatabase()).ownerUrl });
      await owner.connect();
    });
    afterAll(() => owner.end());

    test('is the same: every Vietnamese letter with every tone, in both cases', async () => {
      const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
      const vowels = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y'];
      const letters = [
        ...vowels.flatMap((vowel) => tones.map((tone) => (vowel + tone).normalize('NFC'))),
        'đ',
        ...'bcdghklmnpqrstvx',
      ];
      const text = [...letters, ...letters.map((letter) => letter.toUpperCase())].join(' ');
      const { rows } = await owner.query<{ composed: string; decomposed: string }>(
        'select folded($1) as composed, folded($2) as decomposed',
        [text, text.normalize('NFD')],
      );
      expect(rows[0]).toEqual({ composed: fold(text), decomposed: fold(text) });
      expect(fold(text)).toMatch(/^[a-z ]+$/);
    });
  });
});

describe('phones', () => {
  test.each([
    ['0912345678', '0912345678'],
    ['+84 912.345.678', '0912345678'],
    ['84912345678', '0912345678'],
    ['(0220) 3 123 456', '02203123456'],
    ['0912-345-678', '0912345678'],
  ])('%s is kept as %s', (typed, kept) => expect(normalPhone(typed)).toBe(kept));

  test.each([
    '',
    '091234567',
    '09123456789',
    '0112345678',
    '+1 912 345 678',
    'không có',
    '０９１２３４５６７８',
  ])('“%s” is no phone', (typed) => expect(normalPhone(typed)).toBeNull());

  test('kept once are kept the same when typed again, however they are spaced', () => {
    const mobile = fc
      .tuple(fc.constantFrom('03', '05', '07', '08', '09'), fc.stringMatching(/^\d{8}$/))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(mobile, fc.constantFrom(' ', '.', '-', ''), (phone, space) => {
        const spaced = [phone.slice(0, 4), phone.slice(4, 7), phone.slice(7)].join(space);
        expect(normalPhone(spaced)).toBe(phone);
        expect(normalPhone(`+84${spaced.slice(1)}`)).toBe(phone);
      }),
    );
  });
});
