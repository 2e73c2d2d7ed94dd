import { describe, expect, test } from '@jest/globals';
import { deflateRawSync } from 'node:zlib';
import { readTable } from './read-table.js';
import { writeWorkbook } from './write-table.js';
import { partsOf, sheetOf, workbookOf, zipOf, type Part } from './workbook.fixture.js';

const people = [
  ['Họ và tên', 'Điện thoại'],
  ['Nguyễn Thị Hoà', '0912345678'],
];
const parts = partsOf(sheetOf(people));
const withPart = (part: Part) => zipOf([...parts, part]);
const withSheet = (xml: string) => zipOf(partsOf(xml));

/** The key of the refusal of a file. */
async function refusal(bytes: Buffer | string): Promise<string> {
  const answer = await readTable(Buffer.from(bytes as string)).catch((error: unknown) => error);
  if (!(answer instanceof Error)) throw new Error('This was not refused');
  const { key, messages } = answer as Error & { key: string; messages: { vi: string; en: string } };
  expect(messages.vi).not.toBe(messages.en);
  return key;
}

describe('what is no table', () => {
  test.each([
    ['nothing', ''],
    ['a blank text', ' \n\t\n'],
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a page', '<!doctype html><html><script>alert(1)</script></html>'],
    ['a page after white space', '\n\n  <html></html>'],
    ['XML', '<?xml version="1.0"?><a/>'],
    ['a PDF', '%PDF-1.7\n1 0 obj'],
    ['a program for Windows', 'MZ\u0090\u0000\u0003'],
    ['a program for Linux', '\u007FELF\u0002\u0001'],
    ['a rich text', '{\\rtf1\\ansi x}'],
    ['text with NUL', 'a;b\nc;\u0000d'],
  ])('%s is refused', async (_what, bytes) => {
    expect(await refusal(Buffer.from(bytes, 'utf8'))).toBe('NOT_A_SHEET');
  });

  test('a picture is refused, whatever it is called', async () => {
    expect(await refusal(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'))).toBe('NOT_A_SHEET');
  });

  test('an old .xls and a protected workbook (both compound files) are refused', async () => {
    const compound = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2_000)]);
    expect(await refusal(compound)).toBe('NOT_A_SHEET');
  });

  test('a zip without a workbook is refused', async () => {
    expect(await refusal(zipOf([{ name: 'a.txt', content: 'a' }]))).toBe('NOT_A_SHEET');
  });

  test('a text document of Word is refused', async () => {
    const word = parts.map((part) => ({
      name: part.name.replace('xl/workbook', 'word/document'),
      content: (part.content as string).replaceAll('spreadsheetml.sheet', 'wordprocessingml.document'),
    }));
    expect(await refusal(zipOf(word))).toBe('NOT_A_SHEET');
  });

  test('Vietnamese text of before Unicode is refused with what to do', async () => {
    expect(await refusal(Buffer.from('H\u00E4 v\u00B5 t\u00AAn;S\u00E8\n', 'latin1'))).toBe(
      'SHEET_NOT_UNICODE',
    );
  });

  test('half a UTF-16 text is refused', async () => {
    const text = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('a\tb', 'utf16le'),
      Buffer.from([0x41]),
    ]);
    expect(await refusal(text)).toBe('SHEET_NOT_UNICODE');
  });
});

