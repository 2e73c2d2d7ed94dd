import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { findInNote, kindsOf, maskNote } from './note-findings.js';

interface NoteCase {
  text: string;
  kinds: string[];
  masked: string;
}
const cases = JSON.parse(readFileSync(new URL('note-cases.json', import.meta.url), 'utf8')) as NoteCase[];

describe('a note', () => {
  test.each(cases)('“$text” holds $kinds', ({ text, kinds, masked }) => {
    const findings = findInNote(text);
    expect(kindsOf(findings)).toEqual(kinds);
    expect(maskNote(text, findings)).toBe(masked);
  });

  test('with a valid card number anywhere never shows its digits', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[\p{L} ,.]{0,20}$/u),
        fc.stringMatching(/^[1-9]\d{14}$/),
        (words, body) => {
          const note = `${words} thẻ ${withCheckDigit(body)} ${words}`;
          expect(maskNote(note, findInNote(note))).not.toMatch(/\d/);
        },
      ),
    );
  });

  test('is masked with everything else as it was, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (note) => {
        const findings = findInNote(note.normalize('NFC'));
        if (findings.length === 0) expect(maskNote(note, findings)).toBe(note);
      }),
    );
  });

  test('of two thousand signs is read in a moment', () => {
    const started = performance.now();
    for (const piece of ['1 ', '12 34-', 'mã ', 'mật khẩu ', 'otp a', '0912 '])
      findInNote(piece.repeat(2_000).slice(0, 2_000));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

function withCheckDigit(body: string): string {
  const sum = [...body].toReversed().reduce((total, character, i) => {
    const doubled = Number(character) * (i % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}
