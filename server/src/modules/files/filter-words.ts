// A filter in Vietnamese, for the sheet that says what a list holds.
import { readableTime } from '../tabular/index.js';

const longest = 1_000;

const words: Record<string, string> = {
  eq: '=',
  ne: '≠',
  in: 'là một trong',
  lt: '<',
  lte: '≤',
  gt: '>',
  gte: '≥',
  contains: 'có chứa',
  has: 'có',
};

interface Vocabulary {
  /** What a field is called. */
  title: (field: string) => string;
  /** What one of its values is called. */
  show: (field: string, value: unknown) => string | undefined;
}

/** "Thôn = Thôn Đông và Chủ hộ có chứa “hoà”"; '' for no filter. */
export function filterWords(filter: object | null | undefined, vocabulary: Vocabulary): string {
  const all = allOf(filter ?? {}, vocabulary);
  return all.length <= longest ? all : `${all.slice(0, longest).toWellFormed()}…`;
}

function allOf(filter: object, vocabulary: Vocabulary): string {
  return Object.entries(filter)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([field, value]) => condition(field, value, vocabulary))
    .filter((text) => text !== '')
    .join(' và ');
}

function condition(field: string, value: unknown, vocabulary: Vocabulary): string {
  if (field === 'search') return `có từ “${value as string}”`;
  if (field === 'not') return `không phải (${allOf(value as object, vocabulary)})`;
  if (field === 'and' || field === 'or') {
    const parts = (value as object[]).map((part) => `(${allOf(part, vocabulary)})`);
    return parts.join(field === 'and' ? ' và ' : ' hoặc ');
  }
  return Object.entries(value as object)
    .filter(([, operand]) => operand !== null && operand !== undefined)
    .map(([operator, operand]) => comparison(field, operator, operand as unknown, vocabulary))
    .join(' và ');
}

function comparison(field: string, operator: string, operand: unknown, { title, show }: Vocabulary): string {
  const name = title(field);
  if (operator === 'isNull') return `${name} ${operand === true ? 'chưa có' : 'đã có'}`;
  const values = [operand].flat().map((value) => show(field, value) ?? plain(value));
  return `${name} ${words[operator] ?? operator} ${values.length === 0 ? '(không có gì)' : values.join(', ')}`;
}

function plain(value: unknown): string {
  if (value instanceof Date) return readableTime({ at: value });
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = value as string;
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? readableTime({ day: text }) : `“${text}”`;
}
