/**
 * Finds in a note what must never stand in one: citizens' ID numbers, one-time codes, bank card numbers, passwords.
 * Pure. It errs towards finding: a finding only warns and masks until somebody has looked, it never refuses.
 * The panel has a twin of its own, which warns while one types; note-cases.json holds the two together.
 */
import { fold } from '../../kernel/index.js';

export const noteKinds = ['ID_NUMBER', 'ONE_TIME_CODE', 'CARD_NUMBER', 'PASSWORD'] as const;
export type NoteKindCode = (typeof noteKinds)[number];

export interface NoteFinding {
  kind: NoteKindCode;
  /** Where it stands in the text: from this index up to, and without, the other. */
  from: number;
  to: number;
}

const mask = '•••';

/** What a note holds that it should not, in the order of the kinds. */
export function findInNote(note: string): NoteFinding[] {
  // Phones are what a note may hold, so their digits are out of the way first; every index stays as it is.
  const text = blankPhones(note);
  const cards = findCards(text);
  return [...findIdNumbers(blank(text, cards)), ...findCodes(text), ...cards, ...findPasswords(note)];
}

/** The kinds of what was found, each once. */
export function kindsOf(findings: readonly NoteFinding[]): NoteKindCode[] {
  return noteKinds.filter((kind) => findings.some((finding) => finding.kind === kind));
}

/** The note with every run of digits of a finding, and every password, replaced by dots. */
export function maskNote(note: string, findings: readonly NoteFinding[]): string {
  const hidden = Array.from(note, () => false);
  const characters = [...note];
  let index = 0;
  for (const [position, character] of characters.entries()) {
    const inside = findings.filter(({ from, to }) => from <= index && index < to);
    hidden[position] = inside.some(({ kind }) => kind === 'PASSWORD' || isDigit(character));
    index += character.length;
  }
  return characters.map((character, i) => (!hidden[i] ? character : hidden[i - 1] ? '' : mask)).join('');
}

const isDigit = (character: string) => character >= '0' && character <= '9';

// 0912345678, 0912 345 678, 091 234 5678, 024 3825 1234, +84 912 345 678: ten or eleven digits, written as phones are.
const PHONE = /(?<![\d])(?:\+84[ .-]?|0)(?:\d{9,10}|\d{2,3}(?:[ .-]\d{3,4}){2})(?!\d)/g;

function blankPhones(text: string): string {
  return text.replace(PHONE, (phone) => {
    const digits = phone.replace(/^\+84/, '0').replace(/\D/g, '').length;
    return digits === 10 || digits === 11 ? '_'.repeat(phone.length) : phone;
  });
}

function blank(text: string, findings: readonly NoteFinding[]): string {
  return findings.reduce(
    (rest, { from, to }) => rest.slice(0, from) + '_'.repeat(to - from) + rest.slice(to),
    text,
  );
}

// A quantity is no secret, however many digits it has: "150000000 đồng", "OTP 2000 lượt".
const QUANTITY =
  /^\s?(?:đ|đồng|vnđ|vnd|nghìn|ngàn|triệu|tỷ|tỉ|hộ|người|lượt|ngày|tháng|năm|phút|giờ|%|mah|gb|mb|km|m2)(?![\p{L}\d])/iu;

function isQuantity(text: string, to: number): boolean {
  return QUANTITY.test(text.slice(to));
}

// Twelve digits (citizen ID; numbers of dossiers have as many) or nine (the old ID), in one run or in equal groups.
const ID_NUMBER =
  /(?<!\d)(?:\d{12}|\d{9})(?!\d)|(?<!\d[ -]?)(?:\d{3}([ -])\d{3}\1\d{3}(?:\1\d{3})?|\d{4}([ -])\d{4}\2\d{4}|\d{6}[ -]\d{6})(?![ -]?\d)/g;

function findIdNumbers(text: string): NoteFinding[] {
  return found(text, ID_NUMBER, 'ID_NUMBER').filter(({ to }) => !isQuantity(text, to));
}

// Runs of digits with single spaces or dashes between them, among which a card number may stand.
const GROUPS = /\d+(?:[ -]\d+)*/g;

function findCards(text: string): NoteFinding[] {
  return [...text.matchAll(GROUPS)].flatMap(({ index, 0: run }) => {
    const groups = [...run.matchAll(/\d+/g)].map((group) => ({
      from: index + group.index,
      to: index + group.index + group[0].length,
    }));
    return cardsIn(text, groups);
  });
}

