/**
 * The doctor's look at the figures: computes everything of a commune from its rows by the product's own code, in a
 * transaction that is rolled back, and names what is stored otherwise.
 */
import { communeOf, type Context } from '../kernel/index.js';
import { lockCommune, recomputeCommuneValues } from '../modules/indicators/index.js';
import { inCommune, type Commune, type Workplace } from './workplace.js';

/** A table that is computed. */
interface Computed {
  table: string;
  key: string[];
  /** Says when or from what, not how much; or changes by the day. */
  ignored: string[];
  /** Built from nothing, so that what no code would write any more is found too. */
  emptied: boolean;
}

const computed: Computed[] = [
  // Emptied, it would hold up every visit that comes in; the recompute compares it home by home anyway.
  { table: 'household_state', key: ['household_id'], ignored: [], emptied: false },
  {
    table: 'indicator_value',
    key: ['plan_id', 'org_unit_id', 'indicator_code'],
    ignored: ['as_of'],
    emptied: true,
  },
  {
    table: 'indicator_history',
    key: ['plan_id', 'org_unit_id', 'indicator_code', 'on_date'],
    ignored: [],
    emptied: false,
  },
  { table: 'village_activity', key: ['village_id'], ignored: ['as_of'], emptied: true },
  { table: 'lag_flag', key: ['id'], ignored: ['evidence', 'closed_at', 'opened_at'], emptied: false },
];

// Values of a plan that is over stay as they were.
const isComputed: Record<string, string> = {
  indicator_value: 'and plan_id in (select id from plan where is_active)',
  indicator_history: 'and plan_id in (select id from plan where is_active)',
};

export interface Difference {
  table: string;
  /** Which row, in the words of the commune: codes of villages and homes. */
  row: string;
  /** 'skilled_on: null → 2025-11-03', stored and computed. */
  columns: string[];
}

type Row = Record<string, unknown>;

/** Null without a plan in force. */
export function compareValues(workplace: Workplace, { id }: Commune): Promise<Difference[] | null> {
  return inCommune(workplace, id, (unit) =>
    // Nothing that is done here stays.
    unit.transaction(
      () => differencesOf(unit.ctx),
      () => true,
    ),
  );
}

async function differencesOf(ctx: Context): Promise<Difference[] | null> {
  await lockCommune(ctx);
  const communeId = communeOf(ctx.identity);
  const ofCommune = (table: string) => `from ${table} where commune_id = $1 ${isComputed[table] ?? ''}`;
  for (const { table, emptied } of computed) {
    await ctx.db.query(
      `create temporary table stored_${table} on commit drop as select * ${ofCommune(table)}`,
      [communeId],
    );
    if (emptied) await ctx.db.query(`delete ${ofCommune(table)}`, [communeId]);
  }
  if (!(await recomputeCommuneValues(ctx))) return null;
  const differences: Difference[] = [];
  const name = await namesOf(ctx);
  for (const { table, key, ignored } of computed) {
    const rows = await ctx.db.query<{ stored: Row | null; now: Row | null }>(
      `select to_jsonb(s) as stored, to_jsonb(n) as now
       from stored_${table} s full join (select * ${ofCommune(table)}) n using (${key.join(', ')})
       where (to_jsonb(s) - $2::text[]) is distinct from (to_jsonb(n) - $2::text[])
       order by ${key.join(', ')}`,
      [communeId, ignored],
    );
    for (const { stored, now } of rows) {
      const row = key
        .filter((column) => column !== 'plan_id')
        .map((column) => name((stored ?? now)?.[column]));
      differences.push({ table, row: row.join(' '), columns: columnsOf(stored, now, ignored) });
    }
  }
  return differences;
}

function columnsOf(stored: Row | null, now: Row | null, ignored: string[]): string[] {
  if (!stored) return ['thiếu / missing'];
  if (!now) return ['thừa / should not be there'];
  const differing = Object.keys(now).filter(
    (column) => !ignored.includes(column) && JSON.stringify(stored[column]) !== JSON.stringify(now[column]),
  );
  return differing.map(
    (column) => `${column}: ${JSON.stringify(stored[column])} → ${JSON.stringify(now[column])}`,
  );
}

/** Ids are told as the codes that people know. */
async function namesOf(ctx: Context): Promise<(id: unknown) => string> {
  const communeId = communeOf(ctx.identity);
  const rows = await ctx.db.query<{ id: string; name: string }>(
    `select id::text, code as name from org_unit where commune_id = $1
     union all select id::text, code from household where commune_id = $1
     union all select f.id::text, concat_ws(' ', u.code, f.reason, f.indicator_code)
     from lag_flag f join org_unit u on u.id = f.village_id where f.commune_id = $1`,
    [communeId],
  );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => names.get(String(id)) ?? String(id);
}
