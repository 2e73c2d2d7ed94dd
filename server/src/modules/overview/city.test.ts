import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../../../../tests/kit/client.js';
import { createWorld, type World } from '../../../../tests/kit/world.js';

let world: World;
let city: Client;
let leader: Client;

// Thôn Đông has 3 smartphones among 80 adults, Thôn Tây 40 among 90. The city's department looks at the commune.
beforeAll(async () => {
  world = await createWorld({ env: { FACES: 'http' } });
  [city, leader] = await Promise.all([world.as('sokhcn'), world.as('lanhdao')]);
  const { communeId, units } = world;
  const third = await world.owner.query<{ id: number }>(
    `insert into org_unit (commune_id, kind, code, name, sort_order, valid_from) values ($1, 'VILLAGE', 'NAM', 'Thôn Nam', 20, '2025-07-01') returning id`,
    [communeId],
  );
  units['NAM'] = third.rows[0]!.id;
  const days: [string, Record<string, [number, number]>][] = [
    ['2025-10-10', { DONG: [0, 80], TAY: [39, 90], NAM: [50, 140] }],
    ['2025-11-20', { DONG: [3, 80], TAY: [40, 90], NAM: [55, 140] }],
  ];
  for (const [day, figures] of days) {
    const sum = Object.values(figures).reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
    for (const [code, [numerator, denominator]] of Object.entries({ ...figures, UBND: sum })) {
      const values = [communeId, units[code], numerator, denominator];
      await world.owner.query(
        `insert into indicator_history (commune_id, plan_id, org_unit_id, indicator_code, on_date, numerator, denominator)
         select $1, id, $2, 'SMARTPHONE', '${day}', $3, $4 from plan`,
        values,
      );
      await world.owner.query(
        `insert into indicator_value (commune_id, plan_id, org_unit_id, indicator_code, numerator, denominator, formula_version, source, as_of)
         select $1, id, $2, 'SMARTPHONE', $3, $4, 1, 'VISITS', now() from plan
         on conflict (plan_id, org_unit_id, indicator_code) do update set numerator = excluded.numerator`,
        values,
      );
    }
  }
  const evidence = {
    onDay: '2025-12-01',
    numerator: 3,
    denominator: 80,
    expectedBasisPoints: 5304,
    comparator: 'GT',
    targetPercent: 80,
    baselinePercent: 0,
    startsOn: '2025-10-01',
    dueOn: '2025-12-31',
  };
  await world.owner.query(
    `insert into lag_flag (commune_id, plan_id, village_id, reason, indicator_code, severity, status, evidence, watched_on, opened_at)
     select $1, id, $2, 'BEHIND_PACE', 'SMARTPHONE', 'RED', 'OPEN', $3, '2025-11-28', now() from plan`,
    [communeId, units['DONG'], JSON.stringify(evidence)],
  );
});
afterAll(() => world.close());

interface Point {
  onDate: string;
  numerator: number | null;
  hidden: boolean;
}
const history = async (client: Client, unit: string, from = '2025-10-01') =>
  (
    await client.ask<{ indicatorHistory: Point[] }>(
      `query ($id: ID!, $from: LocalDate) { indicatorHistory(orgUnitId: $id, indicatorCode: "SMARTPHONE", from: $from) { onDate numerator denominator basisPoints hidden } }`,
      { id: String(world.units[unit]), from },
    )
  ).indicatorHistory;
const numerators = async (client: Client, unit: string) =>
  (await history(client, unit)).map(({ numerator }) => numerator);

interface Board {
  indicators: { code: string; commune: { numerator: number | null }; trend: Point[] }[];
  villages: {
    code: string;
    cells: { indicatorCode: string; numerator: number | null; hidden: boolean }[];
    flags: { sentenceVi: string }[];
  }[];
}
const board = async (client: Client) =>
  (
    await client.ask<{ scoreboard: Board }>(
      `{ scoreboard { indicators { code commune { numerator } trend { onDate numerator denominator basisPoints hidden } }
         villages { code cells { indicatorCode numerator hidden } flags { sentenceVi } } } }`,
    )
  ).scoreboard;
const smartphones = ({ villages }: Board) =>
  Object.fromEntries(
    villages.map(({ code, cells }) => {
      const { numerator, hidden } = cells.find(({ indicatorCode }) => indicatorCode === 'SMARTPHONE')!;
      return [code, hidden ? 'hidden' : numerator];
    }),
  );

describe('a handful of people of a village', () => {
  test('is hidden from the city and shown within the commune', async () => {
    expect(smartphones(await board(city))).toEqual({ DONG: 'hidden', TAY: 'hidden', NAM: 55 });
    expect(smartphones(await board(leader))).toEqual({ DONG: 3, TAY: 40, NAM: 55 });
  });

  test('cannot be read off the days before, nor off the sum and the villages beside', async () => {
    expect(await numerators(city, 'DONG')).toEqual([null, null]);
    expect(await numerators(city, 'TAY')).toEqual([null, null]);
    expect(await numerators(city, 'NAM')).toEqual([50, 55]);
    expect(await numerators(city, 'UBND')).toEqual([89, 98]);
    expect(await numerators(leader, 'DONG')).toEqual([0, 3]);
    // Also when only a part of the days is asked for.
    expect(await history(city, 'TAY', '2025-11-01')).toEqual([
      { onDate: '2025-11-01', numerator: null, denominator: null, basisPoints: null, hidden: true },
      { onDate: '2025-11-20', numerator: null, denominator: null, basisPoints: null, hidden: true },
    ]);
  });

  test('is not told by a flag', async () => {
    const flags = `{ lagFlags { nodes { evidence sentenceVi sentenceEn } } }`;
    expect(JSON.stringify(await leader.ask(flags))).toContain('3/80');
    const told = JSON.stringify([
      await city.ask(flags),
      (await board(city)).villages.map((village) => village.flags),
    ]);
    expect(told).toContain('chậm hơn lộ trình');
    expect(told).not.toMatch(/3\/80|"numerator"|"denominator"|3,7/);
  });

  test('hides the commune’s own figure and its trend while that is small', async () => {
    const everywhere = (text: string) => world.owner.query(text);
    await everywhere(
      `update indicator_value set numerator = case when org_unit_id in (${world.units['UBND']}, ${world.units['DONG']}) then 3 else 0 end`,
    );
    await everywhere(
      `update indicator_history set numerator = case when org_unit_id in (${world.units['UBND']}, ${world.units['DONG']}) then 3 else 0 end`,
    );
    const { indicators } = await board(city);
    const { commune, trend } = indicators.find(({ code }) => code === 'SMARTPHONE')!;
    expect(commune.numerator).toBeNull();
    expect(trend.length).toBeGreaterThan(0);
    expect(trend.every(({ numerator, hidden }) => numerator === null && hidden)).toBe(true);
    expect(await numerators(city, 'UBND')).toEqual([null, null]);
    const whole = (await board(leader)).indicators.find(({ code }) => code === 'SMARTPHONE')!;
    expect([whole.commune.numerator, whole.trend.at(-1)!.numerator]).toEqual([3, 3]);
  });
});
