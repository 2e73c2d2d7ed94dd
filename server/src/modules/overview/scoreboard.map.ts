/** Turns the rows of the scoreboard's statement into its answer. Pure. */
import { explainFlag, outlineFlag, type Evidence, type SeverityCode } from '../flags/index.js';
import { readGoals, type Goal, type Goals } from './goals.js';
import { remember } from './remember.js';
import { hideSmall } from './scoreboard.small.js';
import type { ScoreboardRow } from './scoreboard.sql.js';
import type {
  Scoreboard,
  ScoreboardCell,
  ScoreboardFlag,
  ScoreboardIndicator,
  ScoreboardVillage,
} from './scoreboard.types.js';

/**
 * Null when there is no active plan, or no People's Committee to carry the commune's figures. `smallest` is the
 * smallest count that the caller may see, null when that is every count.
 */
export function toScoreboard(
  rows: readonly ScoreboardRow[],
  today: string,
  smallest: number | null,
): Scoreboard | null {
  const units = rows.filter((row) => !row.is_village);
  // As the recompute chooses it: the eldest, should there be two.
  const head = units.reduce<ScoreboardRow | undefined>((a, b) => (a && a.id < b.id ? a : b), undefined);
  if (!head?.plan) return null;
  const goals = readGoals(head.targets === null ? today : `${today};${head.targets}`);
  const source = { planId: head.plan.id, orgUnitId: head.id };
  const readFlags = smallest === null ? explained : outlined;
  const whole: Judged = {
    commune: goals.judgeCommune(head.figures ?? '').cells,
    villages: rows.filter((row) => row.is_village).map((row) => toVillage(row, goals, readFlags)),
  };
  const { commune, villages } = smallest === null ? whole : hideSmall(whole, goals.all, smallest);
  return {
    plan: head.plan,
    asOf: newest(rows),
    today,
    indicators: goals.all.map((goal, i) => toIndicator(goal, commune[i]!, source)),
    villages: villages.toSorted(byNeedOfHelp).map(({ village }) => village),
  };
}

function toIndicator(
  goal: Goal,
  commune: ScoreboardCell,
  source: ScoreboardIndicator['source'],
): ScoreboardIndicator {
  const { definition, clauseCode, byVillage, expectation, dueOn } = goal;
  const { code, nameVi, nameEn, shortVi, shortEn } = definition;
  return {
    source,
    code,
    nameVi,
    nameEn,
    shortVi,
    shortEn,
    clauseCode,
    byVillage,
    comparator: expectation?.target.comparator ?? null,
    targetPercent: expectation?.target.targetPercent ?? null,
    dueOn: expectation ? dueOn : null,
    commune,
  };
}

/** A village with what decides on its place: who needs help most comes first. */
export interface Ranked {
  village: ScoreboardVillage;
  red: number;
  shortfall: number;
}

/** The commune's cells, in the order of the goals, and its villages, in the commune's own order. */
export interface Judged {
  commune: ScoreboardCell[];
  villages: Ranked[];
}

type ReadFlags = (json: string) => ScoreboardFlag[];

function toVillage(row: ScoreboardRow, goals: Goals, readFlags: ReadFlags): Ranked {
  const flags = row.flags === null ? [] : readFlags(row.flags);
  const { cells, shortfall } = goals.judgeVillage(row.figures ?? '');
  const village: ScoreboardVillage = {
    id: row.id,
    code: row.code,
    name: row.name,
    households: row.households ?? 0,
    householdsVisited: row.households_visited ?? 0,
    visits30Days: row.visits_30_days ?? 0,
    weeklyVisits: row.weekly_visits?.split(',').map(Number) ?? [0, 0, 0, 0, 0, 0, 0, 0],
    lastVisitAt: row.last_visit_at,
    cells,
    flags,
  };
  return { village, red: flags.filter(({ severity }) => severity === 'RED').length, shortfall };
}

// The sort is stable: villages alike keep the commune's own order.
function byNeedOfHelp(a: Ranked, b: Ranked): number {
  return b.red - a.red || b.shortfall - a.shortfall;
}

type FlagText = [
  id: string,
  reason: string,
  severity: SeverityCode,
  indicatorCode: string,
  evidence: Evidence,
];

const flagsWith = (wording: typeof explainFlag): ReadFlags =>
  remember(2_000, (json) =>
    (JSON.parse(json) as FlagText[]).map(([id, reason, severity, code, evidence]) => {
      const indicatorCode = code || null;
      const { vi, en } = wording({ reason, indicatorCode, evidence });
      return { id, reason, severity, indicatorCode, sentenceVi: vi, sentenceEn: en };
    }),
  );
const explained = flagsWith(explainFlag);
const outlined = flagsWith(outlineFlag);

// PostgreSQL writes the instants of one session in one zone, and "+" sorts before ".", so texts compare as times.
function newest(rows: readonly ScoreboardRow[]): Date | null {
  let latest = '';
  for (const { as_of: asOf } of rows) if (asOf !== null && asOf > latest) latest = asOf;
  return latest === '' ? null : new Date(latest);
}
