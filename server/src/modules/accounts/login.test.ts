import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { isLogin, loginStem, stemOf, takeLogin } from './login.js';

describe('a login made from a name', () => {
  test.each([
    ['Nguyễn Thị Hoà', 'hoa.nt'],
    ['Nguyễn Thị Hòa', 'hoa.nt'],
    ['  ĐỖ  văn   ĐÔNG ', 'dong.dv'],
    ['Lê Ý', 'y.l'],
    ['H’Hen Niê', 'nie.h'],
    ['Nguyễn Thị Hoà'.normalize('NFD'), 'hoa.nt'],
    ['Trần Văn (Ba)', 'ba.tv'],
  ])('of %s is %s', (name, login) => {
    expect(loginStem(name)).toBe(login);
  });

  test('is numbered when it is taken, in other communes as well', () => {
    const taken = new Set(['hoa.nt', 'hoa.nt2']);
    expect(takeLogin('Nguyễn Thị Hoà', taken)).toBe('hoa.nt3');
    expect(takeLogin('Ngô Thanh Hoa', taken)).toBe('hoa.nt4');
    expect(takeLogin('Đỗ An', taken)).toBe('an.d');
  });

  test('has a number from the start when the name is too short, or none of it can be typed', () => {
    expect(takeLogin('An', new Set())).toBe('an1');
    expect(takeLogin('Ý', new Set())).toBe('y01');
    expect(takeLogin('李', new Set())).toBe('tk1');
  });

  test('is one whatever the name, differs from every other, and belongs to its stem', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 200 }), { maxLength: 20 }), (names) => {
        const taken = new Set<string>();
        const logins = names.map((name) => takeLogin(name, taken));
        expect(logins.every(isLogin)).toBe(true);
        expect(new Set(logins).size).toBe(logins.length);
        expect(names.map(loginStem)).toEqual(logins.map(stemOf));
      }),
    );
  });
});

test.each(['ab', 'Hoa.nt', 'hoà', 'hoa nt', 'a'.repeat(61), "hoa'--", ''])(
  '%j cannot be a login',
  (login) => {
    expect(isLogin(login)).toBe(false);
  },
);
