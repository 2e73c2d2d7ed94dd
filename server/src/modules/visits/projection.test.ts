import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { testDatabase } from '../../../../tests/kit/database.js';
import * as build from '../indicators/world.fixture.js';
import { findDrifted, projectCommune, projectHouseholds } from './projection.js';

const clients: pg.Client[] = [];
async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  clients.push(client);
  await client.connect();
  return client;
}
let app: pg.Client;
let other: pg.Client;
let world: build.World;
let home: string;

beforeAll(async () => {
  const { appUrl, ownerUrl } = await testDatabase();
  [app, other] = await Promise.all([connect(appUrl), connect(appUrl)]);
  world = await build.makeWorld(await connect(ownerUrl), app, 2, '2025-11-01');
  home = await build.addHome(world, { villageId: world.villageIds[0]!, adults: 3, citizens14: 4 });
  await other.query('select enter_job($1)', [world.communeId]);
});
afterAll(() => Promise.all(clients.map((client) => client.end())));

const visit = (found: object) => ({
  homeId: home,
  villageId: world.villageIds[0]!,
  correctsId: null,
  visitedAt: new Date('2025-10-10T02:00:00Z'),
  result: 'MET',
  topics: ['VNEID_LEVEL2'],
  adults: null,
  citizens14: null,
  skills: null,
  smartphone: null,
  epayment: null,
  vneid: null,
  healthBook: null,
  ...found,
});
const through = (client: pg.Client) => {
  const rows = async (text: string, values: unknown[]) => (await client.query(text, values)).rows;
  return {
    db: { query: rows, prepared: (_name: string, text: string, values: unknown[]) => rows(text, values) },
  } as never;
};
const state = async () =>
  (await app.query('select adults_with_smartphone, vneid_level2, health_book from household_state')).rows;

describe('the state of a home', () => {
  test('keeps what both of two visits at the same moment found', async () => {
    await Promise.all([app.query('begin'), other.query('begin')]);
    await build.addVisit(world, visit({ smartphone: 2 }));
    await build.addVisit({ ...world, client: other }, visit({ vneid: 3 }));
    await projectHouseholds(world.ctx, [home]);
    const second = projectHouseholds(through(other), [home]);
    await app.query('commit');
    await second;
    await other.query('commit');
    expect(await state()).toEqual([{ adults_with_smartphone: 2, vneid_level2: 3, health_book: null }]);
  });

  test('keeps what was found in its old village when its new team records a visit', async () => {
    const [, second] = world.villageIds;
    await build.moveHome(world, home, second!, '2025-10-15');
    await app.query('begin');
    await app.query('select set_scope($1, false, $2, false, null, 0, null, null)', [
      world.communeId,
      [second],
    ]);
    expect((await app.query('select id from visit')).rows).toEqual([]);
    await build.addVisit(
      world,
      visit({ villageId: second, healthBook: 1, visitedAt: new Date('2025-10-20T02:00:00Z') }),
    );
    await projectHouseholds(world.ctx, [home]);
    expect(await state()).toEqual([{ adults_with_smartphone: 2, vneid_level2: 3, health_book: 1 }]);
    await app.query('commit');
  });

  test('of another village or commune is out of reach', async () => {
    await app.query('select set_scope($1, false, $2, false, null, 0, null, null)', [
      world.communeId,
      [world.villageIds[0]],
    ]);
    const seen = 'select * from household_projection($1, $2, 3)';
    expect((await app.query(seen, [[home], ['VNEID_LEVEL2']])).rows).toEqual([]);
    await app.query('select enter_job($1)', [world.communeId]);
    expect((await app.query(seen, [[home], ['VNEID_LEVEL2']])).rows).toHaveLength(1);
  });

  test('that was tampered with is found and mended', async () => {
    await app.query('update household_state set vneid_level2 = 0');
    expect(await findDrifted(world.ctx, [home])).toEqual([home]);
    expect(await projectCommune(world.ctx)).toBe(1);
    expect(await findDrifted(world.ctx, [home])).toEqual([]);
  });

  test('ends when the home leaves the roster', async () => {
    await app.query(`update household set removed_on = '2025-10-30' where id = $1`, [home]);
    expect(await projectCommune(world.ctx)).toBe(1);
    expect(await state()).toEqual([]);
  });
});