describe('a workbook that is put together to harm', () => {
  test.each([
    ['with a page after its end', zipOf(parts, { after: '<script>alert(1)</script>' })],
    ['with a page as its comment', zipOf(parts, { comment: '<script>alert(1)</script>' })],
    [
      'with a part that its directory does not name',
      withPart({ name: 'xl/x.xml', content: 'x', hidden: true }),
    ],
    ['with two parts of one name', withPart({ name: 'xl/worksheets/SHEET1.xml', content: 'x' })],
    ['with a part above its folder', withPart({ name: '../../etc/passwd', content: 'x' })],
    ['with a part at the root', withPart({ name: '/etc/passwd', content: 'x' })],
    ['with a part on a drive', withPart({ name: 'C:/windows/x', content: 'x' })],
    ['with a part behind backslashes', withPart({ name: '..\\..\\x', content: 'x' })],
    ['with an encrypted part', withPart({ name: 'xl/x.xml', content: 'x', encrypted: true })],
    ['with a damaged part', withPart({ name: 'xl/x.xml', content: 'x', crc: 1 })],
    ['with macros', withPart({ name: 'xl/vbaProject.bin', content: 'x' })],
  ])('%s is refused', async (_what, bytes) => {
    expect(await refusal(bytes)).toBe('SHEET_NOT_SAFE');
  });

  test('with a page before its beginning it is no workbook', async () => {
    expect(await refusal(zipOf(parts, { before: '<html><script>alert(1)</script>' }))).toBe('NOT_A_SHEET');
  });

  test('cut off, it is refused', async () => {
    expect(await refusal(zipOf(parts).subarray(0, -40))).toBe('SHEET_NOT_SAFE');
  });

  test('of more than 200 parts, it is refused', async () => {
    const many = Array.from({ length: 197 }, (_, index) => ({ name: `xl/media/${index}.txt`, content: 'x' }));
    expect(await refusal(workbookOf(people, many))).toBe('SHEET_NOT_SAFE');
    expect((await readTable(workbookOf(people, many.slice(1)))).rows).toHaveLength(1);
  });
});

describe('a bomb', () => {
  const gigabyteOfZeros = deflateRawSync(Buffer.alloc(200_000_000));

  test('that says how large it gets is refused before it is opened', async () => {
    const bomb = withPart({
      name: 'xl/x.xml',
      content: '',
      deflated: gigabyteOfZeros,
      declaredBytes: 200_000_000,
    });
    expect(bomb.length).toBeLessThan(250_000);
    expect(await refusal(bomb)).toBe('SHEET_NOT_SAFE');
  });

  test('that says it is small is stopped when it gets larger', async () => {
    const before = process.memoryUsage().arrayBuffers;
    const bomb = withPart({ name: 'xl/x.xml', content: '', deflated: gigabyteOfZeros, declaredBytes: 1_000 });
    expect(await refusal(bomb)).toBe('SHEET_NOT_SAFE');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50_000_000);
  });

  test('of many parts, each of a fair size, is refused by their sum', async () => {
    const part = deflateRawSync(Buffer.alloc(900_000));
    const many = Array.from({ length: 60 }, (_, index) => ({
      name: `xl/${index}.xml`,
      content: '',
      deflated: part,
      declaredBytes: 900_000,
    }));
    expect(await refusal(workbookOf(people, many))).toBe('SHEET_NOT_SAFE');
  });

  test('that shrinks far better than any table is refused by its ratio', async () => {
    expect(await refusal(withPart({ name: 'xl/x.xml', content: Buffer.alloc(5_000_000) }))).toBe(
      'SHEET_NOT_SAFE',
    );
  });

  test('zipped within a part is never unzipped', async () => {
    const inner = zipOf([{ name: 'x', content: '', deflated: gigabyteOfZeros, declaredBytes: 200_000_000 }]);
    const { rows } = await readTable(withPart({ name: 'xl/embeddings/inner.zip', content: inner }));
    expect(rows).toEqual([{ line: 2, cells: people[1] }]);
  });

  test('of entities that multiply stays as short as it was written', async () => {
    const names = [...'abcdefghij'];
    const entities = names.map(
      (name, index) => `<!ENTITY ${name} "${index === 0 ? 'ha' : `&${names[index - 1]};`.repeat(10)}">`,
    );
    const laughs = `<!DOCTYPE x [${entities.join('')}]>${sheetOf([['Họ tên'], ['&j;']])}`;
    const { rows } = await readTable(withSheet(laughs));
    expect(rows).toEqual([{ line: 2, cells: ['&j;'] }]);
  });

  test('of an entity that names a file of ours is not followed', async () => {
    const file = `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>${sheetOf([['Họ tên'], ['&f;']])}`;
    expect((await readTable(withSheet(file))).rows).toEqual([{ line: 2, cells: ['&f;'] }]);
  });

  const oneCell = (row: string, place: string) =>
    `<worksheet><sheetData><row r="${row}"><c r="${place}" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>`;

  test.each([
    ['a row at the end of the world', oneCell('9000000000000', 'A9000000000000')],
    ['a column at the end of the world', oneCell('1', 'ZZZZZZZZZ1')],
  ])('of %s ends its own process, not ours', async (_what, xml) => {
    expect(['SHEET_NOT_READABLE', 'SHEET_TOO_LARGE']).toContain(await refusal(withSheet(xml)));
    expect((await readTable(workbookOf(people))).rows).toHaveLength(1);
  });

  test('of one long text that every cell points at is refused', async () => {
    const rows = Array.from({ length: 150 }, (_, row) => {
      const cells = [...'ABCDEFGHIJKLMNOPQRST'].map(
        (column) => `<c r="${column}${row + 1}" t="s"><v>0</v></c>`,
      );
      return `<row r="${row + 1}">${cells.join('')}</row>`;
    });
    const strings = {
      name: 'xl/sharedStrings.xml',
      content: `<sst><si><t>${'x'.repeat(1_990)}</t></si></sst>`,
    };
    const bomb = zipOf([
      ...partsOf(`<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`),
      strings,
    ]);
    expect(bomb.length).toBeLessThan(20_000);
    expect(await refusal(bomb)).toBe('SHEET_TOO_LARGE');
  });
});

