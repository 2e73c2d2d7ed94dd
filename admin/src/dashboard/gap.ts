import type { ScoreboardCell } from '../providers/types';

/**
 * How far a figure is behind its path, in tenths of a point. The path is rounded up and the figure down, as in the
 * server's sentences, so that the parts add up as they are read.
 */
export function gapTenths({ basisPoints, expectedPercent }: ScoreboardCell): number | null {
  if (basisPoints === null || expectedPercent === null) return null;
  return Math.ceil(expectedPercent * 10 - 1e-9) - Math.floor(basisPoints / 10);
}

/** The server calls a figure on track up to so many points under its path. */
export const allowedPoints = 5;

/** Under its path and yet on track: whoever reads both wants to know why. */
export const isWithinAllowed = (cell: ScoreboardCell): boolean =>
  cell.status === 'ON_TRACK' && (gapTenths(cell) ?? 0) > 0;
