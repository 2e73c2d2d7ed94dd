/**
 * The backup file: gzip of UTF-8 lines that a person can read too (`gunzip -c`).
 *
 *   {"product":"tungnha","format":1,"at":…,"schema":[…],"tables":[{"name","columns","rows"},…],"numberings":[…]}
 *   the rows of the first table, as COPY writes them, then \.
 *   … every table of the header, in its order …
 *   sha256 <of all bytes above>
 */
import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { Refusal } from './refusal.js';

const headerSchema = z.object({
  product: z.literal('tungnha'),
  format: z.literal(1),
  /** System time. */
  at: z.iso.datetime(),
  /** The versions of the database that it was taken from. */
  schema: z.array(z.string()),
  tables: z.array(
    z.object({ name: z.string(), columns: z.array(z.string()).min(1), rows: z.int().nonnegative() }),
  ),
  numberings: z.array(
    z.object({ table: z.string(), column: z.string(), lastValue: z.string().regex(/^\d+$/).nullable() }),
  ),
});

export type BackupHeader = z.infer<typeof headerSchema>;
export type TableOfBackup = BackupHeader['tables'][number];

const endOfTable = Buffer.from('\\.\n');
const newLine = 0x0a;
// A row is a few kilobytes; what has no end of line for this long is no backup.
const longestLine = 64 * 1024 * 1024;

/** The lines of the file; `rowsOf` gives the rows of one table. */
export async function* writeBackup(
  header: BackupHeader,
  rowsOf: (table: TableOfBackup) => AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const hashed = (bytes: Buffer) => {
    hash.update(bytes);
    return bytes;
  };
  yield hashed(Buffer.from(`${JSON.stringify(header)}\n`));
  for (const table of header.tables) {
    for await (const block of rowsOf(table)) yield hashed(block);
    yield hashed(endOfTable);
  }
  yield Buffer.from(`sha256 ${hash.digest('hex')}\n`);
}

export function damaged(file: string): Refusal {
  return new Refusal(
    `Tệp ${file} bị hỏng, thiếu hoặc đã bị sửa. Không có gì được ghi. Hãy dùng bản sao lưu khác.`,
    `The file ${file} is damaged, incomplete or altered. Nothing was written. Use another backup.`,
  );
}

/** Reads a file from its beginning: `header`, then `rows` for each of its tables, then `finish`. */
export class BackupReader {
  readonly #file: string;
  readonly #hash: Hash = createHash('sha256');
  readonly #source: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(file: string) {
    this.#file = file;
    const packed = createReadStream(file);
    const plain = createGunzip();
    // pipe() passes no errors on, and whoever waits for bytes must hear of them.
    packed.on('error', (error) => plain.destroy(error));
    plain.on('close', () => packed.destroy());
    this.#source = packed.pipe(plain)[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  async header(): Promise<BackupHeader> {
    const line = await this.#line(true);
    const parsed = headerSchema.safeParse(parsedOrNull(line));
    if (parsed.success) return parsed.data;
    throw new Refusal(
      `${this.#file} không phải bản sao lưu của Từng Nhà mà bản này đọc được.`,
      `${this.#file} is no backup of Từng Nhà that this version can read.`,
    );
  }

  /** The rows of the next table, in whole lines. */
  async *rows(): AsyncGenerator<Buffer> {
    for (;;) {
      const end = this.#rest.lastIndexOf(newLine) + 1;
      const block = this.#rest.subarray(0, end);
      const stop = placeOfEnd(block);
      if (stop >= 0) {
        yield this.#take(stop);
        this.#take(endOfTable.length);
        return;
      }
      if (end > 0) yield this.#take(end);
      await this.#more();
    }
  }

  /** Past the rows of the next table, for their checksum. */
  async skipTable(): Promise<void> {
    const rows = this.rows();
    while (!(await rows.next()).done);
  }

  /** Refuses unless the file ends here, and its checksum is that of what was read. */
  async finish(): Promise<void> {
    const line = await this.#line(false);
    if (line !== `sha256 ${this.#hash.digest('hex')}`) throw damaged(this.#file);
    if (this.#rest.length > 0 || !(await this.#read()).done) throw damaged(this.#file);
  }

  async close(): Promise<void> {
    await this.#source.return?.();
  }

  async #line(isHashed: boolean): Promise<string> {
    while (!this.#rest.includes(newLine)) await this.#more();
    const end = this.#rest.indexOf(newLine) + 1;
    const line = isHashed ? this.#take(end) : this.#rest.subarray(0, end);
    if (!isHashed) this.#rest = this.#rest.subarray(end);
    return line.toString('utf8').slice(0, -1);
  }

  #take(bytes: number): Buffer {
    const taken = this.#rest.subarray(0, bytes);
    this.#rest = this.#rest.subarray(bytes);
    this.#hash.update(taken);
    return taken;
  }

  async #more(): Promise<void> {
    const { value, done } = await this.#read();
    if (done || this.#rest.length > longestLine) throw damaged(this.#file);
    this.#rest = this.#rest.length > 0 ? Buffer.concat([this.#rest, value]) : value;
  }

  async #read(): Promise<IteratorResult<Buffer>> {
    try {
      return await this.#source.next();
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code?.startsWith('Z_')) throw damaged(this.#file);
      throw new Refusal(
        `Không đọc được tệp ${this.#file}: ${message}`,
        `The file ${this.#file} can't be read: ${message}`,
      );
    }
  }
}

/** Where the end of the table begins; -1 without one. In data a backslash is always written twice. */
function placeOfEnd(block: Buffer): number {
  if (block.subarray(0, endOfTable.length).equals(endOfTable)) return 0;
  const found = block.indexOf(`\n${endOfTable.toString()}`);
  return found < 0 ? -1 : found + 1;
}

function parsedOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