/** Every stretch of whole groups with 13–19 digits that pass Luhn's check; the longest that begins at a group. */
function cardsIn(text: string, groups: readonly { from: number; to: number }[]): NoteFinding[] {
  const cards: NoteFinding[] = [];
  for (const [first, { from }] of groups.entries()) {
    if (from < (cards.at(-1)?.to ?? 0)) continue;
    let digits = '';
    let card: NoteFinding | null = null;
    for (let last = first; last < groups.length; last++) {
      const { from: start, to } = groups[last]!;
      digits += text.slice(start, to);
      if (digits.length > 19) break;
      if (digits.length >= 13 && passesLuhn(digits) && !isQuantity(text, to))
        card = { kind: 'CARD_NUMBER', from, to };
    }
    if (card) cards.push(card);
  }
  return cards;
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = digit * 2;
    sum += i % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

const CODE = String.raw`(?:\d{4,8}|\d{3}[ -]\d{3})`;
// No part of a date, an amount, a longer number, a name or a password: 01/12/2025, 2.340.000, 5000mAh, Hoa@1990.
const ALONE_BEFORE = String.raw`(?<![\d/@#$%^&*_+!]|\d[.,-])`;
const ALONE_AFTER = String.raw`(?![\p{L}\d/]|[.,-]\d)`;
const CODE_WORD = String.raw`(?<!\p{L})(?:otp|ma xac thuc|ma xac nhan|ma pin|pin|code|passcode|mat khau|password|mat ma)(?!\p{L})`;
// Up to 25 characters of the same sentence may stand between the word and the code, or 12 if the code comes first.
const CODE_AFTER = new RegExp(
  `${CODE_WORD}[^\\d\\n.;!?]{0,25}?${ALONE_BEFORE}(${CODE})${ALONE_AFTER}`,
  'gdu',
);
const CODE_BEFORE = new RegExp(
  `${ALONE_BEFORE}(${CODE})(?=[^\\d\\n.;!?]{1,12}?${CODE_WORD})${ALONE_AFTER}`,
  'gdu',
);
// "mã" alone is a word of many uses ("mã hộ"), so its code must follow at once; "mà" is another word.
const CODE_OF_MA = new RegExp(
  `(?<!\\p{L})(?:mã|ma)(?:\\s+(?:số|so|là|la)){0,2}\\s*[:=]?\\s*(${CODE})${ALONE_AFTER}`,
  'gdiu',
);

function findCodes(text: string): NoteFinding[] {
  const folded = foldInPlace(text);
  const matches = [
    ...folded.matchAll(CODE_AFTER),
    ...folded.matchAll(CODE_BEFORE),
    ...text.matchAll(CODE_OF_MA),
  ];
  return matches
    .map(({ indices }): NoteFinding => {
      const [from, to] = indices![1]!;
      return { kind: 'ONE_TIME_CODE', from, to };
    })
    .filter(({ to }) => !isQuantity(text, to));
}

const PASSWORD_WORD = String.raw`(?<!\p{L})(?:mat khau|password|passwd|pass|mk)(?!\p{L})`;
// After a colon any word that could be one: four signs or more, none of them with a diacritic. After "là" it must
// look like one, because sentences go on there: "mật khẩu là do cháu đặt".
const PASSWORD = new RegExp(
  `${PASSWORD_WORD}[^\\S\\n]*(?:(?:wifi|moi|cu)[^\\S\\n]*)?(?:[:=][^\\S\\n]*([!-~]{4,})|la[^\\S\\n]+(?=[!-~]*[\\d!@#$%^&*_+])([!-~]{4,}))(?![^\\s,.;])`,
  'gdu',
);

function findPasswords(note: string): NoteFinding[] {
  return [...foldInPlace(note).matchAll(PASSWORD)].flatMap(({ indices }) => {
    const [from, to] = indices![1] ?? indices![2]!;
    // A diacritic that folding took away says that it is a word of a sentence.
    return /^[!-~]+$/.test(note.slice(from, to)) ? [{ kind: 'PASSWORD' as const, from, to }] : [];
  });
}

/** Folded text of the same length, so that indices hold: composed Vietnamese letters fold one to one. */
function foldInPlace(text: string): string {
  return text
    .replace(/\P{ASCII}/gu, (letter) => {
      const folded = fold(letter);
      return folded.length === letter.length ? folded : letter;
    })
    .toLowerCase();
}

function found(text: string, pattern: RegExp, kind: NoteKindCode): NoteFinding[] {
  return [...text.matchAll(pattern)].map(({ index, 0: whole }) => ({
    kind,
    from: index,
    to: index + whole.length,
  }));
}
