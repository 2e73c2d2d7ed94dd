// What a backup holds of the database, read from PostgreSQL's own catalogue, so a table that a later version adds
// is in the next backup without anybody thinking of it.
import type pg from 'pg';
import { Refusal } from './refusal.js';

export interface Table {
  name: string;
  /** All but the generated ones, which PostgreSQL computes again. */
  columns: string[];
}

/** Where the numbering of a column stands; null if it has not begun. */
export interface Numbering {
  table: string;
  column: string;
  lastValue: string | null;
}

/**
 * Left out. `migration`: the database that is restored into has its own, and the header names the versions.
 * `session`: nobody stays signed in through a restore, or a backup from last year would open the door again to
 * whoever was signed out, or lost a phone, since. The same for keys, links and codes that open a door. Files that
 * came in or went out live for minutes or a day, and are nobody's business after.
 */
const leftOut = [
  'migration',
  ...['session', 'session_place', 'api_key', 'invitation', 'setup_code', 'rate_limit'],
  ...['upload_ticket', 'uploaded_file', 'exported_file'],
];

const TABLES = `
  select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> all($1)
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  group by c.relname order by c.relname`;

const REFERENCES = `
  select distinct k.conrelid::regclass::text as child, k.confrelid::regclass::text as parent
  from pg_constraint k
  where k.contype = 'f' and k.connamespace = 'public'::regnamespace and k.conrelid <> k.confrelid`;

/** Every table after the tables that its rows point to. */
export async function tablesInOrder(client: pg.ClientBase): Promise<Table[]> {
  const { rows: tables } = await client.query<Table>(TABLES, [leftOut]);
  const { rows: references } = await client.query<{ child: string; parent: string }>(REFERENCES);
  const waiting = new Map(tables.map((table) => [table.name, table]));
  const ordered: Table[] = [];
  while (waiting.size > 0) {
    const next = [...waiting.values()].find(
      ({ name }) => !references.some(({ child, parent }) => child === name && waiting.has(parent)),
    );
    if (!next) throw new Error(`Tables refer to each other in a circle: ${[...waiting.keys()].join(', ')}`);
    waiting.delete(next.name);
    ordered.push(next);
  }
  return ordered;
}

/** The numberings (identity columns) of all tables of a backup. */
export async function numberings(client: pg.ClientBase): Promise<Numbering[]> {
  const { rows } = await client.query<Numbering>(
    `select c.relname as "table", a.attname as "column", pg_sequence_last_value(s.name::regclass)::text as "lastValue"
     from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     cross join lateral (select pg_get_serial_sequence(quote_ident(c.relname), a.attname) as name) s
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and s.name is not null and c.relname <> all($1)
     order by 1, 2`,
    [leftOut],
  );
  return rows;
}

/** The versions that this database was migrated through, oldest first. */
export async function versionsOf(client: pg.ClientBase): Promise<string[]> {
  const { rows: found } = await client.query<{ found: string | null }>(
    `select to_regclass('migration') as found`,
  );
  if (!found[0]?.found) {
    throw new Refusal(
      'Cơ sở dữ liệu chưa có cấu trúc. Hãy chạy “tungnha migrate” trước.',
      'The database has no schema yet. Run “tungnha migrate” first.',
    );
  }
  const { rows } = await client.query<{ name: string }>('select name from migration order by id');
  return rows.map(({ name }) => name);
}

/** `select id, full_name from public.person`, for COPY: a partitioned table is read in no other way. */
export function selectOf(client: pg.ClientBase, { name, columns }: Table): string {
  return `select ${columns.map((column) => client.escapeIdentifier(column)).join(', ')} from public.${client.escapeIdentifier(name)}`;
}

/** `public.person (id, full_name)`, for COPY. */
export function columnList(client: pg.ClientBase, { name, columns }: Table): string {
  return `public.${client.escapeIdentifier(name)} (${columns.map((column) => client.escapeIdentifier(column)).join(', ')})`;
}
