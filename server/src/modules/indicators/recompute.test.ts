import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { testDatabase } from '../../../../tests/kit/database.js';
import { projectHouseholds } from '../visits/index.js';
import { expectedActivity, expectedFigures } from './oracle.fixture.js';
import { recomputeCommuneValues, recomputeVillageValues, rollUpCommuneValues } from './recompute.js';
import * as build from './world.fixture.js';
import type { World } from './world.fixture.js';

let app: pg.Client;
let owner: pg.Client;
beforeAll(async () => {
  const { appUrl, ownerUrl } = await testDatabase();
  const types = new pg.TypeOverrides();
  types.setTypeParser(1082, (day: string) => day);
  app = new pg.Client({ connectionString: appUrl, types });
  owner = new pg.Client({ connectionString: ownerUrl });
  await Promise.all([app.connect(), owner.connect()]);
});
afterAll(() => Promise.all([app.end(), owner.end()]));

const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const count = (max: number) => maybe(fc.nat({ max }));
const TOPICS = ['VNEID_LEVEL2', 'CASHLESS_PAYMENT', 'PROPAGANDA', 'COURSES'];
const topics = fc.uniqueArray(fc.constantFrom(...TOPICS), { minLength: 1, maxLength: 3 });
// From a year before the plan (skills that expire) to after its end, at odd times of the day.
const instant = fc
  .tuple(
    fc.oneof(
      { weight: 9, arbitrary: fc.integer({ min: -370, max: 110 }) },
      // Exactly a year before the days on which the histories are judged.
      { weight: 1, arbitrary: fc.constantFrom(-364, -318, -274, -254) },
    ),
    fc.nat({ max: 1439 }),
  )
  .map(([day, minute]) => new Date(Date.UTC(2025, 9, 1 + day, 0, minute)));

const content = fc.record({
  visitedAt: instant,
  result: fc.constantFrom('MET', 'MET', 'MET', 'ABSENT', 'REFUSED'),
  topics,
  adults: count(5),
  smartphone: count(6),
  epayment: count(6),
  vneid: count(7),
  healthBook: count(7),
  skills: maybe(fc.subarray(['a', 'b', 'c', 'd', 'e'])),
});

const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('visit' as const), home: fc.nat(), content }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('correct' as const), visit: fc.nat(), content }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('move' as const), home: fc.nat(), village: fc.nat() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), home: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('count' as const),
      home: fc.nat(),
      adults: count(5),
      at: maybe(instant),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('session' as const),
      form: fc.constantFrom('VILLAGE_MEETING', 'SERVICE_COUNTER', 'LOUDSPEAKER'),
      heldAt: instant,
      topics,
      homes: fc.uniqueArray(fc.nat({ max: 30 }), { minLength: 1, maxLength: 3 }),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const history = fc.record({
  today: fc.constantFrom('2025-10-02', '2025-11-17', '2025-12-31', '2026-01-20'),
  homes: fc.array(
    fc.record({
      village: fc.nat(),
      adults: count(5),
      kind: fc.constantFrom('HOUSEHOLD', 'HOUSEHOLD', 'HOUSEHOLD', 'COOPERATIVE'),
    }),
    { minLength: 1, maxLength: 8 },
  ),
  steps: fc.array(step, { maxLength: 25 }),
});

interface Made {
  homes: { id: string; villageId: number; moves: number }[];
  visits: { id: string; homeId: string; villageId: number; corrected: boolean }[];
}

