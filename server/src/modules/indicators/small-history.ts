/**
 * Small counts over time. What is hidden today must not be read off yesterday's figure, and a village that was hidden
 * beside another on one day must not give both away by its figures of the days around it. So a unit's figures are
 * hidden up to the last day on which one of them had to be, and shown from the next change on. Pure.
 *
 * Then on every day either nothing is hidden or at least two: those of the last such day are hidden before it as well.
 */
import { findSmallCells, type Column } from './small-cells.js';

/** A figure that changed on a day; a day without a row has the figure of the day before. */
export interface HistoryRow {
  unitId: number;
  code: string;
  onDate: string;
  numerator: number;
  denominator: number;
}

/** A village, with the days on which it stands. */
export interface VillageSpan {
  id: number;
  validFrom: string;
  validTo: string | null;
}

export interface HistoryTable {
  /** Ordered by day. */
  rows: readonly HistoryRow[];
  /** In the commune's own order, which the scoreboard has as well. */
  villages: readonly VillageSpan[];
  /** The unit that carries the commune's figures. */
  communeUnitId: number | null;
  /** The indicators that villages have figures of, with the family of their denominators. */
  indicators: readonly { code: string; family: string }[];
}

const forGood = '9999-12-31';

/** For each unit and indicator the first day from which its figures are shown; none for those always shown. */
export function findHiddenBefore(table: HistoryTable, smallest: number): Map<string, string> {
  const hiddenBefore = new Map<string, string>();
  const figures = new Map<string, HistoryRow>();
  const days = [...Map.groupBy(table.rows, ({ onDate }) => onDate)];
  for (const [index, [day, rows]] of days.entries()) {
    for (const row of rows) figures.set(keyOf(row.unitId, row.code), row);
    const until = days[index + 1]?.[0] ?? forGood;
    for (const key of hiddenOn(day, table, figures, smallest)) hiddenBefore.set(key, until);
  }
  return hiddenBefore;
}

export function keyOf(unitId: number, code: string): string {
  return `${unitId} ${code}`;
}

const nothing = { numerator: null, denominator: null };

function hiddenOn(
  day: string,
  { villages, communeUnitId, indicators }: HistoryTable,
  figures: ReadonlyMap<string, HistoryRow>,
  smallest: number,
): string[] {
  const standing = villages.filter(
    ({ validFrom, validTo }) => validFrom <= day && (validTo === null || validTo > day),
  );
  const figureOf = (unitId: number | null, code: string) =>
    (unitId !== null && figures.get(keyOf(unitId, code))) || nothing;
  const columns = indicators.map(({ code, family }): Column => ({
    family,
    cells: standing.map(({ id }) => figureOf(id, code)),
    sum: figureOf(communeUnitId, code),
  }));
  return findSmallCells(columns, smallest).flatMap(({ cells, sum }, i) => {
    const { code } = indicators[i]!;
    const ofVillages = cells.flatMap((isHidden, j) => (isHidden ? [keyOf(standing[j]!.id, code)] : []));
    return sum && communeUnitId !== null ? [...ofVillages, keyOf(communeUnitId, code)] : ofVillages;
  });
}
