// Cells as they leave in a file. What people typed must stay what they typed: no formula of a spreadsheet, and no
// text that breaks the file.

const startsFormula = /^[\s\u00A0]*[=+\-@＝＋－＠]|^[\t\r\n]/;
// "+84 912 345 678" and "-5" are figures to every spreadsheet; nothing can be called with digits alone.
const onlyFigures = /^[+-][\d\s.,]*$/;

/** For CSV, where a cell that begins with = + - @ would be run: an apostrophe makes it text. */
export function safeCsvText(text: string): string {
  const clean = printable(text);
  return startsFormula.test(clean) && !onlyFigures.test(clean) ? `'${clean}` : clean;
}

const escaped = /_(?=x[0-9A-Fa-f]{4}_)/g;
const longestCell = 32_767;

/**
 * For .xlsx, whose cells have types. Excel reads "_x0041_" as "A", so the underscore is written as such a code
 * itself. write-excel-file keeps texts as keys of a plain object, so the names that every object has are coded too.
 */
export function safeExcelText(text: string): string {
  const clean = printable(text).slice(0, longestCell).replaceAll(escaped, '_x005F_');
  return clean in Object.prototype ? codeOf(clean) + clean.slice(1) : clean;
}

const codeOf = (text: string) => `_x${text.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`;

// eslint-disable-next-line no-control-regex
const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\uFFFE\uFFFF]/g;

function printable(text: string): string {
  return text.toWellFormed().replaceAll(unprintable, '').normalize('NFC');
}
