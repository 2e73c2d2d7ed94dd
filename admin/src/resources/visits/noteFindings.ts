/**
 * Says while somebody types what must not stand in a note: citizens' ID numbers, one-time codes, card numbers,
 * passwords. It only warns; the server looks again by itself and masks. Both are held to one table of cases,
 * note-cases.json. It errs towards finding: a warning too many costs a glance, a secret kept costs a person.
 */
import type { NoteKind } from '../../providers/types';
import { fold } from '../../shared/fold';

/** What a note seems to hold, each kind once. */
export function noteFindings(note: string): NoteKind[] {
  const text = withoutPhones(note);
  const withoutCards = text.replace(digitGroups, blankCards);
  const found: [NoteKind, boolean][] = [
    ['ID_NUMBER', matches(withoutCards, idNumber).some(isNoQuantity)],
    ['ONE_TIME_CODE', hasCode(text)],
    ['CARD_NUMBER', withoutCards !== text],
    ['PASSWORD', hasPassword(note)],
  ];
  return found.filter(([, isFound]) => isFound).map(([kind]) => kind);
}

/** A match as it is written, and what follows it. */
interface Match {
  text: string;
  rest: string;
}

/** Every match of a pattern's first group, or of the whole pattern where it has none; `original` is what was written. */
function matches(text: string, pattern: RegExp, original = text): Match[] {
  return [...text.matchAll(pattern)].map((match) => {
    const [from, to] = match.indices?.[1] ?? match.indices?.[0] ?? [0, 0];
    return { text: original.slice(from, to), rest: original.slice(to) };
  });
}

// A quantity is no secret, however many digits it has: "150000000 đồng", "1200 người".
const quantity =
  /^\s?(?:đ|đồng|vnđ|vnd|nghìn|ngàn|triệu|tỷ|tỉ|hộ|người|lượt|ngày|tháng|năm|phút|giờ|%|mah|gb|mb|km|m2)(?![\p{L}\d])/iu;
const isNoQuantity = ({ rest }: Match) => !quantity.test(rest);

const blank = (text: string) => '_'.repeat(text.length);

// Phones are what a note may hold, so they are out of the way first: 0912 345 678, 024 3825 1234, +84 912 345 678.
const phone = /(?<!\d)(?:\+84[ .-]?|0)(?:\d{9,10}|\d{2,3}(?:[ .-]\d{3,4}){2})(?!\d)/g;

function withoutPhones(text: string): string {
  return text.replace(phone, (number) => {
    const digits = number.replace(/^\+84/, '0').replace(/\D/g, '').length;
    return digits === 10 || digits === 11 ? blank(number) : number;
  });
}

// Twelve digits (citizens, but also dossiers) or nine (the old card), in one run or in equal groups.
const idNumber =
  /(?<!\d)(?:\d{12}|\d{9})(?!\d)|(?<!\d[ -]?)(?:\d{3}[ -]\d{3}[ -]\d{3}(?:[ -]\d{3})?|\d{4}[ -]\d{4}[ -]\d{4}|\d{6}[ -]\d{6})(?![ -]?\d)/dg;

const digitGroups = /\d+(?:[ -]\d+)*/g;

/** Takes out the stretches of whole groups that pass as card numbers: 13 to 19 digits with a right check digit. */
function blankCards(run: string, at: number, text: string): string {
  const groups = [...run.matchAll(/\d+/g)].map((group) => ({
    from: group.index,
    to: group.index + group[0].length,
  }));
  let rest = run;
  let free = 0;
  for (const [first, { from }] of groups.entries()) {
    if (from < free) continue;
    const ends = groups.slice(first).map(({ to }) => to);
    const card = ends.findLast((to) => {
      const digits = run.slice(from, to).replace(/\D/g, '');
      return isCardNumber(digits) && !quantity.test(text.slice(at + to));
    });
    if (card === undefined) continue;
    rest = rest.slice(0, from) + blank(run.slice(from, card)) + rest.slice(card);
    free = card;
  }
  return rest;
}

function isCardNumber(digits: string): boolean {
  if (digits.length < 13 || digits.length > 19) return false;
  // Luhn: every second digit from the right counts double, and the sum ends in zero.
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

const code = String.raw`(?:\d{4,8}|\d{3}[ -]\d{3})`;
// No part of a date, an amount, a longer number, a name or a password.
const aloneBefore = String.raw`(?<![\d/@#$%^&*_+!]|\d[.,-])`;
const aloneAfter = String.raw`(?![\p{L}\d/]|[.,-]\d)`;
const codeWord = String.raw`(?<!\p{L})(?:otp|ma xac thuc|ma xac nhan|ma pin|pin|code|passcode|mat khau|password|mat ma)(?!\p{L})`;
/** In one sentence with a word that calls for a code, before it or after it. */
const codePatterns = [
  new RegExp(String.raw`${codeWord}[^\d\n.;!?]{0,25}?${aloneBefore}(${code})${aloneAfter}`, 'dgu'),
  new RegExp(String.raw`${aloneBefore}(${code})(?=[^\d\n.;!?]{1,12}?${codeWord})${aloneAfter}`, 'dgu'),
];
// "mã" alone has many uses ("mã hộ"), so its code must follow at once; "mà" is another word.
const codeOfMa = new RegExp(
  String.raw`(?<!\p{L})(?:mã|ma)(?:\s+(?:số|so|là|la)){0,2}\s*[:=]?\s*(${code})${aloneAfter}`,
  'dgiu',
);

function hasCode(text: string): boolean {
  const plain = folded(text);
  const found = codePatterns.flatMap((pattern) => matches(plain, pattern, text));
  return [...found, ...matches(text, codeOfMa)].some(isNoQuantity);
}

const passwordWord = String.raw`(?<!\p{L})(?:mat khau|password|passwd|pass|mk)(?!\p{L})`;
// After a colon any word that could be one; after "là" it must look like one: "mật khẩu là do cháu đặt".
const passwordPatterns = [
  String.raw`[:=][^\S\n]*([!-~]{4,})`,
  String.raw`la[^\S\n]+(?=[!-~]*[\d!@#$%^&*_+])([!-~]{4,})`,
].map(
  (tail) =>
    new RegExp(String.raw`${passwordWord}[^\S\n]*(?:(?:wifi|moi|cu)[^\S\n]*)?${tail}(?![^\s,.;])`, 'dgu'),
);

function hasPassword(note: string): boolean {
  // A diacritic that folding took away says that it is a word of a sentence.
  const isSecret = ({ text }: Match) => /^[!-~]+$/.test(text);
  const plain = folded(note);
  return passwordPatterns.some((pattern) => matches(plain, pattern, note).some(isSecret));
}

/** Without diacritics, yet of the same length: composed Vietnamese letters fold one to one. */
function folded(text: string): string {
  return text
    .replace(/\P{ASCII}/gu, (unit) => {
      const plain = fold(unit);
      return plain.length === 1 ? plain : unit;
    })
    .toLowerCase();
}
