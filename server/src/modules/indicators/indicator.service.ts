import { addDays, communeOf, daysBetween, enqueue, problem, type Context } from '../../kernel/index.js';
import { findIndicator } from './catalogue/index.js';
import { indicatorErrors } from './indicator.errors.js';
import { recomputeCommune } from './indicator.jobs.js';
import { LONGEST_HISTORY_DAYS, readHistory } from './indicator.queries.js';
import { hidePoint, type IndicatorPoint } from './indicator.types.js';
import { hiddenFigures, smallestCountFor } from './small-figures.js';

interface HistoryQuestion {
  orgUnitId: number;
  indicatorCode: string;
  from: string | null;
  to: string | null;
}

/**
 * The figures of a unit day by day under the active plan; up to today, the last year unless told. Small counts, and
 * what would give them away, are hidden from those who may not see them.
 */
export async function indicatorHistory(ctx: Context, question: HistoryQuestion): Promise<IndicatorPoint[]> {
  const { orgUnitId, indicatorCode } = question;
  if (!findIndicator(indicatorCode)) {
    throw problem(indicatorErrors.UNKNOWN_INDICATOR, { code: indicatorCode }, { path: 'indicatorCode' });
  }
  const to = question.to ?? ctx.today;
  const from = question.from ?? addDays(to, -366);
  if (daysBetween(from, to) > LONGEST_HISTORY_DAYS) {
    const args = { days: LONGEST_HISTORY_DAYS };
    throw problem(indicatorErrors.INDICATOR_PERIOD_TOO_LONG, args, { path: 'from' });
  }
  const points = await readHistory(ctx, { orgUnitId, indicatorCode, from, to });
  const smallest = await smallestCountFor(ctx);
  if (smallest === null) return points;
  const isHidden = await hiddenFigures(ctx, smallest);
  return points.map((point) =>
    isHidden({ unitId: orgUnitId, code: indicatorCode, onDate: point.onDate }) ? hidePoint(point) : point,
  );
}

/** Has everything computed anew from the raw rows, in the background. */
export async function requestRecompute(ctx: Context): Promise<void> {
  await enqueue(ctx, recomputeCommune, { communeId: communeOf(ctx.identity) });
}
