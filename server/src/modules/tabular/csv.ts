// Tables as text: UTF-8 or UTF-16, with semicolons, commas or tabs, as Excel and LibreOffice save them.
import { parse, CsvError } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { problem } from '../../kernel/index.js';
import { sheetLimits as limits } from './limits.js';
import type { TableRow } from './table.js';
import { tabularErrors } from './tabular.errors.js';

const delimiters = [';', ',', '\t'];
// What no typed table holds: control characters save tab and line breaks.
// eslint-disable-next-line no-control-regex
const notTyped = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

/** The text of a CSV file. Errors: NOT_A_SHEET, SHEET_NOT_UNICODE. */
export function decodeText(bytes: Buffer): string {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  if (notTyped.test(text) || text.trim() === '' || looksLikeMarkup(text))
    throw problem(tabularErrors.NOT_A_SHEET);
  if (text.includes('\uFFFD')) throw problem(tabularErrors.SHEET_NOT_UNICODE);
  return text.normalize('NFC');
}

function encodingOf([first, second]: Buffer): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

// A page, a drawing or a document that is written as text.
function looksLikeMarkup(text: string): boolean {
  return /^\s*(<|%PDF-|\{\\rtf|%!PS)/i.test(text);
}

/** The filled lines of a CSV text. Errors: SHEET_TOO_LARGE, SHEET_NOT_READABLE. */
export function readCsv(text: string, mostRows: number): TableRow[] {
  const rows: TableRow[] = [];
  let line = 0;
  const bounded = (isOver: boolean) => {
    if (isOver) throw problem(tabularErrors.SHEET_TOO_LARGE, limits);
  };
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      max_record_size: limits.columns * limits.cellLength,
      cast(cell, { index }) {
        bounded(index >= limits.columns);
        return cell.trim();
      },
      on_record(cells: string[]) {
        line += 1;
        if (cells.some((cell) => cell !== '')) rows.push({ line, cells });
        bounded(rows.length > mostRows || line > limits.lines);
        return null;
      },
    });
    return rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const isLong = error.code === 'CSV_MAX_RECORD_SIZE';
    throw isLong ? problem(tabularErrors.SHEET_TOO_LARGE, limits) : problem(tabularErrors.SHEET_NOT_READABLE);
  }
}

/** The one that stands most often outside quotes in the first lines. */
function delimiterOf(text: string): string {
  const start = text.slice(0, 10_000).replace(/"[^"]*"/g, '');
  const counts = delimiters.map((delimiter) => start.split(delimiter).length);
  return delimiters[counts.indexOf(Math.max(...counts))]!;
}

/** A CSV that Excel in Vietnam opens by itself: UTF-8 with its mark, semicolons. Cells are safe text already. */
export function writeCsv(rows: readonly (readonly string[])[]): Buffer {
  const text = stringify(rows as string[][], {
    bom: true,
    delimiter: ';',
    record_delimiter: 'windows',
    // It would quote its own line break only, and any other one would begin a new row.
    quoted_match: /[\r\n]/,
  });
  return Buffer.from(text);
}
