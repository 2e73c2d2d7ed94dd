import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { has, type Caller } from './caller.js';
import { callersOf } from './cast.js';
import type { Row } from './model.js';
import { openStage, type Stage } from './stage.js';
import { makeWorld } from './world.js';

// Figures of under five people or homes stay inside the commune; the city sees neither them nor what gives them away.
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const world = makeWorld();
const seeing = callersOf(world).filter((caller) => has(caller, 'see the figures'));
const [whole, city] = [
  seeing.filter((caller) => has(caller, 'see small counts')),
  seeing.filter((caller) => !has(caller, 'see small counts')),
];

interface Cell {
  indicatorCode: string;
  numerator: number | null;
  denominator: number | null;
  basisPoints: number | null;
  unknownHouseholds: number | null;
  hidden: boolean;
}
interface Board {
  indicators: { code: string; byVillage: boolean; commune: Cell }[];
  villages: (Row & { id: string; cells: Cell[]; flags: { sentenceVi: string; sentenceEn: string }[] })[];
}

const cell = 'indicatorCode numerator denominator basisPoints unknownHouseholds hidden';
async function boardOf(caller: Caller): Promise<Board> {
  const { data, key } = await stage.ask(
    caller,
    `{ scoreboard { indicators { code byVillage commune { ${cell} } } villages { id households householdsVisited visits30Days
       weeklyVisits cells { ${cell} } flags { sentenceVi sentenceEn } } } }`,
  );
  expect(key).toBeNull();
  return data!['scoreboard'] as Board;
}

const figure = ({ numerator, denominator }: Pick<Cell, 'numerator' | 'denominator'>) => [
  numerator,
  denominator,
];
const factOf = (orgUnitId: number, code: string) =>
  world.indicatorValue.find((value) => value.orgUnitId === orgUnitId && value.indicatorCode === code)!;

test('there is somebody who sees small counts, and somebody who does not', () => {
  expect([whole.length > 10, city.length > 0]).toEqual([true, true]);
});

describe('every figure is as it stands, and none is hidden, for', () => {
  test.each(whole.map((caller) => [caller.name, caller] as const))('%s', async (_, caller) => {
    const { villages } = await boardOf(caller);
    for (const { id, cells } of villages) {
      for (const shown of cells) {
        expect(figure(shown)).toEqual(figure(factOf(Number(id), shown.indicatorCode)));
        expect(shown.hidden).toBe(false);
      }
      const { households, householdsVisited, visits_30Days, weeklyVisits } = world.villageActivity.find(
        ({ villageId }) => villageId === Number(id),
      )!;
      expect(villages.find((village) => village.id === id)).toMatchObject({
        households,
        householdsVisited,
        visits30Days: visits_30Days,
        weeklyVisits,
      });
    }
  });
});

const isSmall = (count: unknown) => typeof count === 'number' && count > 0 && count < 5;

/** The counts that a figure tells: who is in, who is not, and all. */
const countsOf = ({ numerator, denominator }: Cell) => [
  numerator,
  denominator,
  numerator === null || denominator === null ? null : denominator - numerator,
];

describe('no small count is told, nor can be worked out, to', () => {
  test.each(city.map((caller) => [caller.name, caller] as const))('%s', async (_, caller) => {
    const { indicators, villages } = await boardOf(caller);
    const cells = [
      ...indicators.map(({ commune }) => commune),
      ...villages.flatMap((village) => village.cells),
    ];
    expect(cells.flatMap(countsOf).filter(isSmall)).toEqual([]);
    for (const told of cells.filter(({ hidden }) => hidden)) {
      expect(told).toMatchObject({
        numerator: null,
        denominator: null,
        basisPoints: null,
        unknownHouseholds: null,
      });
    }
    // Where the sum is shown, one hidden part would be the rest.
    for (const { code, byVillage, commune } of indicators.filter((each) => each.byVillage)) {
      const hidden = villages.filter(
        ({ cells }) => cells.find((each) => each.indicatorCode === code)!.hidden,
      );
      expect([code, byVillage && !commune.hidden && hidden.length === 1]).toEqual([code, false]);
    }
    expect(villages.some((village) => village.cells.some(({ hidden }) => hidden))).toBe(true);
  });

  test.each(city.map((caller) => [caller.name, caller] as const))(
    '%s by activity or warnings',
    async (_, caller) => {
      const { villages } = await boardOf(caller);
      for (const { households, householdsVisited, visits30Days, weeklyVisits, flags } of villages) {
        const counts = [households, householdsVisited, visits30Days, ...((weeklyVisits ?? []) as number[])];
        expect(counts.filter(isSmall)).toEqual([]);
        for (const { sentenceVi, sentenceEn } of flags)
          expect(`${sentenceVi} ${sentenceEn}`.replace(/\d\d\/\d\d\/\d{4}/g, '')).not.toMatch(/\d+\/\d+/);
      }
      const { data } = await stage.ask(
        caller,
        '{ lagFlags(limit: 100) { nodes { sentenceVi sentenceEn } } }',
      );
      for (const { sentenceVi, sentenceEn } of (data!['lagFlags'] as { nodes: Record<string, string>[] })
        .nodes)
        expect(`${sentenceVi} ${sentenceEn}`.replace(/\d\d\/\d\d\/\d{4}/g, '')).not.toMatch(/\d+\/\d+/);
    },
  );
});
