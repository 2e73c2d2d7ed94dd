import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createWorld, type World } from '../../../../tests/kit/world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const query = `{ scoreboard {
  plan { id title legalBases targets { indicatorCode } } asOf today
  indicators { code byVillage comparator targetPercent dueOn commune { numerator denominator basisPoints status }
    trend { onDate numerator denominator basisPoints } }
  villages { id name households householdsVisited visits30Days weeklyVisits lastVisitAt
    cells { indicatorCode numerator denominator unknownHouseholds expectedPercent status exactlyAtTarget }
    flags { reason sentenceVi } } } }`;

interface Cell {
  indicatorCode: string;
  numerator: number | null;
  denominator: number | null;
  unknownHouseholds: number | null;
  status: string;
}
interface Answer {
  scoreboard: {
    plan: { legalBases: string[]; targets: unknown[] };
    today: string;
    indicators: { code: string; byVillage: boolean; commune: Cell; trend: { numerator: number }[] }[];
    villages: { id: string; name: string; households: number; visits30Days: number; cells: Cell[] }[];
  };
}

const history = `query ($orgUnitId: ID!, $indicatorCode: String!, $from: LocalDate) {
  indicatorHistory(orgUnitId: $orgUnitId, indicatorCode: $indicatorCode, from: $from) { onDate numerator denominator basisPoints } }`;

async function until<T>(read: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const value = await read();
    if (holds(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('It never came about');
}

describe('the scoreboard', () => {
  test('is not for those who have not signed in', async () => {
    expect(await world.anonymous().refused(query)).toBe('NOT_SIGNED_IN');
  });

  test('a member of a team can’t have the commune recomputed', async () => {
    const member = await world.as('thanhvien');
    expect(await member.refused('mutation { recomputeCommune }')).toBe('NOT_ALLOWED');
  });

  test('the history of an indicator that doesn’t exist, or of too many days, is refused', async () => {
    const leader = await world.as('lanhdao');
    const of = { orgUnitId: String(world.units['DONG']), indicatorCode: 'SMARTPHONE' };
    expect(await leader.refused(history, { ...of, indicatorCode: 'NOPE' })).toBe('UNKNOWN_INDICATOR');
    expect(await leader.refused(history, { ...of, from: '2020-01-01' })).toBe('INDICATOR_PERIOD_TOO_LONG');
  });

  test('Bình’s visit in Đông appears with its numerators, denominators and unknowns, in the commune’s figures too', async () => {
    const [visited] = [
      await world.home({ adults: 3, citizens14: 3 }),
      await world.home({ adults: 2, citizens14: 2 }),
    ];
    const office = await world.as('vanhoa');
    const member = await world.as('thanhvien');
    const read = () => office.ask<Answer>(query);
    await office.ask('mutation { recomputeCommune }');
    const dong = (answer: Answer) =>
      answer.scoreboard.villages.find(({ id }) => id === String(world.units['DONG']))!;
    await until(read, (answer) => dong(answer).households === 2);

    const input = {
      id: randomUUIDv7(),
      householdId: visited,
      visitedAt: '2025-11-30T09:00:00+07:00',
      result: 'MET',
      topics: ['VNEID_LEVEL2'],
      adultsWithSmartphone: 2,
      performerIds: [world.people.thanhvien],
    };
    await member.ask('mutation ($input: RecordVisitInput!) { recordVisit(input: $input) { id } }', { input });

    const { scoreboard } = await until(read, ({ scoreboard: now }) =>
      now.indicators.some(({ code, commune }) => code === 'SMARTPHONE' && commune.numerator === 2),
    );
    const village = dong({ scoreboard });
    expect(village.visits30Days).toBe(1);
    const cell = (code: string) => village.cells.find(({ indicatorCode }) => indicatorCode === code);
    expect(cell('SMARTPHONE')).toMatchObject({ numerator: 2, denominator: 5, unknownHouseholds: 1 });
    expect(cell('HOUSEHOLDS_GUIDED')).toMatchObject({ numerator: 1, denominator: 2, unknownHouseholds: 0 });
    expect(cell('HOUSEHOLD_SKILLS')).toMatchObject({ numerator: 0, denominator: 2, unknownHouseholds: 2 });
    expect(scoreboard.plan.targets).toHaveLength(scoreboard.indicators.length);
    expect(scoreboard.indicators.find(({ code }) => code === 'SMARTPHONE')!.trend.at(-1)).toMatchObject({
      numerator: 2,
      denominator: 5,
      basisPoints: 4000,
    });
    // The village that was merged away has no line.
    expect(scoreboard.villages.map(({ id }) => id)).not.toContain(String(world.units['CU']));

    // Bình counted one phone too many: the correction takes the visit's place.
    const corrected = { ...input, id: randomUUIDv7(), adultsWithSmartphone: 1 };
    await member.ask(
      `mutation ($visitId: ID!, $input: RecordVisitInput!) { correctVisit(visitId: $visitId, reason: "đếm nhầm", input: $input) { id } }`,
      { visitId: input.id, input: corrected },
    );
    const after = await until(read, ({ scoreboard: now }) =>
      now.indicators.some(({ code, commune }) => code === 'SMARTPHONE' && commune.numerator === 1),
    );
    expect(dong(after).visits30Days).toBe(1);

    const of = { orgUnitId: village.id, indicatorCode: 'SMARTPHONE', from: '2025-11-01' };
    const { indicatorHistory } = await office.ask<{ indicatorHistory: unknown[] }>(history, of);
    expect(indicatorHistory).toEqual([
      { onDate: scoreboard.today, numerator: 1, denominator: 5, basisPoints: 2000 },
    ]);
  });

  test('the city and the steering committee read it as well', async () => {
    for (const login of ['sokhcn', 'chidao'] as const) {
      const { scoreboard } = await (await world.as(login)).ask<Answer>(query);
      expect(scoreboard.villages.length).toBeGreaterThan(0);
    }
  });
});
