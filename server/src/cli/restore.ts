// `tungnha restore <file>`: a backup into a database that is migrated and empty, all or nothing.
import { Command } from 'commander';
import pg from 'pg';
import { showTable, type Progress } from './backup.js';
import { BackupReader, damaged, type BackupHeader } from './backup-file.js';
import { COPY_SETTINGS, copyIn } from './copy.js';
import { getOwnerUrl } from './owner-url.js';
import { Refusal } from './refusal.js';
import { columnList, tablesInOrder, versionsOf, type Table } from './tables.js';

interface Restore {
  ownerUrl: string;
  file: string;
  progress?: Progress;
}

// A server or worker that was started on the empty database has written its clock and its next deadlines, and the
// migrations the wordings of consents.
const writtenByItself = ['business_clock', 'due', 'consent_wording'];

export async function restore({ ownerUrl, file, progress }: Restore): Promise<BackupHeader> {
  const header = await checkFile(file);
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'tungnha restore' });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(COPY_SETTINGS);
    await refuseOtherVersion(client, header);
    // Nobody may found a commune while the backup comes in: the sample's loader waits at the same lock.
    await client.query('lock table commune in exclusive mode');
    await refuseData(client, header.tables);
    await load(client, file, header, progress);
    await client.query('commit');
    // The planner knows nothing of the new rows yet, and the first dashboard should not wait for it to learn.
    await client.query(`analyze ${header.tables.map((table) => columnList(client, table)).join(', ')}`);
    return header;
  } finally {
    // What was not committed is gone with the connection.
    await client.end();
  }
}

/** Reads the whole file once before anything is written. */
async function checkFile(file: string): Promise<BackupHeader> {
  const reader = new BackupReader(file);
  try {
    const header = await reader.header();
    for (let left = header.tables.length; left > 0; left -= 1) await reader.skipTable();
    await reader.finish();
    return header;
  } finally {
    await reader.close();
  }
}

async function refuseOtherVersion(client: pg.Client, { schema, tables }: BackupHeader): Promise<void> {
  const here = await versionsOf(client);
  const newer = schema.filter((version) => !here.includes(version));
  if (newer.length > 0) {
    throw new Refusal(
      `Bản sao lưu thuộc phiên bản Từng Nhà mới hơn (${newer.join(', ')}). Hãy cập nhật, chạy “tungnha migrate”, rồi khôi phục.`,
      `The backup belongs to a newer Từng Nhà (${newer.join(', ')}). Update, run “tungnha migrate”, then restore.`,
    );
  }
  const missing = here.filter((version) => !schema.includes(version));
  if (missing.length > 0) {
    throw new Refusal(
      `Bản sao lưu thuộc phiên bản cũ hơn (chưa có ${missing.join(', ')}). Hãy khôi phục bằng phiên bản đó vào cơ sở dữ liệu trống, rồi chạy “tungnha migrate” của bản này.`,
      `The backup belongs to an older version (before ${missing.join(', ')}). Restore it with that version into an empty database, then run this version’s “tungnha migrate”.`,
    );
  }
  const differing = differingTables(tables, await tablesInOrder(client));
  if (differing.length === 0) return;
  throw new Refusal(
    'Các bảng trong bản sao lưu khác với cơ sở dữ liệu này:',
    'The tables of the backup differ from those of this database:',
    differing,
  );
}

/** Names of tables that only one side has, or that have other columns there. */
function differingTables(kept: Table[], wanted: Table[]): string[] {
  const shapes = (tables: Table[]) =>
    new Map(tables.map(({ name, columns }) => [name, columns.toSorted().join(' ')]));
  const [left, right] = [shapes(kept), shapes(wanted)];
  return [...new Set([...left.keys(), ...right.keys()])].filter((name) => left.get(name) !== right.get(name));
}

async function refuseData(client: pg.Client, tables: Table[]): Promise<void> {
  const filled: string[] = [];
  for (const { name } of tables.filter((table) => !writtenByItself.includes(table.name))) {
    const { rowCount } = await client.query(`select from public.${client.escapeIdentifier(name)} limit 1`);
    if (rowCount) filled.push(name);
  }
  if (filled.length === 0) return;
  throw new Refusal(
    'Cơ sở dữ liệu đã có dữ liệu; chỉ khôi phục được vào cơ sở dữ liệu trống. Các bảng có dữ liệu:',
    'The database has data; a backup can only be restored into an empty one. Tables with rows:',
    filled,
  );
}

async function load(
  client: pg.Client,
  file: string,
  header: BackupHeader,
  progress?: Progress,
): Promise<void> {
  for (const name of writtenByItself) await client.query(`delete from ${client.escapeIdentifier(name)}`);
  const triggers = await ownTriggers(client);
  // They have done their work in the rows that come; foreign keys are checked as ever.
  for (const { table, name } of triggers) await client.query(`alter table ${table} disable trigger ${name}`);
  const reader = new BackupReader(file);
  try {
    await reader.header();
    // The file has every table after those its rows point to, and a row of its own table may come later:
    // PostgreSQL checks at the end of the COPY.
    for (const table of header.tables) {
      const rows = await copyIn(client, `copy ${columnList(client, table)} from stdin`, reader.rows());
      if (rows !== table.rows) throw damaged(file);
      progress?.(table);
    }
    await reader.finish();
  } finally {
    await reader.close();
  }
  // Checks that wait for the commit would forbid changing the table.
  await client.query('set constraints all immediate');
  for (const { table, name } of triggers) await client.query(`alter table ${table} enable trigger ${name}`);
  for (const { table, column, lastValue } of header.numberings) {
    if (lastValue === null) continue;
    await client.query('select setval(pg_get_serial_sequence(quote_ident($1), $2), $3)', [
      table,
      column,
      lastValue,
    ]);
  }
  // Months of the log of readings that this database has no partition for yet.
  await client.query('select keep_log_partitions()');
  // Servers that run already look at the clock again.
  await client.query(`select pg_notify('tungnha_clock', '')`);
}

/** Triggers of the product that are in force, with their tables, both quoted. */
async function ownTriggers(client: pg.Client): Promise<{ table: string; name: string }[]> {
  const { rows } = await client.query<{ table: string; name: string }>(
    `select t.tgrelid::regclass::text as "table", quote_ident(t.tgname) as name
     from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where not t.tgisinternal and t.tgenabled = 'O' and c.relnamespace = 'public'::regnamespace order by 1, 2`,
  );
  return rows;
}

export function restoreCommand(): Command {
  return new Command('restore')
    .description('khôi phục bản sao lưu vào cơ sở dữ liệu trống / load a backup into an empty database')
    .argument('<file>', 'tệp do “tungnha backup” ghi / a file written by “tungnha backup”')
    .action(async (file: string) => {
      const started = performance.now();
      const { at } = await restore({
        ownerUrl: getOwnerUrl(),
        file,
        progress: showTable,
      });
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`Đã khôi phục bản sao lưu lúc ${at} / Restored the backup of ${at}: ${seconds} s`);
      console.log('Mọi người phải đăng nhập lại. Khi máy chủ đã chạy, hãy kiểm tra bằng “tungnha doctor”.');
      console.log('Everybody signs in again. When the server runs, check with “tungnha doctor”.');
    });
}
