/**
 * The scoreboard for those who may not see small counts. Pure; it makes new cells, because the whole ones are
 * remembered for everybody else.
 */
import {
  ALL_HOUSEHOLDS,
  findSmallCells,
  gapPoints,
  hasData,
  type Column,
  type HiddenColumn,
} from '../indicators/index.js';
import type { Goal } from './goals.js';
import type { Judged, Ranked } from './scoreboard.map.js';
import type { ScoreboardCell, ScoreboardVillage } from './scoreboard.types.js';

export function hideSmall({ commune, villages }: Judged, goals: readonly Goal[], smallest: number): Judged {
  const ofVillages = goals.filter(({ byVillage }) => byVillage);
  const columns = ofVillages.map((goal, i): Column => {
    const sum = commune[goals.indexOf(goal)]!;
    return { family: familyOf(goal), cells: villages.map(({ village }) => village.cells[i]!), sum };
  });
  const hidden = findSmallCells([...columns, reached(villages)], smallest);
  const sums = new Map(ofVillages.map((goal, i) => [goal, hidden[i]!.sum]));
  return {
    commune: commune.map((cell, i) => (sums.get(goals[i]!) ? hide(cell) : cell)),
    villages: villages.map((ranked, at) => hideInVillage(ranked, { ofVillages, hidden, at, smallest })),
  };
}

// What the register counts is the whole commune's and has no villages.
function familyOf({ definition }: Goal): string {
  return definition.source === 'VISITS' ? definition.denominator : definition.code;
}

/** The homes that were reached, out of those that an indicator of homes is out of; no sum of it is shown. */
function reached(villages: readonly Ranked[]): Column {
  return {
    family: ALL_HOUSEHOLDS,
    cells: villages.map(({ village }) => ({
      numerator: village.householdsVisited,
      denominator: village.households,
    })),
    sum: { numerator: null, denominator: null },
  };
}

interface Place {
  ofVillages: readonly Goal[];
  /** A column for each goal of villages, and the homes that were reached. */
  hidden: readonly HiddenColumn[];
  /** The village's place in them. */
  at: number;
  smallest: number;
}

function hideInVillage({ village, red }: Ranked, place: Place): Ranked {
  const { ofVillages, hidden, at } = place;
  const cells = village.cells.map((cell, i) =>
    hidden[i]!.cells[at] ? hide(cell) : { ...cell, unknownHouseholds: null },
  );
  return {
    village: { ...village, cells, ...activityOf(village, place) },
    red,
    shortfall: shortfallOf(cells, ofVillages),
  };
}

function hide({ indicatorCode, expectedPercent }: ScoreboardCell): ScoreboardCell {
  return {
    indicatorCode,
    numerator: null,
    denominator: null,
    basisPoints: null,
    unknownHouseholds: null,
    expectedPercent,
    status: 'NO_DATA',
    exactlyAtTarget: false,
    hidden: true,
  };
}

// Where a village stands in the list must not tell what its cells hide.
function shortfallOf(cells: readonly ScoreboardCell[], goals: readonly Goal[]): number {
  return cells.reduce((most, cell, i) => {
    const { expectation } = goals[i]!;
    return expectation && hasData(cell) ? Math.max(most, gapPoints(cell, expectation)) : most;
  }, 0);
}

type Activity = Pick<ScoreboardVillage, 'households' | 'householdsVisited' | 'visits30Days' | 'weeklyVisits'>;

function activityOf(village: ScoreboardVillage, { ofVillages, hidden, at, smallest }: Place): Activity {
  const homes = hidden.filter(
    (_, i) => i >= ofVillages.length || familyOf(ofVillages[i]!) === ALL_HOUSEHOLDS,
  );
  const isSmall = (count: number) => count > 0 && count < smallest;
  const visits30Days = isSmall(village.visits30Days!) ? null : village.visits30Days;
  return {
    // A denominator that is hidden is hidden in all of its columns.
    households: homes.every(({ cells }) => cells[at]) ? null : village.households,
    // Homes reached and homes guided are nearly the same homes: one would tell the other.
    householdsVisited: homes.some(({ cells }) => cells[at]) ? null : village.householdsVisited,
    visits30Days,
    weeklyVisits: visits30Days === null || village.weeklyVisits!.some(isSmall) ? null : village.weeklyVisits,
  };
}
