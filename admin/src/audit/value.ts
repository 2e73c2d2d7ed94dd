import { formatDate, formatDateTime, formatNumber, type Locale } from '../shared/format';

export interface ValueWords {
  locale: Locale;
  yes: string;
  no: string;
  empty: string;
  /** The word of a code ("MET"), or null when it has none. */
  codeWord: (code: string) => string | null;
}

const day = /^\d{4}-\d{2}-\d{2}$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;
const code = /^[A-Z][A-Za-z0-9_]+$/;

/** A stored value as a person writes it; what is shaped like nothing known is shown as it is. */
export function valueText(value: unknown, words: ValueWords): string {
  if (value === null || value === undefined || value === '') return words.empty;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return numberText(value, words.locale);
  if (typeof value === 'string') return wordOf(value, words);
  if (Array.isArray(value))
    return value.length === 0 ? words.empty : value.map((one) => valueText(one, words)).join(', ');
  return Object.values(value)
    .map((one) => valueText(one, words))
    .join(', ');
}

/** A year is four digits that nobody groups; it stays readable without knowing the field. */
function numberText(value: number, locale: Locale): string {
  if (!Number.isInteger(value)) return String(value).replace('.', locale === 'vi' ? ',' : '.');
  return value >= 1900 && value < 2100 ? String(value) : formatNumber(value, locale);
}

function wordOf(text: string, words: ValueWords): string {
  if (day.test(text)) return formatDate(text);
  if (instant.test(text)) return formatDateTime(text);
  return (code.test(text) ? words.codeWord(text) : null) ?? text;
}
