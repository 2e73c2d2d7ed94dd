/**
 * Which cells of a table of villages are hidden from those who may not see small counts, so that what is shown
 * tells of no handful of people. Pure; the decision and its reasons: docs/decisions/0015.
 *
 * A cell is small when its numerator, what is missing to its denominator, or the denominator itself is 1–4 (with a
 * smallest shown count of 5; 0 is no secret). The commune's sum is shown beside the villages, so other cells are
 * hidden with a small one, the smallest first, until subtraction leaves every small count anything that a small count
 * can be; if the villages cannot protect each other, the sum is hidden as well.
 */
import type { Figure } from './compare.js';

/** One indicator: a cell for every village, always in the same order, and their sum. */
export interface Column {
  /** Equal for columns that share their denominators: the formula of an indicator's denominator names it. */
  family: string;
  cells: readonly Figure[];
  sum: Figure;
}

export interface HiddenColumn {
  cells: boolean[];
  sum: boolean;
}

/** What is hidden of each column, in their order. Counts below `smallest` are small. */
export function findSmallCells(columns: readonly Column[], smallest: number): HiddenColumn[] {
  const families = Map.groupBy(columns, ({ family }) => family);
  const whole = new Map(
    [...families].map(([family, members]) => [family, hideDenominators(members, smallest)]),
  );
  return columns.map((column) => hideNumerators(column, whole.get(column.family)!, smallest));
}

const isSmall = (count: number, smallest: number) => count > 0 && count < smallest;

const counts = ({ numerator, denominator }: Figure) => ({ part: numerator ?? 0, all: denominator ?? 0 });

function isSmallFigure(figure: Figure, smallest: number): boolean {
  const { part, all } = counts(figure);
  return [part, all - part, all].some((count) => isSmall(count, smallest));
}

/**
 * Columns of a family show the same denominators, so a denominator is hidden in all of them or in none; otherwise
 * one column would tell what another hides.
 */
function hideDenominators(columns: readonly Column[], smallest: number): HiddenColumn {
  const villages = columns[0]!.cells.length;
  const sizes = Array.from({ length: villages }, (_, i) =>
    Math.max(...columns.map(({ cells }) => counts(cells[i]!).all)),
  );
  const cells = sizes.map((size) => isSmall(size, smallest));
  const sum = columns.some((column) => isSmall(counts(column.sum).all, smallest));
  if (!cells.includes(true)) return { cells, sum };
  const other = bySize(sizes).find((i) => !cells[i]);
  if (other === undefined) return { cells, sum: true };
  cells[other] = true;
  return { cells, sum };
}

function hideNumerators(column: Column, whole: HiddenColumn, smallest: number): HiddenColumn {
  const figures = column.cells.map(counts);
  const cells = column.cells.map((cell, i) => whole.cells[i]! || isSmallFigure(cell, smallest));
  const small = isSmallFigure(column.sum, smallest) || whole.sum;
  if (!cells.includes(true)) return { cells, sum: small };
  const ranges = figures.map((figure) => rangeOf(figure, smallest));
  const others = bySize(figures.map(({ all }) => all)).filter((i) => !cells[i]);
  // Where the sum is hidden nothing can be subtracted from it; two are hidden all the same, should it leak.
  const isSafe = () =>
    cells.filter(Boolean).length >= 2 && (small || keepsSecrets(ranges.filter((_, i) => cells[i])));
  while (!isSafe()) {
    const next = others.shift();
    if (next === undefined) return { cells, sum: true };
    cells[next] = true;
  }
  return { cells, sum: small };
}

/** Villages that have something to count, the smallest first. */
function bySize(sizes: readonly number[]): number[] {
  return sizes
    .map((_, i) => i)
    .filter((i) => sizes[i]! > 0)
    .toSorted((a, b) => sizes[a]! - sizes[b]!);
}

interface Range {
  /** Whether it is small itself, not only hidden to protect another. */
  isSecret: boolean;
  value: number;
  /** The least and the most that somebody who knows this rule, and the denominators, takes it for. */
  least: number;
  most: number;
}

function rangeOf({ part, all }: { part: number; all: number }, smallest: number): Range {
  if (isSmall(all, smallest)) return { isSecret: true, value: part, least: 0, most: smallest - 1 };
  const few = isSmall(part, smallest);
  const fewMissing = isSmall(all - part, smallest);
  return {
    isSecret: few || fewMissing,
    value: part,
    least: Math.max(few ? 1 : 0, fewMissing ? all - smallest + 1 : 0),
    most: Math.min(few ? smallest - 1 : all, fewMissing ? all - 1 : all),
  };
}

/** Whether their sum leaves every secret among them its whole range. */
function keepsSecrets(hidden: readonly Range[]): boolean {
  const below = hidden.reduce((total, { value, least }) => total + value - least, 0);
  const above = hidden.reduce((total, { value, most }) => total + most - value, 0);
  return hidden.every(({ isSecret, value, least, most }) => {
    // It can be its most if the others can be as much less, and its least if they can be as much more.
    const othersCanBeLess = below - (value - least);
    const othersCanBeMore = above - (most - value);
    return !isSecret || (othersCanBeLess >= most - value && othersCanBeMore >= value - least);
  });
}
