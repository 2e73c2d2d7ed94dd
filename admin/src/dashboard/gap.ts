import type { ScoreboardCell } from '../providers/types';

/**
 * How far a figure is behind its path, in tenths of a point. The path is rounded up and the figure down, as in the
 * server's sentences, so that the parts add up as they are read.
 */
export function gapTenths({ basisPoints, expectedPercent }: ScoreboardCell): number | null {
  if (basisPoints === null || expectedPercent === null) return null;
  return Math.ceil(expectedPercent * 10 - 1e-9) - Math.floor(basisPoints / 10);
}
