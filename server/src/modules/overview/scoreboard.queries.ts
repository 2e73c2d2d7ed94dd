import { communeOf, type Context } from '../../kernel/index.js';
import {
  basisPoints,
  hiddenFigures,
  hidePoint,
  smallestCountFor,
  type IndicatorPoint,
} from '../indicators/index.js';
import { SCOREBOARD_SQL, type ScoreboardRow } from './scoreboard.sql.js';

export function readScoreboard(ctx: Context): Promise<ScoreboardRow[]> {
  return ctx.db.prepared('scoreboard', SCOREBOARD_SQL, [communeOf(ctx.identity), ctx.today]);
}

// The value of a day is that of the latest change up to it; weeks before the first value have none. One text
// for each indicator, "day numerator denominator;…": eight rows to decode instead of ninety-six.
const TRENDS = `
  select c.code, string_agg(d.day || ' ' || h.numerator || ' ' || h.denominator, ';' order by d.day) as points
  from unnest($4::text[]) as c (code)
  cross join (select $5::date - 7 * w as day from generate_series(0, 11) as w) d
  cross join lateral (
    select e.numerator, e.denominator from indicator_history e
    where e.commune_id = $1 and e.plan_id = $2::uuid and e.org_unit_id = $3 and e.indicator_code = c.code and e.on_date <= d.day
    order by e.on_date desc limit 1) h
  group by c.code`;

/** The last twelve weekly points of each indicator, oldest first, in the order of the codes. */
export async function readTrends(
  ctx: Context,
  source: { planId: string; orgUnitId: number },
  codes: readonly string[],
): Promise<IndicatorPoint[][]> {
  const values = [communeOf(ctx.identity), source.planId, source.orgUnitId, codes, ctx.today];
  const rows = await ctx.db.prepared<{ code: string; points: string }>('trends', TRENDS, values);
  const byCode = new Map(rows.map(({ code, points }) => [code, points.split(';').map(toPoint)]));
  return codes.map((code) => byCode.get(code) ?? []);
}

/** The same as the caller may see it: small counts are hidden, and what would give them away. */
export async function readShownTrends(
  ctx: Context,
  source: { planId: string; orgUnitId: number },
  codes: readonly string[],
): Promise<IndicatorPoint[][]> {
  const trends = await readTrends(ctx, source, codes);
  const smallest = await smallestCountFor(ctx);
  if (smallest === null) return trends;
  const isHidden = await hiddenFigures(ctx, smallest);
  return trends.map((points, i) =>
    points.map((point) =>
      isHidden({ unitId: source.orgUnitId, code: codes[i]!, onDate: point.onDate })
        ? hidePoint(point)
        : point,
    ),
  );
}

function toPoint(text: string): IndicatorPoint {
  const [onDate, numerator, denominator] = text.split(' ') as [string, string, string];
  const figure = { numerator: Number(numerator), denominator: Number(denominator) };
  return { onDate, ...figure, basisPoints: basisPoints(figure), hidden: false };
}