describe('a table that is too large', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, index) => [`Người ${index}`]);
  const csv = (count: number) => Buffer.from(['Họ tên', ...rows(count).flat()].join('\n'));

  test('5,000 rows are read, 5,001 are refused, in both kinds', async () => {
    expect((await readTable(workbookOf([['Họ tên'], ...rows(5_000)]))).rows).toHaveLength(5_000);
    expect(await refusal(workbookOf([['Họ tên'], ...rows(5_001)]))).toBe('SHEET_TOO_LARGE');
    expect((await readTable(csv(5_000))).rows).toHaveLength(5_000);
    expect(await refusal(csv(5_001))).toBe('SHEET_TOO_LARGE');
  });

  test('60 columns are read, 61 are refused', async () => {
    const line = (count: number) =>
      Buffer.from(Array.from({ length: count }, (_, n) => `Cột ${n}`).join(';'));
    expect((await readTable(line(60))).columns).toHaveLength(60);
    expect(await refusal(line(61))).toBe('SHEET_TOO_LARGE');
  });

  test.each([
    ['separators', `a${';'.repeat(4_999_000)}`],
    ['empty lines', `${'\n'.repeat(4_999_000)}a`],
  ])('5 MB of %s are refused for less than a few tables of ordinary size take', async (_what, text) => {
    const ordinary = csv(5_000);
    const reading = await processorMs(async () => void (await readTable(ordinary)));
    const refusing = await processorMs(async () => expect(await refusal(text)).toBe('SHEET_TOO_LARGE'));
    expect(refusing / reading).toBeLessThan(20);
  });

  async function processorMs(work: () => Promise<void>): Promise<number> {
    const began = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1_000;
  }

  test('a cell of more than 2,000 characters is refused with its line', async () => {
    const text = `Họ tên\nan\n${'x'.repeat(2_001)}`;
    const answer = readTable(Buffer.from(text));
    await expect(answer).rejects.toMatchObject({ key: 'SHEET_CELL_TOO_LONG', args: { line: 3 } });
  });

  test('an open quote swallows no more than a row may be long', async () => {
    expect(await refusal(Buffer.from(`Họ tên\n"${'x\n'.repeat(2_000_000)}`))).toBe('SHEET_TOO_LARGE');
    expect(await refusal(Buffer.from('Họ tên\n"an'))).toBe('SHEET_NOT_READABLE');
  });
});

