import { communeOf, type Context } from '../../kernel/index.js';
import { basisPoints } from './compare.js';
import type { IndicatorPoint } from './indicator.types.js';

export interface HistoryPeriod {
  orgUnitId: number;
  indicatorCode: string;
  from: string;
  to: string;
}

/** A plan's year and a half; the caller refuses longer periods, so this many rows are always all. */
export const LONGEST_HISTORY_DAYS = 550;

// The value on `from` is that of the latest row up to it: a day without a row has the value of the day before.
const HISTORY = `
  select greatest(h.on_date, $4::date) as "onDate", h.numerator, h.denominator
  from indicator_history h
  join plan p on p.id = h.plan_id and p.is_active
  where h.commune_id = $1 and h.org_unit_id = $2 and h.indicator_code = $3 and h.on_date <= $5::date
    and h.on_date >= coalesce((
      select max(e.on_date) from indicator_history e
      where e.plan_id = p.id and e.org_unit_id = $2 and e.indicator_code = $3 and e.on_date <= $4::date), $4::date)
  order by h.on_date limit ${LONGEST_HISTORY_DAYS + 1}`;

export async function readHistory(ctx: Context, period: HistoryPeriod): Promise<IndicatorPoint[]> {
  const { orgUnitId, indicatorCode, from, to } = period;
  const rows = await ctx.db.prepared<Omit<IndicatorPoint, 'basisPoints'>>('indicator-history', HISTORY, [
    communeOf(ctx.identity),
    orgUnitId,
    indicatorCode,
    from,
    to,
  ]);
  return rows.map((row) => ({ ...row, basisPoints: basisPoints(row) }));
}
