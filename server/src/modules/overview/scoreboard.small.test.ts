import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { toScoreboard } from './scoreboard.map.js';
import type { ScoreboardRow } from './scoreboard.sql.js';

const targets = [
  'HOUSEHOLD_SKILLS II.2.a GTE 70 0.00 2025-10-01 2025-12-31',
  'ONLINE_DOSSIERS II.2.b GTE 90 0.00 2025-10-01 2025-12-31',
  'SMARTPHONE II.2.c GT 80 0.00 2025-10-01 2025-12-31',
  'HOUSEHOLDS_GUIDED III.1 GTE 90 0.00 2025-10-01 2025-12-31',
].join(';');
const empty = {
  weekly_visits: null,
  last_visit_at: null,
  as_of: null,
  flags: null,
  plan: null,
  targets: null,
};

interface Village {
  skills: number;
  guided: number;
  visited: number;
  homes: number;
  smartphones: number;
  adults: number;
  visits?: number;
  weeks?: string;
  flags?: string | null;
}
const ordinary: Village = { skills: 20, guided: 30, visited: 35, homes: 60, smartphones: 70, adults: 120 };

function board(villages: Partial<Village>[], smallest: number | null = 5) {
  const whole = villages.map((village): Village => ({ ...ordinary, ...village }));
  const sum = (part: (village: Village) => number) =>
    whole.reduce((total, village) => total + part(village), 0);
  const figures = (skills: number, guided: number, homes: number, smartphones: number, adults: number) =>
    `HOUSEHOLD_SKILLS ${skills} ${homes} 3;HOUSEHOLDS_GUIDED ${guided} ${homes} 0;SMARTPHONE ${smartphones} ${adults} 9`;
  const head: ScoreboardRow = {
    ...empty,
    ...{
      id: 1,
      code: 'UBND',
      name: 'UBND xã',
      is_village: false,
      plan: { id: 'p' } as ScoreboardRow['plan'],
      targets,
    },
    ...{ households: null, households_visited: null, visits_30_days: null },
    figures: `${figures(
      sum((v) => v.skills),
      sum((v) => v.guided),
      sum((v) => v.homes),
      sum((v) => v.smartphones),
      sum((v) => v.adults),
    )};ONLINE_DOSSIERS 98 100 0`,
  };
  const rows = whole.map((village, i): ScoreboardRow => ({
    ...empty,
    ...{ id: i + 2, code: `T${i}`, name: `Thôn ${i}`, is_village: true },
    households: village.homes,
    households_visited: village.visited,
    visits_30_days: village.visits ?? 40,
    weekly_visits: village.weeks ?? '9,9,9,9,9,9,9,9',
    figures: figures(village.skills, village.guided, village.homes, village.smartphones, village.adults),
    flags: village.flags ?? null,
  }));
  return toScoreboard([head, ...rows], '2025-12-01', smallest)!;
}
const villageOf = (scoreboard: ReturnType<typeof board>, place: number) =>
  scoreboard.villages.find(({ id }) => id === place + 2)!;
const cellOf = (scoreboard: ReturnType<typeof board>, place: number, code: string) =>
  villageOf(scoreboard, place).cells.find(({ indicatorCode }) => indicatorCode === code)!;

describe('whoever sees small counts', () => {
  test('is shown every figure, and nothing is marked as hidden', () => {
    const { indicators, villages } = board([{ skills: 3 }, {}, {}], null);
    const cells = [...indicators.map(({ commune }) => commune), ...villages.flatMap(({ cells: all }) => all)];
    expect(cells.filter(({ hidden, numerator }) => hidden || numerator === null)).toEqual([]);
  });
});

