/**
 * Comparing a figure with its target, exactly: whole numbers only, never a rounded percentage or a float.
 * 804 of 1005 is exactly 80 % and fails "trên 80%".
 */

export type ComparatorCode = 'GT' | 'GTE';

/** A denominator of 0 or null is "chưa có số liệu", never 0 %. */
export interface Figure {
  readonly numerator: number | null;
  readonly denominator: number | null;
}

export interface KnownFigure extends Figure {
  readonly numerator: number;
  readonly denominator: number;
}

export function hasData(figure: Figure): figure is KnownFigure {
  return figure.numerator !== null && figure.denominator !== null && figure.denominator > 0;
}

/** -1, 0 or 1: how numerator / denominator stands to percent / 100. Falls back to BigInt past 2^53. */
export function compareToPercent(figure: KnownFigure, percent: number): -1 | 0 | 1 {
  const achieved = figure.numerator * 100;
  const asked = percent * figure.denominator;
  if (Number.isSafeInteger(achieved) && Number.isSafeInteger(asked)) {
    return achieved > asked ? 1 : achieved === asked ? 0 : -1;
  }
  const bigAchieved = BigInt(figure.numerator) * 100n;
  const bigAsked = BigInt(percent) * BigInt(figure.denominator);
  return bigAchieved > bigAsked ? 1 : bigAchieved === bigAsked ? 0 : -1;
}

export function meets(figure: KnownFigure, comparator: ComparatorCode, targetPercent: number): boolean {
  const order = compareToPercent(figure, targetPercent);
  return comparator === 'GT' ? order > 0 : order >= 0;
}

/** True when the figure is exactly the target and the target asks for more: "đúng 80%, chưa đạt ‘trên 80%’". */
export function exactlyAtTarget(
  figure: KnownFigure,
  comparator: ComparatorCode,
  targetPercent: number,
): boolean {
  return comparator === 'GT' && compareToPercent(figure, targetPercent) === 0;
}

/** Hundredths of a percent, rounded down so that a display never shows a target that is not reached. */
export function basisPoints(figure: Figure): number | null {
  if (!hasData(figure)) return null;
  const scaled = figure.numerator * 10000;
  if (!Number.isSafeInteger(scaled)) {
    return Number((BigInt(figure.numerator) * 10000n) / BigInt(figure.denominator));
  }
  // The remainder makes the division exact; Math.floor of a float quotient may be one too high.
  return (scaled - (scaled % figure.denominator)) / figure.denominator;
}
