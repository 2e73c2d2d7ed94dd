import type { ScoreboardVillage } from '../providers/types';
import { fold } from '../shared/fold';

/** `need` is the server's own order; anything else is one column. Indicator columns go by their code. */
export interface Ranking {
  column: 'need' | 'name' | 'activity' | 'flags' | (string & {});
  descending: boolean;
}

export function parseRanking(text: string | null): Ranking {
  if (!text) return { column: 'need', descending: false };
  return text.startsWith('-')
    ? { column: text.slice(1), descending: true }
    : { column: text, descending: false };
}

export const rankingText = ({ column, descending }: Ranking): string => (descending ? '-' : '') + column;

const byName = new Intl.Collator('vi').compare;

function figureOf(village: ScoreboardVillage, column: string): number | null {
  if (column === 'activity') return village.visits30Days;
  if (column === 'flags') return village.flags.length;
  return village.cells.find((cell) => cell.indicatorCode === column)?.basisPoints ?? null;
}

/** Villages without a figure stay at the end whichever way the column is turned. */
export function rankVillages(
  villages: ScoreboardVillage[],
  ranking: Ranking,
  search: string,
): ScoreboardVillage[] {
  const wanted = fold(search);
  const found =
    wanted === '' ? [...villages] : villages.filter((village) => fold(village.name).includes(wanted));
  const turn = ranking.descending ? -1 : 1;
  if (ranking.column === 'need') return ranking.descending ? found.reverse() : found;
  if (ranking.column === 'name') return found.sort((one, other) => turn * byName(one.name, other.name));
  return found.sort((one, other) => {
    const left = figureOf(one, ranking.column);
    const right = figureOf(other, ranking.column);
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return turn * (left - right);
  });
}
