// A table that leaves as a file, the same from one description: .xlsx with typed cells, or CSV.
import { vietnam } from '../../kernel/index.js';
import { writeCsv } from './csv.js';
import { excel, type WriteTask } from './excel.js';
import { safeCsvText, safeExcelText } from './safe-text.js';

export interface SheetColumn {
  heading: string;
  /** In characters. */
  width: number;
}

/** Text, a number, a day ('2025-12-01'), or an instant; null for an empty cell. */
export type SheetValue = string | number | { day: string } | { at: Date } | null;

export interface Sheet {
  name: string;
  columns: SheetColumn[];
  rows: SheetValue[][];
}

/** An .xlsx of these sheets, each with a bold heading that stays in sight. */
export async function writeWorkbook(sheets: readonly Sheet[]): Promise<Buffer> {
  const answer = await excel({ sheets: sheets.map(plainSheet) });
  if ('bytes' in answer) return Buffer.from(answer.bytes);
  throw new Error(`The workbook was not written: ${'failed' in answer ? answer.failed : ''}`);
}

function plainSheet({ name, columns, rows }: Sheet): WriteTask['sheets'][number] {
  return {
    name,
    columns: columns.map(({ heading, width }) => ({ heading: safeExcelText(heading), width })),
    rows: rows.map((row) =>
      row.map((value) => {
        if (value === null || typeof value === 'number') return value;
        if (typeof value === 'string') return safeExcelText(value);
        if ('day' in value) return { at: Date.parse(value.day), hasTime: false };
        return { at: Date.parse(`${wallClock(value.at)}Z`), hasTime: true };
      }),
    ),
  };
}

/** The first lines of the heading and the rows as CSV. */
export function writeCsvTable({ columns, rows }: Sheet): Buffer {
  const lines = rows.map((row) => row.map(csvCell));
  return writeCsv([columns.map(({ heading }) => safeCsvText(heading)), ...lines]);
}

function csvCell(value: SheetValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? safeCsvText(value) : readableTime(value);
}

/** A day as 01/12/2025, an instant as 01/12/2025 08:30 in Vietnam. */
export function readableTime(value: { day: string } | { at: Date }): string {
  const [date, time] = 'day' in value ? [value.day] : wallClock(value.at).split('T');
  const [year, month, day] = date!.split('-');
  return time === undefined ? `${day}/${month}/${year}` : `${day}/${month}/${year} ${time}`;
}

const wall = new Intl.DateTimeFormat('sv-SE', {
  timeZone: vietnam,
  dateStyle: 'short',
  timeStyle: 'short',
});

/** '2025-12-01T08:30', what clocks in Vietnam show. */
export function wallClock(at: Date): string {
  return wall.format(at).replace(' ', 'T');
}
