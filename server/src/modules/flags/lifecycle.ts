/**
 * The life of a lag flag, pure. The rules, so that a flag never flaps:
 *
 * - It is WATCHED when its condition holds at one daily evaluation, OPEN when it still holds at the next one.
 *   Any daily evaluation in between at which it doesn't hold forgets it.
 * - Once open it stays open while the measure is inside the band below the threshold (5 − 2 = 3 points for
 *   BEHIND_PACE, 30 − 2 = 28 days for NO_ACTIVITY), and closes at the first evaluation, daily or after a
 *   recompute, that finds it at or past the band's end: by a met target, a visit, or because the condition
 *   can't apply any more.
 * - Severity rises at once and falls only past the same band below the red threshold.
 * - Recomputes only close or update what is open. They neither open nor watch nor forget: those are judged once
 *   a day, so a busy day can't count as two.
 */
import type { Observation, SeverityCode } from './detector.js';

export interface LiveFlag {
  status: 'WATCHED' | 'OPEN';
  severity: SeverityCode;
  watchedOn: string;
}

export type Moment = 'DAILY' | 'RECOMPUTE';

export type Step =
  | { do: 'NOTHING' }
  | { do: 'WATCH'; severity: SeverityCode }
  | { do: 'FORGET' }
  | { do: 'OPEN'; severity: SeverityCode }
  | { do: 'UPDATE'; severity: SeverityCode }
  | { do: 'CLOSE' };

const NOTHING: Step = { do: 'NOTHING' };

/** What to do about a flag, given what is seen today; no observation means that the condition can't apply. */
export function nextStep(
  flag: LiveFlag | null,
  seen: Pick<Observation, 'isPast' | 'thresholds'> | null,
  when: { moment: Moment; day: string },
): Step {
  if (flag?.status === 'OPEN') return stepOfOpen(flag, seen);
  if (when.moment === 'RECOMPUTE') return NOTHING;
  const holds = seen !== null && seen.isPast(seen.thresholds.yellow);
  if (!flag) return holds ? { do: 'WATCH', severity: severityOf(seen, 'YELLOW') } : NOTHING;
  if (!holds) return { do: 'FORGET' };
  // The same day's evaluation may run twice; only a later day is a second one.
  return when.day > flag.watchedOn ? { do: 'OPEN', severity: severityOf(seen, 'YELLOW') } : NOTHING;
}

function stepOfOpen(flag: LiveFlag, seen: Pick<Observation, 'isPast' | 'thresholds'> | null): Step {
  const persists = seen !== null && seen.isPast(seen.thresholds.yellow - seen.thresholds.band);
  return persists ? { do: 'UPDATE', severity: severityOf(seen, flag.severity) } : { do: 'CLOSE' };
}

function severityOf(
  { isPast, thresholds }: Pick<Observation, 'isPast' | 'thresholds'>,
  held: SeverityCode,
): SeverityCode {
  return isPast(held === 'RED' ? thresholds.red - thresholds.band : thresholds.red) ? 'RED' : 'YELLOW';
}
