import type { Context } from '../../kernel/index.js';
import { OrgUnit } from './org-unit.entity.js';

/** What each of these villages became, in the order of the ids. */
export async function successorsOf(ctx: Context, ids: readonly number[]): Promise<OrgUnit[][]> {
  const rows = await ctx.db.query<{ predecessor_id: number; successor_id: number }>(
    'select predecessor_id, successor_id from village_succession where predecessor_id = any($1)',
    [[...ids]],
  );
  const units = await ctx.db.em.find(OrgUnit, { id: { $in: rows.map((row) => row.successor_id) } });
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  return ids.map((id) =>
    rows.filter((row) => row.predecessor_id === id).flatMap((row) => byId.get(row.successor_id) ?? []),
  );
}

/** The names of all organisations and villages of the commune, by id. */
export async function unitNames(ctx: Context): Promise<Map<number, string>> {
  const rows = await ctx.db.query<{ id: number; name: string }>('select id, name from org_unit');
  return new Map(rows.map(({ id, name }) => [id, name]));
}
