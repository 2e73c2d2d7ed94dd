import { describe, expect, test } from '@jest/globals';
import { emptyFounding, foundingInput, villagesOf } from './founding';

describe('the villages of a new commune', () => {
  test('are the lines of a list, without its numbers, bullets, blanks and repetitions', () => {
    const pasted = '1. Thôn Đông\n2) Thôn Đoài \n\n - Thôn Hậu  Trung\n• Thôn Đông\r\nThôn 3';
    expect(villagesOf(pasted)).toEqual(['Thôn Đông', 'Thôn Đoài', 'Thôn Hậu Trung', 'Thôn 3']);
  });

  test('a name that only begins with a number keeps it', () => {
    expect(villagesOf('26 tháng 3\n3/2')).toEqual(['26 tháng 3', '3/2']);
  });
});

test('a password is sent as it was typed', () => {
  const founding = { ...emptyFounding, communeName: ' Thượng Hồng ', password: ' hai dấu cách ' };
  expect(foundingInput(founding)).toMatchObject({ communeName: 'Thượng Hồng', password: ' hai dấu cách ' });
});