/** Does one step to the raw rows; says which homes and villages it touched, as the events of the modules do. */
async function act(world: World, made: Made, action: Step): Promise<{ homes: string[]; villages: number[] }> {
  const at = <T>(list: T[], index: number): T => list[index % list.length]!;
  const nothing = { homes: [], villages: [] };
  switch (action.do) {
    case 'visit': {
      const home = at(made.homes, action.home);
      const raw = {
        ...action.content,
        homeId: home.id,
        villageId: home.villageId,
        correctsId: null,
        citizens14: null,
      };
      made.visits.push({ ...raw, id: await build.addVisit(world, raw), corrected: false });
      return { homes: [home.id], villages: [home.villageId] };
    }
    case 'correct': {
      const open = made.visits.filter((visit) => !visit.corrected);
      if (open.length === 0) return nothing;
      const visit = at(open, action.visit);
      visit.corrected = true;
      const { homeId, villageId } = visit;
      const raw = { ...action.content, homeId, villageId, correctsId: visit.id, citizens14: 9 };
      made.visits.push({ ...raw, id: await build.addVisit(world, raw), corrected: false });
      return {
        homes: [homeId],
        villages: [villageId, made.homes.find(({ id }) => id === homeId)!.villageId],
      };
    }
    case 'move': {
      const home = at(made.homes, action.home);
      const [from, to] = [home.villageId, at(world.villageIds, action.village)];
      home.moves += 1;
      const day = new Date(Date.UTC(2025, 6, 1 + home.moves)).toISOString().slice(0, 10);
      await build.moveHome(world, home.id, to, day);
      home.villageId = to;
      return { homes: [home.id], villages: [from, to] };
    }
    case 'remove': {
      const home = at(made.homes, action.home);
      await world.client.query(`update household set removed_on = '2025-11-01' where id = $1`, [home.id]);
      return { homes: [home.id], villages: [home.villageId] };
    }
    case 'count': {
      const home = at(made.homes, action.home);
      const values = [home.id, action.adults, action.at];
      await world.client.query(
        `update household set adults = $2, citizens14 = null, counted_at = $3 where id = $1`,
        values,
      );
      return { homes: [home.id], villages: [home.villageId] };
    }
    case 'session': {
      const reached = [...new Set(action.homes.map((index) => at(made.homes, index)))];
      const homeIds = reached.map(({ id }) => id);
      await build.addSession(world, { ...action, homeIds });
      return { homes: homeIds, villages: reached.map(({ villageId }) => villageId) };
    }
  }
}

async function live(
  world: World,
  homes: { village: number; adults: number | null; kind: string }[],
  steps: Step[],
) {
  const made: Made = { homes: [], visits: [] };
  for (const { village, ...home } of homes) {
    const villageId = world.villageIds[village % world.villageIds.length]!;
    made.homes.push({ id: await build.addHome(world, { ...home, villageId }), villageId, moves: 0 });
  }
  await projectHouseholds(
    world.ctx,
    made.homes.map(({ id }) => id),
  );
  for (const villageId of world.villageIds) await recomputeVillageValues(world.ctx, villageId);
  for (const action of steps) {
    const { homes: touched, villages } = await act(world, made, action);
    await projectHouseholds(world.ctx, touched);
    for (const villageId of new Set(villages)) await recomputeVillageValues(world.ctx, villageId);
  }
  await rollUpCommuneValues(world.ctx);
}

const rowsThatDiffer = async (world: World, later: Date) =>
  (
    await world.client.query(
      `select count(*)::int as n from (select as_of from indicator_value where commune_id = $1
         union all select as_of from village_activity where commune_id = $1) v where as_of = $2`,
      [world.communeId, later],
    )
  ).rows[0].n;

describe('figures', () => {
  test('of a village after any history are those of a full recompute, and those of an independent oracle', async () => {
    await fc.assert(
      fc.asyncProperty(history, async ({ today, homes, steps }) => {
        const world = await build.makeWorld(owner, app, 3, today);
        await live(world, homes, steps);

        const raw = await build.readRaw(world);
        const expected = expectedFigures(raw);
        const stored = await build.storedFigures(world);
        const commune = stored.get(world.unitId);
        stored.delete(world.unitId);
        expect(stored).toEqual(expected);
        expect(await build.storedActivity(world)).toEqual(expectedActivity(raw));
        for (const code of Object.keys(commune ?? {})) {
          const sum = [0, 1, 2].map((i) =>
            [...expected.values()].reduce((total, f) => total + f[code]![i]!, 0),
          );
          expect(commune![code]).toEqual(sum);
        }

        // A full recompute an hour later finds nothing to change: neither a state nor a value nor an activity.
        world.ctx.now = new Date(world.ctx.now.getTime() + 3_600_000);
        await app.query('begin');
        await recomputeCommuneValues(world.ctx);
        expect(await rowsThatDiffer(world, world.ctx.now)).toBe(0);
        await app.query('commit');
      }),
      { numRuns: process.env.TEST_DEEP ? 300 : 30 },
    );
  }, 600_000);
});
