import type { Comparator, Severity } from './types';

/** The scoreboard's own shapes: figures of the commune and its villages against the plan. */
export type CellStatus = 'MET' | 'ON_TRACK' | 'ATTENTION' | 'BEHIND' | 'NO_DATA' | 'NO_TARGET';

export interface IndicatorPoint {
  onDate: string;
  numerator: number | null;
  denominator: number | null;
  basisPoints: number | null;
  hidden: boolean;
}

export interface ScoreboardCell {
  indicatorCode: string;
  numerator: number | null;
  denominator: number | null;
  basisPoints: number | null;
  unknownHouseholds: number | null;
  expectedPercent: number | null;
  status: CellStatus;
  exactlyAtTarget: boolean;
  /** Too small a count for this reader: the figures are null. */
  hidden: boolean;
}

export interface ScoreboardIndicator {
  code: string;
  nameVi: string;
  nameEn: string;
  shortVi: string;
  shortEn: string;
  clauseCode: string;
  byVillage: boolean;
  comparator: Comparator | null;
  targetPercent: number | null;
  dueOn: string | null;
  commune: ScoreboardCell;
  trend: IndicatorPoint[];
}

export interface ScoreboardFlag {
  id: string;
  reason: string;
  severity: Severity;
  indicatorCode: string | null;
  sentenceVi: string;
  sentenceEn: string;
}

export interface ScoreboardVillage {
  id: string;
  code: string;
  name: string;
  /** Counts that are too small for this reader are null. */
  households: number | null;
  householdsVisited: number | null;
  visits30Days: number | null;
  weeklyVisits: number[] | null;
  lastVisitAt: string | null;
  cells: ScoreboardCell[];
  flags: ScoreboardFlag[];
}

export interface Scoreboard {
  plan: { id: string; title: string; year: number; startsOn: string; endsOn: string };
  asOf: string | null;
  today: string;
  indicators: ScoreboardIndicator[];
  villages: ScoreboardVillage[];
}
