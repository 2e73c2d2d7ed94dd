import { describe, expect, test } from '@jest/globals';
import { en } from './en';
import { vi } from './vi';

type Messages = { [key: string]: string | Messages };

function flatten(messages: Messages, prefix = ''): Map<string, string> {
  const entries = Object.entries(messages).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : [...flatten(value, `${prefix}${key}.`)],
  );
  return new Map(entries);
}

const vietnamese = flatten(vi);
const english = flatten(en as unknown as Messages);

/** The same in both languages, and rightly so: names, blanks, and react-admin's patterns that hold only values. */
const sameOnPurpose = new Set([
  'ra.boolean.null',
  'ra.page.edit',
  'ra.page.list',
  'ra.page.show',
  'app.name',
]);

const placeholders = (text: string) => [...new Set(text.match(/%\{\w+\}/g) ?? [])].sort();

describe('the two language packs', () => {
  test('have the same keys', () => {
    expect([...vietnamese.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test('leave nothing untranslated', () => {
    const untranslated = [...vietnamese].filter(
      ([key, text]) => text === english.get(key) && !sameOnPurpose.has(key),
    );
    expect(untranslated).toEqual([]);
  });

  test('put the same values into every sentence', () => {
    const different = [...vietnamese]
      .filter(([key, text]) => placeholders(text).join() !== placeholders(english.get(key) ?? '').join())
      .map(([key]) => key);
    expect(different).toEqual([]);
  });

  test('speak of warnings and updates in the words of the house', () => {
    const texts = [...vietnamese]
      .filter(([key]) => key.startsWith('app.'))
      .map(([, text]) => text.toLowerCase());
    expect(texts.filter((text) => /\bcờ\b/.test(text))).toEqual([]);
  });
});