describe('the city', () => {
  test('is shown no figure of a hidden cell, nor how it stands; the smallest other village is hidden with it', () => {
    const scoreboard = board([{ skills: 3, homes: 80 }, { homes: 90 }, { homes: 50 }]);
    for (const place of [0, 2])
      expect(cellOf(scoreboard, place, 'HOUSEHOLD_SKILLS')).toEqual({
        indicatorCode: 'HOUSEHOLD_SKILLS',
        numerator: null,
        denominator: null,
        basisPoints: null,
        unknownHouseholds: null,
        expectedPercent: expect.any(Number),
        status: 'NO_DATA',
        exactlyAtTarget: false,
        hidden: true,
      });
    expect(cellOf(scoreboard, 1, 'HOUSEHOLD_SKILLS')).toMatchObject({ numerator: 20, hidden: false });
    expect(cellOf(scoreboard, 0, 'SMARTPHONE')).toMatchObject({ numerator: 70, hidden: false });
    expect(scoreboard.indicators[0]!.commune).toMatchObject({ numerator: 43, hidden: false });
  });

  test('is told the homes that a village reached only where no count of its homes is hidden', () => {
    const scoreboard = board([{ guided: 2 }, {}, {}, { visited: 58 }]);
    expect([0, 1, 2, 3].map((place) => villageOf(scoreboard, place).householdsVisited)).toEqual([
      null,
      null,
      35,
      null,
    ]);
    expect(villageOf(scoreboard, 0).households).toBe(60);
  });

  test('is told nothing of a village of four homes, nor of the one beside it', () => {
    const scoreboard = board([{ homes: 4, skills: 0, guided: 0, visited: 0 }, { homes: 61 }, {}]);
    expect([0, 1, 2].map((place) => villageOf(scoreboard, place).households)).toEqual([null, 61, null]);
    for (const code of ['HOUSEHOLD_SKILLS', 'HOUSEHOLDS_GUIDED'])
      expect([0, 1, 2].map((place) => cellOf(scoreboard, place, code).hidden)).toEqual([true, false, true]);
  });

  test('is told of visits only in numbers that tell of nobody', () => {
    const scoreboard = board([
      { visits: 4 },
      { weeks: '9,9,9,3,9,9,9,9' },
      { visits: 0, weeks: '0,0,0,0,0,0,0,0' },
      {},
    ]);
    const shown = [0, 1, 2, 3].map((place) => {
      const { visits30Days, weeklyVisits } = villageOf(scoreboard, place);
      return [visits30Days, weeklyVisits?.length ?? null];
    });
    expect(shown).toEqual([
      [null, null],
      [40, null],
      [0, 8],
      [40, 8],
    ]);
  });

  test('cannot tell from the order of the villages how a hidden cell stands', () => {
    // Without its hidden cell, the village that lags most has nothing against it.
    const villages = [{ smartphones: 100 }, { smartphones: 100 }, { smartphones: 2 }];
    expect(board(villages, null).villages[0]!.id).toBe(4);
    expect(board(villages).villages.map(({ id }) => id)).toEqual([2, 3, 4]);
  });

  test('is told why a village is flagged, without its counts', () => {
    const evidence = {
      onDay: '2025-12-01',
      ...{ numerator: 37, denominator: 120, expectedBasisPoints: 5304, comparator: 'GT', targetPercent: 80 },
      ...{ baselinePercent: 0, startsOn: '2025-10-01', dueOn: '2025-12-31' },
    };
    const flags = JSON.stringify([['f', 'BEHIND_PACE', 'RED', 'SMARTPHONE', evidence]]);
    const sentence = (smallest: number | null) => villageOf(board([{ flags }], smallest), 0).flags[0]!;
    expect(sentence(null).sentenceVi).toContain('37/120');
    expect(sentence(5).sentenceVi).toMatch(/chậm hơn lộ trình đến ngày 01\/12\/2025\. Mục tiêu trên 80%/);
    expect(JSON.stringify(sentence(5))).not.toMatch(/37|120|30,8/);
  });

  test('still sees the register’s dossiers, which are no village’s', () => {
    const { indicators } = board([{ skills: 3 }, {}]);
    expect(indicators.find(({ code }) => code === 'ONLINE_DOSSIERS')!.commune).toMatchObject({
      numerator: 98,
    });
  });

  test('never leaves a trace of it in what others are shown', () => {
    const villages = [{ skills: 3 }, {}, {}];
    const before = board(villages, null);
    board(villages);
    expect(board(villages, null)).toEqual(before);
  });

  test('can subtract what it likes: a hidden figure of a village is never what is left', () => {
    const village = fc.record({
      homes: fc.oneof(fc.nat(4), fc.integer({ min: 5, max: 90 })),
      skills: fc.nat(90),
      guided: fc.nat(90),
      visited: fc.nat(90),
      smartphones: fc.nat(200),
      adults: fc.oneof(fc.nat(4), fc.integer({ min: 5, max: 200 })),
    });
    fc.assert(
      fc.property(fc.array(village, { minLength: 1, maxLength: 8 }), (random) => {
        const villages = random.map((one) => ({
          ...one,
          skills: Math.min(one.skills, one.homes),
          guided: Math.min(one.guided, one.homes),
          visited: Math.min(one.visited, one.homes),
          smartphones: Math.min(one.smartphones, one.adults),
        }));
        const scoreboard = board(villages);
        for (const { code, byVillage, commune } of scoreboard.indicators) {
          if (!byVillage) continue;
          const column = villages.map((_, place) => cellOf(scoreboard, place, code));
          const whole = villages.map((_, place) => cellOf(board(villages, null), place, code));
          for (const [place, { numerator, denominator }] of whole.entries()) {
            const counts = [numerator!, denominator! - numerator!, denominator!];
            if (counts.some((count) => count >= 1 && count <= 4)) expect(column[place]!.hidden).toBe(true);
          }
          const hidden = column.filter((cell) => cell.hidden);
          if (hidden.length > 0 && !commune.hidden) expect(hidden.length).toBeGreaterThanOrEqual(2);
          expect(hidden.filter((cell) => cell.numerator !== null || cell.denominator !== null)).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
