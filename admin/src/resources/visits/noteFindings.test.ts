import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { noteFindings } from './noteFindings';

const table = new URL('../../../../server/src/modules/privacy/note-cases.json', import.meta.url);
const cases = JSON.parse(readFileSync(table, 'utf8')) as { text: string; kinds: string[] }[];

describe('a note being typed', () => {
  test.each(cases)('“$text” holds $kinds, as the server finds', ({ text, kinds }) => {
    expect(noteFindings(text)).toEqual(kinds);
  });

  test('of the full length is read in a moment', () => {
    const started = performance.now();
    for (const piece of ['1 ', '12 34-', 'mã ', 'mật khẩu ', 'otp a', '0912 '])
      noteFindings(piece.repeat(500).slice(0, 500));
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
