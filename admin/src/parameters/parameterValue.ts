import { formatNumber, type Locale } from '../shared/format';

export interface ValueWords {
  locale: Locale;
  yes: string;
  no: string;
}

/** A parameter's value as it is read out. */
export function parameterText(value: unknown, words: ValueWords): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return numberText(value, words.locale);
  if (Array.isArray(value)) return value.map((one) => parameterText(one, words)).join(', ');
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([name, one]) => `${name}: ${parameterText(one, words)}`)
      .join(', ');
  return typeof value === 'string' ? value : '';
}

function numberText(value: number, locale: Locale): string {
  if (Number.isInteger(value)) return formatNumber(value, locale);
  const [whole = '0', fraction = ''] = String(value).split('.');
  return `${formatNumber(Number(whole), locale)}${locale === 'vi' ? ',' : '.'}${fraction}`;
}

/** How a value is typed: the kind of the value of today decides. */
export type ValueKind = 'number' | 'boolean' | 'text' | 'other';

export function kindOfValue(value: unknown): ValueKind {
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'string' ? 'text' : 'other';
}

/** What the field shows before anything is typed: the value of today, in the writing of the language. */
export function toTyped(value: unknown, locale: Locale): string {
  const kind = kindOfValue(value);
  if (kind === 'number') return String(value).replace('.', locale === 'vi' ? ',' : '.');
  return kind === 'other' ? JSON.stringify(value, null, 2) : String(value);
}

/** What was typed as a value of that kind; undefined while it cannot be read. */
export function fromTyped(text: string, kind: ValueKind, locale: Locale): unknown {
  const typed = text.trim();
  if (typed === '') return undefined;
  if (kind === 'boolean') return typed === 'true';
  if (kind === 'text') return typed;
  if (kind === 'number') {
    const grouped = locale === 'vi' ? typed.replace(/\./g, '').replace(',', '.') : typed.replace(/,/g, '');
    return /^-?\d+(\.\d+)?$/.test(grouped) ? Number(grouped) : undefined;
  }
  try {
    return JSON.parse(typed) as unknown;
  } catch {
    return undefined;
  }
}
