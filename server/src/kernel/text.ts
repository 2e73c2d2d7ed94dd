// Vietnamese text as it comes in: composed (NFC), without what no database or document can hold.
import { kernelErrors, problem } from './error.js';

// NUL and the other control characters save tab and line breaks; and halves of surrogate pairs.
// eslint-disable-next-line no-control-regex
const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

// More than any field of a form holds; what is longer than a field's own column is refused there.
const longestText = 5_000;

/** NFC form of the text; refuses control characters, lone surrogates and what is too long for any field. */
export function cleanText(text: string, path: string): string {
  if (unprintable.test(text) || !text.isWellFormed())
    throw problem(kernelErrors.TEXT_NOT_VALID, {}, { path });
  if (text.length > longestText) throw problem(kernelErrors.TEXT_TOO_LONG, {}, { path });
  return text.normalize('NFC');
}

/** Cleans every string of a call's arguments, whatever its depth. */
export function cleanArguments<T>(value: T, path = ''): T {
  if (typeof value === 'string') return cleanText(value, path) as T;
  if (Array.isArray(value))
    return value.map((item, index) => cleanArguments<unknown>(item, `${path}.${index}`)) as T;
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  for (const [key, inner] of Object.entries(value)) {
    (value as Record<string, unknown>)[key] = cleanArguments<unknown>(inner, path ? `${path}.${key}` : key);
  }
  return value;
}

/** The folded form that the database's folded() also gives: no marks, đ → d, lower case. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').toLowerCase();
}

/** A mobile (10 digits) or landline (11) as it is kept: 0912345678. Null when it is neither. */
export function normalPhone(typed: string): string | null {
  const digits = typed.replace(/[\s.\-()]/g, '').replace(/^\+?84/, '0');
  return /^(0[35789]\d{8}|02\d{9})$/.test(digits) ? digits : null;
}
