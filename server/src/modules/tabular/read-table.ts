// Reads a table that somebody hands in: recognised by its bytes, bounded, its heading found.
import { fileTypeFromBuffer } from 'file-type';
import { fold, problem } from '../../kernel/index.js';
import { checkWorkbook } from './archive.js';
import { decodeText, readCsv } from './csv.js';
import { excel } from './excel.js';
import { headingLines, sheetLimits as limits } from './limits.js';
import type { Table, TableRow } from './table.js';
import { tabularErrors } from './tabular.errors.js';

type SheetKind = 'xlsx' | 'csv';

/** What kind of table these bytes are, by what is in them. Errors: NOT_A_SHEET, SHEET_NOT_SAFE, SHEET_NOT_UNICODE. */
export async function recogniseSheet(bytes: Buffer): Promise<SheetKind> {
  const isUtf16 = ['fffe', 'feff'].includes(bytes.subarray(0, 2).toString('hex'));
  const found = isUtf16 ? undefined : await fileTypeFromBuffer(bytes);
  if (found?.ext === 'xlsx') {
    await checkWorkbook(bytes);
    return 'xlsx';
  }
  if (found || bytes.length === 0) throw problem(tabularErrors.NOT_A_SHEET);
  decodeText(bytes);
  return 'csv';
}

/**
 * The table of the first sheet. The heading is that one of the first lines that has the most of `headings`, however
 * they are written; where none has any, the one with the most cells.
 * Errors: those of recogniseSheet; SHEET_NOT_READABLE, SHEET_TOO_LARGE, SHEET_CELL_TOO_LONG, SHEET_EMPTY.
 */
export async function readTable(bytes: Buffer, headings: readonly string[] = []): Promise<Table> {
  const mostRows = limits.rows + headingLines;
  const lines =
    (await recogniseSheet(bytes)) === 'xlsx'
      ? await readWorkbook(bytes, mostRows)
      : readCsv(decodeText(bytes), mostRows);
  return tableOf(lines, headings);
}

async function readWorkbook(bytes: Buffer, mostRows: number): Promise<TableRow[]> {
  const answer = await excel({ bytes, limits: { ...limits, rows: mostRows } });
  if ('tooLarge' in answer) throw problem(tabularErrors.SHEET_TOO_LARGE, limits);
  if (!('rows' in answer)) throw problem(tabularErrors.SHEET_NOT_READABLE);
  return answer.rows
    .map((cells, index) => ({ line: index + 1, cells: cells.map((cell) => cell.normalize('NFC')) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
}

function tableOf(lines: readonly TableRow[], headings: readonly string[]): Table {
  const above = lines.filter(({ line }) => line <= headingLines);
  const at = headingAt(above, new Set(headings.map(heading)));
  if (at === -1) throw problem(tabularErrors.SHEET_EMPTY, { lines: headingLines });
  const used = lines.slice(at);
  const width = Math.max(...used.map(({ cells }) => cells.findLastIndex((cell) => cell !== '') + 1));
  if (used.length - 1 > limits.rows || width > limits.columns)
    throw problem(tabularErrors.SHEET_TOO_LARGE, limits);
  const long = used.find(({ cells }) => cells.some((cell) => cell.length > limits.cellLength));
  if (long) throw problem(tabularErrors.SHEET_CELL_TOO_LONG, { line: long.line, length: limits.cellLength });
  const [top, ...rows] = used.map(({ line, cells }) => ({
    line,
    cells: Array.from({ length: width }, (_, index) => cells[index] ?? ''),
  }));
  return { columns: top!.cells, rows };
}

/** One heading however it is written: capitals, marks and spaces do not count. */
const heading = (text: string) => fold(text).replaceAll(/[^a-z0-9]/g, '');

function headingAt(lines: readonly TableRow[], known: ReadonlySet<string>): number {
  const count = (isOne: (cell: string) => boolean) => lines.map(({ cells }) => cells.filter(isOne).length);
  const matching = count((cell) => known.has(heading(cell)));
  const counts = matching.some((found) => found > 0) ? matching : count((cell) => /\p{L}/u.test(cell));
  const most = Math.max(0, ...counts);
  return most === 0 ? -1 : counts.indexOf(most);
}
