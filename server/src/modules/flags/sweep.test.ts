import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { testDatabase } from '../../../../tests/kit/database.js';
import { recomputeVillageValues } from '../indicators/index.js';
import * as build from '../indicators/world.fixture.js';
import { projectHouseholds } from '../visits/index.js';
import { sweepFlags } from './index.js';

let app: pg.Client;
let owner: pg.Client;
let world: build.World;
let homes: string[];

beforeAll(async () => {
  const { appUrl, ownerUrl } = await testDatabase();
  const types = new pg.TypeOverrides();
  types.setTypeParser(1082, (day: string) => day);
  app = new pg.Client({ connectionString: appUrl, types });
  owner = new pg.Client({ connectionString: ownerUrl });
  await Promise.all([app.connect(), owner.connect()]);
});
afterAll(() => Promise.all([app.end(), owner.end()]));

/** Thôn Đoài has ten homes; the plan wants 90 % of them guided by the end of 2025. */
beforeEach(async () => {
  world = await build.makeWorld(owner, app, 2, '2025-11-01');
  const [doai] = world.villageIds;
  homes = [];
  for (let i = 0; i < 10; i++)
    homes.push(await build.addHome(world, { villageId: doai!, adults: 2, citizens14: 2 }));
  await app.query(
    `insert into plan_clause (commune_id, plan_id, code, ordinal, kind, text) values ($1, $2, 'III', 1, 'ITEM', 'Hướng dẫn')`,
    [world.communeId, world.planId],
  );
  await app.query(
    `insert into plan_target (commune_id, plan_id, clause_code, indicator_code, ordinal, comparator, target_percent, starts_on, due_on)
     values ($1, $2, 'III', 'HOUSEHOLDS_GUIDED', 1, 'GTE', 90, $3, $4)`,
    [world.communeId, world.planId, build.PLAN_STARTS_ON, build.PLAN_ENDS_ON],
  );
  await projectHouseholds(world.ctx, homes);
});

const setDay = (day: string) => Object.assign(world.ctx, { today: day, now: new Date(`${day}T02:00:00Z`) });

async function dailyEvaluation(day: string) {
  setDay(day);
  await app.query('begin');
  for (const villageId of world.villageIds) await recomputeVillageValues(world.ctx, villageId);
  await sweepFlags.run(world.ctx, { communeId: world.communeId, day });
  await app.query('commit');
}

async function guide(count: number, day: string) {
  const met = { result: 'MET', topics: ['VNEID_LEVEL2'], skills: null, adults: null, citizens14: null };
  const nothing = { smartphone: null, epayment: null, vneid: null, healthBook: null, correctsId: null };
  const guided = homes.splice(0, count);
  for (const homeId of guided) {
    const visitedAt = new Date(`${day}T08:00:00Z`);
    await build.addVisit(world, { ...met, ...nothing, homeId, villageId: world.villageIds[0]!, visitedAt });
  }
  setDay(day);
  await app.query('begin');
  await projectHouseholds(world.ctx, guided);
  await recomputeVillageValues(world.ctx, world.villageIds[0]!);
  await app.query('commit');
}

const flags = async () =>
  (
    await app.query(
      `select reason, severity, status, watched_on::text as watched from lag_flag where commune_id = $1 order by reason, watched_on`,
      [world.communeId],
    )
  ).rows;
const news = async () =>
  (await app.query(`select type, data from event where commune_id = $1 order by id`, [world.communeId])).rows;

describe('flags of Thôn Đoài', () => {
  test('open on the second day, turn red, and close as soon as visits clear them; a second run changes nothing', async () => {
    // 17 October: the path asks for 15.8 %, nobody is guided.
    await dailyEvaluation('2025-10-17');
    await dailyEvaluation('2025-10-17');
    expect(await flags()).toEqual([
      { reason: 'BEHIND_PACE', severity: 'RED', status: 'WATCHED', watched: '2025-10-17' },
    ]);
    expect(await news()).toEqual([]);

    await guide(1, '2025-10-17');
    await dailyEvaluation('2025-10-18');
    await dailyEvaluation('2025-10-18');
    expect(await flags()).toMatchObject([{ reason: 'BEHIND_PACE', severity: 'YELLOW', status: 'OPEN' }]);
    expect((await news()).map(({ type }) => type)).toEqual(['FlagOpened']);

    // 7 November: 36.6 % asked, 10 % guided; nobody came for three weeks.
    await dailyEvaluation('2025-11-07');
    expect((await news()).at(-1)).toMatchObject({ type: 'FlagChanged', data: { from: 'YELLOW', to: 'RED' } });

    await guide(3, '2025-11-07');
    expect(await flags()).toMatchObject([{ reason: 'BEHIND_PACE', status: 'CLOSED' }]);
    expect((await news()).map(({ type }) => type)).toEqual(['FlagOpened', 'FlagChanged', 'FlagClosed']);
    await dailyEvaluation('2025-11-08');
    expect(await flags()).toHaveLength(1);
  });

  test('raise silence after 30 days, and a visit ends it', async () => {
    await guide(9, '2025-10-01');
    await dailyEvaluation('2025-10-31');
    await dailyEvaluation('2025-11-01');
    expect(await flags()).toMatchObject([{ reason: 'NO_ACTIVITY', severity: 'YELLOW', status: 'OPEN' }]);
    await guide(1, '2025-11-02');
    expect(await flags()).toMatchObject([{ reason: 'NO_ACTIVITY', status: 'CLOSED' }]);
  });

  test('close when the village is dissolved', async () => {
    await dailyEvaluation('2025-10-20');
    await dailyEvaluation('2025-10-21');
    await app.query(`update org_unit set valid_to = '2025-10-22' where id = $1`, [world.villageIds[0]]);
    await dailyEvaluation('2025-10-22');
    expect(await flags()).toMatchObject([{ reason: 'BEHIND_PACE', status: 'CLOSED' }]);
  });
});
