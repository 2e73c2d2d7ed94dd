import type { Context } from '../../kernel/index.js';
import type { OrgUnit } from '../org/index.js';

/** The next free code of a village: its own code and a running number, "DT-0312". */
export async function nextHouseholdCode(ctx: Context, village: OrgUnit): Promise<string> {
  const prefix = `${village.code}-`;
  const [row] = await ctx.db.query<{ last: number }>(
    `select coalesce(max(substring(code from '[0-9]+$')::bigint), 0) as last from household
     where starts_with(code, $1) and code ~ '^.*-[0-9]{1,9}$'`,
    [prefix],
  );
  return `${prefix}${String((row?.last ?? 0) + 1).padStart(4, '0')}`;
}

/** What an exported list tells of a home besides its row. */
export interface KnownState {
  lastVisitOn: string | null;
  metOn: string | null;
  guidedOn: string | null;
  skilledOn: string | null;
  adultsWithSmartphone: number | null;
  adultsWithEpayment: number | null;
  vneidLevel2: number | null;
  healthBook: number | null;
}

/** The states of these homes, by id; homes without any are left out. */
export async function statesOf(ctx: Context, ids: readonly string[]): Promise<Map<string, KnownState>> {
  const rows = await ctx.db.query<KnownState & { id: string }>(
    `select household_id as id, last_visit_on as "lastVisitOn", met_on as "metOn", guided_on as "guidedOn", skilled_on as "skilledOn",
       adults_with_smartphone as "adultsWithSmartphone", adults_with_epayment as "adultsWithEpayment", vneid_level2 as "vneidLevel2",
       health_book as "healthBook"
     from household_state where household_id = any($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
