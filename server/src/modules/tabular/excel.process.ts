// A process of its own for one workbook. Reading XML that a stranger wrote, or writing twenty thousand rows, must
// neither hold up the server nor take it down: some files of a few hundred bytes make any parser ask for more
// memory than there is, and that ends the whole process it runs in.
// Loaded by its address (excel.ts), so it imports packages only.
import type { ExcelAnswer, ExcelTask, ReadTask, WriteTask } from './excel.js';

process.once('message', (task: ExcelTask) => {
  const work = 'bytes' in task ? read(task) : write(task);
  void work
    .catch((error: unknown): ExcelAnswer => ({ failed: String(error) }))
    .then((answer) => process.send!(answer, () => process.disconnect()));
});

async function read({ bytes, limits }: ReadTask): Promise<ExcelAnswer> {
  const { readSheet } = await import('read-excel-file/node');
  const rows = await readSheet<string>(Buffer.from(bytes), { parseNumber: plainNumber });
  if (rows.length > limits.rows || rows.some((row) => row.length > limits.columns)) return { tooLarge: true };
  let left = limits.textLength;
  const texts = rows.map((row) =>
    row.map((cell) => {
      const text = textOf(cell);
      left -= text.length;
      return text;
    }),
  );
  return left < 0 ? { tooLarge: true } : { rows: texts };
}

// Numbers as they stand in the cell: 15 digits, as Excel itself keeps them, and no exponent.
function plainNumber(stored: string): string {
  if (/^-?\d{1,15}$/.test(stored)) return stored;
  const value = Number(Number(stored).toPrecision(15));
  return Number.isSafeInteger(value) ? BigInt(value).toString() : String(value);
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return dayOf(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return (cell as string).trim();
}

// A day of a sheet knows no time zone; the library gives it as UTC, a fraction of a second off at times.
function dayOf(at: Date): string {
  if (Number.isNaN(at.getTime())) return '';
  const whole = new Date(Math.round(at.getTime() / 1_000) * 1_000).toISOString();
  const [year, month, day] = whole.slice(0, 10).split('-');
  const time = whole.slice(11, 16);
  return time === '00:00' ? `${day}/${month}/${year}` : `${day}/${month}/${year} ${time}`;
}

async function write({ sheets }: WriteTask): Promise<ExcelAnswer> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const bytes = await writeExcelFile(
    sheets.map(({ name, columns, rows }) => ({
      sheet: name,
      stickyRowsCount: 1,
      columns: columns.map(({ width }) => ({ width })),
      data: [
        columns.map(({ heading }) => ({ value: heading, type: String, fontWeight: 'bold' as const })),
        ...rows.map((row) => row.map(cellOf)),
      ],
    })),
  ).toBuffer();
  return { bytes };
}

// Somebody who edits such a text in Excel would make a formula or a number of it.
const turnsOnEdit = /^\s*[=+\-@＝＋－＠0-9]/;

// Text is written as text and is no formula; where it could become one, its cell is formatted as text too.
function cellOf(value: WriteTask['sheets'][number]['rows'][number][number]) {
  if (value === null || value === '') return null;
  if (typeof value === 'string')
    return turnsOnEdit.test(value) ? { value, type: String, format: '@' } : value;
  if (typeof value === 'number') return value;
  const format = value.hasTime ? 'dd/mm/yyyy hh:mm' : 'dd/mm/yyyy';
  return { value: new Date(value.at), type: Date, format };
}
