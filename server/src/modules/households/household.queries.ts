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