describe('a table', () => {
  const expected = {
    columns: ['Họ và tên', 'Điện thoại', 'Ngày sinh'],
    rows: [
      { line: 2, cells: ['Nguyễn Thị Hoà', '0912345678', '05/01/1990'] },
      { line: 4, cells: ['Trần Văn Đông', '', ''] },
    ],
  };
  const text = 'Họ và tên;Điện thoại;Ngày sinh\nNguyễn Thị Hoà;0912345678;05/01/1990\n;;\nTrần Văn Đông\n';

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
    ['commas', Buffer.from(text.replaceAll(';', ','))],
    ['tabs in UTF-16', Buffer.from(`\uFEFF${text.replaceAll(';', '\t')}`, 'utf16le')],
    ['UTF-16, the other way round', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['decomposed letters', Buffer.from(text.normalize('NFD'))],
    ['lines of Windows', Buffer.from(text.replaceAll('\n', '\r\n'))],
  ])('is the same as text in %s', async (_how, bytes) => {
    expect(await readTable(bytes)).toEqual(expected);
  });

  test('is the same from Excel: days and numbers as they are shown, leading zeros of text kept', async () => {
    const column = (heading: string) => ({ heading, width: 10 });
    const bytes = await writeWorkbook([
      {
        name: 'Người',
        columns: ['Họ tên', 'Điện thoại', 'Ngày sinh', 'Số', 'Số lớn', 'Lẻ'].map(column),
        rows: [
          ['Nguyễn Thị Hoà', '0912345678', { day: '1990-01-05' }, 12, 912345678901234, 0.1 + 0.2],
          [null, null, null, null, null, null],
          ['Trần Văn Đông', null, { at: new Date('2025-12-01T00:30:00+07:00') }, -5, 1e20, null],
        ],
      },
    ]);
    expect(await readTable(bytes)).toEqual({
      columns: ['Họ tên', 'Điện thoại', 'Ngày sinh', 'Số', 'Số lớn', 'Lẻ'],
      rows: [
        { line: 2, cells: ['Nguyễn Thị Hoà', '0912345678', '05/01/1990', '12', '912345678901234', '0.3'] },
        { line: 4, cells: ['Trần Văn Đông', '', '01/12/2025 00:30', '-5', '100000000000000000000', ''] },
      ],
    });
  });

  test('has its heading where most of the known names stand, however they are written', async () => {
    const lines = 'UBND XÃ THƯỢNG HỒNG;;\nDanh sách, cập nhật, 2025;Mẫu;A\n\nHO VA  TEN;đt;Vai trò\nAn;1;2\n';
    const { columns, rows } = await readTable(Buffer.from(lines), ['Họ và tên', 'Vai trò']);
    expect(columns).toEqual(['HO VA  TEN', 'đt', 'Vai trò']);
    expect(rows).toEqual([{ line: 5, cells: ['An', '1', '2'] }]);
  });

  test('has no heading below the tenth line', async () => {
    expect(await refusal(Buffer.from(`${'\n'.repeat(10)}Họ tên\nAn`))).toBe('SHEET_EMPTY');
  });

  test('may call its columns like the things of the language it is read in', async () => {
    const { columns, rows } = await readTable(Buffer.from('__proto__;constructor;toString\na;b;c'));
    expect(columns).toEqual(['__proto__', 'constructor', 'toString']);
    expect(rows).toEqual([{ line: 2, cells: ['a', 'b', 'c'] }]);
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  });

  test('keeps what looks like a formula as text', async () => {
    const { rows } = await readTable(Buffer.from('Họ tên\n"=HYPERLINK(""http://x"")"'));
    expect(rows[0]!.cells).toEqual(['=HYPERLINK("http://x")']);
  });
});
