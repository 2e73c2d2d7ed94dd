/**
 * Where an indicator should stand today. The expected value follows a straight line by calendar day, from the
 * baseline on the first day to the target on the due day, and stays level before and after.
 * Thresholds are compared as exact fractions.
 */
import {
  exactlyAtTarget,
  hasData,
  meets,
  type ComparatorCode,
  type Figure,
  type KnownFigure,
} from './compare.js';

/** Points behind the path above which a cell is ATTENTION, and above which it is BEHIND. */
export const ATTENTION_POINTS = 5;
export const BEHIND_POINTS = 15;

export type StandingCode = 'MET' | 'ON_TRACK' | 'ATTENTION' | 'BEHIND' | 'NO_DATA' | 'NO_TARGET';

export interface Target {
  readonly comparator: ComparatorCode;
  readonly targetPercent: number;
  readonly baselinePercent: number;
  readonly startsOn: string;
  readonly dueOn: string;
}

/** The expected value of one day as a fraction of basis points, computed once and held against many figures. */
export interface Expectation {
  readonly target: Target;
  /** Expected basis points times `days`. */
  readonly scaled: number;
  /** Days from the first day to the due day. */
  readonly days: number;
  readonly expectedPercent: number;
}

/** Calendar days since 1970: days are compared by the dozen on every scoreboard, so no date library here. */
function dayNumber(day: string): number {
  return Date.parse(day) / 86_400_000;
}

export function expectationOn(target: Target, day: string): Expectation {
  const start = dayNumber(target.startsOn);
  const days = dayNumber(target.dueOn) - start;
  const elapsed = Math.min(Math.max(dayNumber(day) - start, 0), days);
  const baseline = Math.round(target.baselinePercent * 100);
  const scaled = baseline * days + (target.targetPercent * 100 - baseline) * elapsed;
  return { target, scaled, days, expectedPercent: Math.round(scaled / days) / 100 };
}

/** How far behind the path, in points; negative when ahead. For display and order, not for thresholds. */
export function gapPoints(figure: KnownFigure, expectation: Expectation): number {
  return expectation.scaled / expectation.days / 100 - (figure.numerator * 100) / figure.denominator;
}

/** Whether the figure is more than `points` behind the path, exactly. */
export function isBehindBy(figure: KnownFigure, expectation: Expectation, points: number): boolean {
  const asked = expectation.scaled - points * 100 * expectation.days;
  const left = asked * figure.denominator;
  const right = figure.numerator * 10000 * expectation.days;
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left > right;
  return (
    BigInt(asked) * BigInt(figure.denominator) > BigInt(figure.numerator) * 10000n * BigInt(expectation.days)
  );
}

/** Without an expectation the indicator is only tracked. */
export function standing(figure: Figure, expectation: Expectation | null): StandingCode {
  if (!expectation) return 'NO_TARGET';
  if (!hasData(figure)) return 'NO_DATA';
  const { comparator, targetPercent } = expectation.target;
  if (meets(figure, comparator, targetPercent)) return 'MET';
  if (isBehindBy(figure, expectation, BEHIND_POINTS)) return 'BEHIND';
  if (isBehindBy(figure, expectation, ATTENTION_POINTS)) return 'ATTENTION';
  return 'ON_TRACK';
}

export function isExactlyAtTarget(figure: Figure, expectation: Expectation | null): boolean {
  if (!expectation || !hasData(figure)) return false;
  return exactlyAtTarget(figure, expectation.target.comparator, expectation.target.targetPercent);
}
