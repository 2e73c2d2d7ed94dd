import { describe, expect, test } from '@jest/globals';
import type { Problem } from '../../kernel/index.js';
import { requireGoodPassword } from './password.rules.js';

const owner = { login: 'pham.hoa', fullName: 'Phạm Văn Hoà' };
const judged = (password: string) =>
  requireGoodPassword(password, owner, 'password').then(
    () => 'good',
    (error: unknown) => (error as Problem).key,
  );

describe('a password', () => {
  test.each(['con mèo ngủ trên mái', 'sông Thái Bình mùa nước nổi', 'kT9#vq2-Lw', 'một-mật-khẩu-thử'])(
    'that takes long to guess is good: %s',
    async (password) => expect(await judged(password)).toBe('good'),
  );

  test.each([
    ['ngắn', 'PASSWORD_TOO_SHORT'],
    // Nine letters, however many code points they are typed as.
    ['ậậậậậậậậậ'.normalize('NFD'), 'PASSWORD_TOO_SHORT'],
    ['dài '.repeat(51), 'PASSWORD_TOO_LONG'],
    ['0123456789', 'PASSWORD_GUESSABLE'],
    ['qwertyuiop', 'PASSWORD_GUESSABLE'],
    ['P@ssw0rd2024', 'PASSWORD_GUESSABLE'],
    ['Mật khẩu 123', 'PASSWORD_GUESSABLE'],
    ['aaaaaaaaaaaaaaaaaaaa', 'PASSWORD_GUESSABLE'],
    ['phamvanhoa2025', 'PASSWORD_ABOUT_YOU'],
    ['Phạm Văn Hoà 99', 'PASSWORD_ABOUT_YOU'],
    ['HOA.pham.1987', 'PASSWORD_ABOUT_YOU'],
  ])('%s is refused: %s', async (password, key) => {
    expect(await judged(password)).toBe(key);
  });
});
