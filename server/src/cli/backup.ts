// `tungnha backup <file>`: everything the commune's work has written, at one instant, in one file.
import { createWriteStream, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Command } from 'commander';
import pg from 'pg';
import { writeBackup, type BackupHeader, type TableOfBackup } from './backup-file.js';
import { numberings, selectOf, tablesInOrder, versionsOf } from './tables.js';
import { COPY_SETTINGS, copyOut } from './copy.js';
import { getOwnerUrl } from './owner-url.js';
import { Refusal } from './refusal.js';

/** Told after each table. */
export type Progress = (table: { name: string; rows: number }) => void;

interface Backup {
  ownerUrl: string;
  file: string;
  progress?: Progress;
}

/** Writes the backup under a temporary name and renames it: a file with its name is always whole. */
export async function backUp({ ownerUrl, file, progress }: Backup): Promise<BackupHeader> {
  if (existsSync(file)) {
    throw new Refusal(
      `Đã có tệp ${file}. Hãy chọn tên khác, ví dụ thêm ngày.`,
      `The file ${file} exists already. Choose another name, for instance with the date.`,
    );
  }
  const unfinished = `${file}.unfinished`;
  rmSync(unfinished, { force: true });
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'tungnha backup' });
  await client.connect();
  try {
    // One snapshot for all tables, beside a server that goes on working.
    await client.query('begin isolation level repeatable read read only');
    await client.query(COPY_SETTINGS);
    const header = await headerOf(client);
    const lines = writeBackup(header, (table) => rowsOf(client, table, progress));
    // Names and phones: nobody but the operator may read it. `flush`: on the disk before it gets its name.
    await pipeline(
      lines,
      createGzip(),
      createWriteStream(unfinished, { mode: 0o600, flags: 'wx', flush: true }),
    );
    await client.query('commit');
    renameSync(unfinished, file);
    return header;
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

async function headerOf(client: pg.Client): Promise<BackupHeader> {
  const schema = await versionsOf(client);
  const tables: TableOfBackup[] = [];
  for (const table of await tablesInOrder(client)) {
    const { rows } = await client.query<{ count: string }>(
      `select count(*) from public.${client.escapeIdentifier(table.name)}`,
    );
    tables.push({ ...table, rows: Number(rows[0]?.count) });
  }
  return {
    product: 'tungnha',
    format: 1,
    at: new Date().toISOString(),
    schema,
    tables,
    numberings: await numberings(client),
  };
}

async function* rowsOf(client: pg.Client, table: TableOfBackup, progress?: Progress): AsyncGenerator<Buffer> {
  const rows = yield* copyOut(client, `copy (${selectOf(client, table)}) to stdout`);
  if (rows !== table.rows) throw new Error(`${table.name}: ${rows} rows came, ${table.rows} were counted`);
  progress?.(table);
}

/** A line for each table, for the terminal. */
export const showTable: Progress = ({ name, rows }) =>
  console.log(`  ${name.padEnd(28)}${rows.toLocaleString('vi-VN').padStart(12)}`);

/** '1,2 MB'. */
function sizeOf(file: string): string {
  return `${(statSync(file).size / 1e6).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} MB`;
}

export function backupCommand(): Command {
  return new Command('backup')
    .description('sao lưu toàn bộ dữ liệu vào một tệp / write all data into one file')
    .argument('<file>', 'tên tệp, ví dụ tungnha-2025-12-01.gz / its name')
    .action(async (file: string) => {
      const started = performance.now();
      await backUp({ ownerUrl: getOwnerUrl(), file, progress: showTable });
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`Đã sao lưu vào ${file} / Backed up into ${file}: ${sizeOf(file)}, ${seconds} s`);
      console.log('Tệp có tên và số điện thoại của dân: hãy mã hoá và cất ở máy khác.');
      console.log('It holds people’s names and phones: encrypt it and keep it on another machine.');
    });
}
