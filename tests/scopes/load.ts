/** Puts the facts into a database, as its owner. */
import type pg from 'pg';
import { now, type World } from './facts.js';

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** What a table has beyond the facts, as the owner would find it after a day's work. */
const also: Partial<Record<keyof World, Record<string, unknown>>> = {
  indicatorValue: { formulaVersion: 1, source: 'VISITS', asOf: now },
  villageActivity: { asOf: now },
};

/** A row as its table has it: a password is kept as a hash, or not at all. */
function columnsOf({ hasPassword, ...row }: Record<string, unknown>, passwordHash: string): object {
  const hash = hasPassword === undefined ? {} : { passwordHash: hasPassword ? passwordHash : null };
  return Object.fromEntries(Object.entries({ ...row, ...hash }).map(([name, value]) => [snake(name), value]));
}

/** Writes every row; `passwordHash` is that of everybody's password. */
export async function load(owner: pg.ClientBase, world: World, passwordHash: string): Promise<void> {
  await owner.query('begin');
  await owner.query(
    'update business_clock set assumed = true, anchor_at = $1, heartbeat_at = clock_timestamp()',
    [now],
  );
  for (const [table, rows] of Object.entries(world) as [keyof World, object[]][]) {
    if (rows.length === 0) continue;
    const named = rows.map((row) => columnsOf({ ...row, ...also[table] }, passwordHash));
    const columns = Object.keys(named[0]!).join(', ');
    await owner.query(
      `insert into "${snake(table)}" (${columns}) overriding system value
       select ${columns} from jsonb_populate_recordset(null::"${snake(table)}", $1::jsonb)`,
      [JSON.stringify(named)],
    );
  }
  // The next row of each numbered table comes after these.
  for (const table of ['commune', 'org_unit']) {
    await owner.query(
      `select setval(pg_get_serial_sequence('${table}', 'id'), (select max(id) from ${table}))`,
    );
  }
  await owner.query('commit');
}
