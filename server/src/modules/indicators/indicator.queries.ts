import { communeOf, type Context } from '../../kernel/index.js';
import { basisPoints } from './compare.js';
import type { IndicatorPoint } from './indicator.types.js';
import type { HistoryRow, HistoryTable, VillageSpan } from './small-history.js';

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
  const rows = await ctx.db.prepared<Omit<IndicatorPoint, 'basisPoints' | 'hidden'>>(
    'indicator-history',
    HISTORY,
    [communeOf(ctx.identity), orgUnitId, indicatorCode, from, to],
  );
  return rows.map((row) => ({ ...row, basisPoints: basisPoints(row), hidden: false }));
}

/** Every figure that the active plan's indicators had up to today, with the units that carry them. */
export async function readHistoryTable(
  ctx: Context,
  codes: readonly string[],
): Promise<Pick<HistoryTable, 'rows' | 'villages' | 'communeUnitId'>> {
  const communeId = communeOf(ctx.identity);
  const units = await ctx.db.query<VillageSpan & { isVillage: boolean }>(
    `select u.id, u.valid_from as "validFrom", u.valid_to as "validTo", u.kind = 'VILLAGE' as "isVillage"
     from org_unit u where u.commune_id = $1 and u.kind in ('VILLAGE', 'PEOPLES_COMMITTEE') order by u.sort_order, u.id`,
    [communeId],
  );
  const rows = await ctx.db.query<HistoryRow>(
    `select h.org_unit_id as "unitId", h.indicator_code as code, h.on_date as "onDate", h.numerator, h.denominator
     from indicator_history h join plan p on p.id = h.plan_id and p.is_active
     where h.commune_id = $1 and h.indicator_code = any($2::text[]) and h.on_date <= $3::date
     order by h.on_date`,
    [communeId, codes, ctx.today],
  );
  const committees = units.filter(({ isVillage }) => !isVillage).map(({ id }) => id);
  return {
    rows,
    villages: units.filter(({ isVillage }) => isVillage),
    // As the recompute chooses it: the eldest, should there be two.
    communeUnitId: committees.length > 0 ? Math.min(...committees) : null,
  };
}
