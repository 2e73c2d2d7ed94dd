// Workbooks as nobody's Excel writes them, put together byte by byte.
import { crc32, deflateRawSync } from 'node:zlib';

export interface Part {
  name: string;
  content: string | Buffer;
  /** What the directory says, where that is a lie. */
  declaredBytes?: number;
  crc?: number;
  encrypted?: boolean;
  /** Left out of the directory: only who reads the file from its start finds it. */
  hidden?: boolean;
  /** In place of the deflated content. */
  deflated?: Buffer;
}

interface Around {
  before?: string;
  after?: string;
  comment?: string;
}

/** A zip of these parts, with something before or after it if wanted; places are right all the same. */
export function zipOf(
  parts: readonly Part[],
  { before = '', after = '', comment = '' }: Around = {},
): Buffer {
  const bodies: Buffer[] = [Buffer.from(before)];
  const directory: Buffer[] = [];
  let at = Buffer.byteLength(before);
  for (const part of parts) {
    const { local, central } = headers(part, at);
    bodies.push(local);
    if (!part.hidden) directory.push(central);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([...bodies, central, end, Buffer.from(comment), Buffer.from(after)]);
}

function headers(part: Part, at: number): { local: Buffer; central: Buffer } {
  const name = Buffer.from(part.name);
  const content = Buffer.from(part.content as string);
  const data = part.deflated ?? deflateRawSync(content);
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(part.encrypted ? 0x801 : 0x800, 2);
  facts.writeUInt16LE(8, 4);
  facts.writeUInt32LE(part.crc ?? crc32(content), 10);
  facts.writeUInt32LE(data.length, 14);
  facts.writeUInt32LE(part.declaredBytes ?? content.length, 18);
  facts.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), facts, name, data]);
  const place = Buffer.alloc(14);
  place.writeUInt32LE(at, 10);
  const central = Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), facts, place, name]);
  return { local, central };
}

const xml = (inner: string) => `<?xml version="1.0" encoding="UTF-8"?>${inner}`;
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** The parts of a small workbook around the given XML of its sheet. */
export function partsOf(sheetXml: string): Part[] {
  return [
    {
      name: '[Content_Types].xml',
      content: xml(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
          '<Default Extension="xml" ContentType="application/xml"/>' +
          '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>' +
          '</Types>',
      ),
    },
    {
      name: 'xl/workbook.xml',
      content: xml(
        `<workbook ${main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
          '<sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
      ),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: xml(
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
          '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>' +
          '</Relationships>',
      ),
    },
    { name: 'xl/worksheets/sheet1.xml', content: xml(sheetXml) },
  ];
}

/** The XML of a sheet with these rows of text. */
export function sheetOf(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells, row) => {
    const inner = cells.map((cell, column) => {
      const place = `${String.fromCharCode(65 + column)}${row + 1}`;
      return `<c r="${place}" t="inlineStr"><is><t>${cell}</t></is></c>`;
    });
    return `<row r="${row + 1}">${inner.join('')}</row>`;
  });
  return `<worksheet ${main}><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

/** A workbook with these rows of text. */
export function workbookOf(rows: readonly (readonly string[])[], more: readonly Part[] = []): Buffer {
  return zipOf([...partsOf(sheetOf(rows)), ...more]);
}
