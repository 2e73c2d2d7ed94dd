/**
 * A plan's targets on one day, and the figures that are held against them. Pure, and remembered: figures
 * change when somebody is visited, scoreboards are read far more often.
 */
import {
  basisPoints,
  expectationOn,
  findIndicator,
  gapPoints,
  hasData,
  isExactlyAtTarget,
  standing,
  type ComparatorCode,
  type Expectation,
  type IndicatorDefinition,
} from '../indicators/index.js';
import { remember } from './remember.js';
import type { ScoreboardCell } from './scoreboard.types.js';

/** One target, ready to hold many figures against it. */
export interface Goal {
  definition: IndicatorDefinition;
  clauseCode: string;
  byVillage: boolean;
  dueOn: string;
  /** Null when the plan only follows the indicator. */
  expectation: Expectation | null;
}

export interface Judgement {
  cells: ScoreboardCell[];
  /** Points behind the path of the indicator that lags most; 0 when none does. */
  shortfall: number;
}

export interface Goals {
  all: Goal[];
  /** Takes the statement's text of figures; cells in the order of the goals. */
  judgeCommune(figures: string): Judgement;
  /** The same for the goals that villages have figures for. */
  judgeVillage(figures: string): Judgement;
}

/** Reads "2025-11-17;CODE clause comparator|- target baseline startsOn dueOn;…". */
export const readGoals = remember(50, (todayAndTargets): Goals => {
  const [today, ...targets] = todayAndTargets.split(';');
  const all = targets.flatMap((text) => readGoal(text, today!) ?? []);
  const ofVillages = all.filter(({ byVillage }) => byVillage);
  return {
    all,
    judgeCommune: remember(10, (figures) => judge(all, figures)),
    judgeVillage: remember(300, (figures) => judge(ofVillages, figures)),
  };
});

/** Null for an indicator that a plan names and this version doesn't know: it has no figures to show. */
function readGoal(text: string, today: string): Goal | null {
  const [code, clauseCode, comparator, percent, baseline, startsOn, dueOn] = text.split(' ');
  const definition = findIndicator(code!);
  if (!definition) return null;
  const target = {
    comparator: comparator as ComparatorCode,
    targetPercent: Number(percent),
    baselinePercent: Number(baseline),
    startsOn: startsOn!,
    dueOn: dueOn!,
  };
  return {
    definition,
    clauseCode: clauseCode!,
    byVillage: definition.grains.includes('VILLAGE'),
    dueOn: dueOn!,
    expectation: comparator === '-' ? null : expectationOn(target, today),
  };
}

interface Figures {
  numerator: number;
  denominator: number;
  unknown: number;
}

function judge(goals: readonly Goal[], text: string): Judgement {
  const figures = readFigures(text);
  let shortfall = 0;
  for (const { definition, expectation } of goals) {
    const known = figures.get(definition.code);
    if (expectation && known && hasData(known))
      shortfall = Math.max(shortfall, gapPoints(known, expectation));
  }
  return { cells: goals.map((goal) => toCell(goal, figures.get(goal.definition.code))), shortfall };
}

function readFigures(text: string): Map<string, Figures> {
  const figures = new Map<string, Figures>();
  if (text === '') return figures;
  for (const item of text.split(';')) {
    const [code, numerator, denominator, unknown] = item.split(' ') as [string, string, string, string];
    figures.set(code, {
      numerator: Number(numerator),
      denominator: Number(denominator),
      unknown: Number(unknown),
    });
  }
  return figures;
}

function toCell({ definition, expectation }: Goal, figures: Figures | undefined): ScoreboardCell {
  const known = { numerator: figures?.numerator ?? null, denominator: figures?.denominator ?? null };
  return {
    indicatorCode: definition.code,
    numerator: known.numerator,
    denominator: known.denominator,
    basisPoints: basisPoints(known),
    unknownHouseholds: figures?.unknown ?? null,
    expectedPercent: expectation?.expectedPercent ?? null,
    status: standing(known, expectation),
    exactlyAtTarget: isExactlyAtTarget(known, expectation),
    hidden: false,
  };
}
