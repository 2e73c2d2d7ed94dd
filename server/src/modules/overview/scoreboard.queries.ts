import { communeOf, type Context } from '../../kernel/index.js';
import { basisPoints, type IndicatorPoint } from '../indicators/index.js';
import { SCOREBOARD_SQL, type ScoreboardRow } from './scoreboard.sql.js';

export function readScoreboard(ctx: Context): Promise<ScoreboardRow[]> {
  return ctx.db.prepared('scoreboard', SCOREBOARD_SQL, [communeOf(ctx.identity), ctx.today]);
}

// The value of a day is that of the latest change up to it; weeks before the first value have none.
const TRENDS = `
  select c.code, d.day as "onDate", h.numerator, h.denominator
  from unnest($4::text[]) as c (code)
  cross join (select $5::date - 7 * w as day from generate_series(0, 11) as w) d
  cross join lateral (
    select e.numerator, e.denominator from indicator_history e
    where e.commune_id = $1 and e.plan_id = $2::uuid and e.org_unit_id = $3 and e.indicator_code = c.code and e.on_date <= d.day
    order by e.on_date desc limit 1) h
  order by d.day`;

/** The last twelve weekly points of each indicator, oldest first, in the order of the codes. */
export async function readTrends(
  ctx: Context,
  source: { planId: string; orgUnitId: number },
  codes: readonly string[],
): Promise<IndicatorPoint[][]> {
  const values = [communeOf(ctx.identity), source.planId, source.orgUnitId, codes, ctx.today];
  const rows = await ctx.db.prepared<Omit<IndicatorPoint, 'basisPoints'> & { code: string }>(
    'trends',
    TRENDS,
    values,
  );
  const byCode = Map.groupBy(rows, ({ code }) => code);
  return codes.map((code) =>
    (byCode.get(code) ?? []).map(({ onDate, numerator, denominator }) => ({
      onDate,
      numerator,
      denominator,
      basisPoints: basisPoints({ numerator, denominator }),
    })),
  );
}
