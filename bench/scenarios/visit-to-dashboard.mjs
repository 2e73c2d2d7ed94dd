/**
 * From a visit sent by a phone to the figure on an open dashboard: the mutation, the outbox and its relay, the
 * queue, the recompute (which waits a moment to gather bursts), the notification, the event stream, and the
 * dashboard's own request. The real server and worker in one process, commits on disk.
 *
 * Each visit is the first hands-on one to its home, so it moves its village's HOUSEHOLDS_GUIDED by exactly one, and
 * the dashboard knows it by that.
 */
import { randomUUIDv7 } from 'node:crypto';
import { asAdmin } from '../../launcher/database.mjs';
import { ask, signIn } from '../lib/client.mjs';
import { openDashboard } from '../lib/dashboard.mjs';
import { quantile } from '../lib/measure.mjs';

const ALONE = 60;
const BURST = 40;
const BURSTS = 3;
const PAUSE_MS = 100;
const GOAL_MS = 1000;

const ONE = 'visit-to-dashboard';
const MANY = 'visit-to-dashboard-burst';

export const names = {
  [ONE]: 'ms from a visit to the dashboard, one visit at a time, 95th percentile (goal < 1000)',
  [MANY]: `the same when ${BURST} visits arrive at once (goal < 1000)`,
};

const RECORD = 'mutation Record($input: RecordVisitInput!) { recordVisit(input: $input) { id } }';

/** @type {import('./index.mjs').Scenario['run']} */
export async function run(world, { wanted, stopping, say }) {
  const database = await world.sampleCopy('bench_visits');
  const homes = await homesToGuide(database.ownerUrl);
  const server = await world.startServer(database);
  const { url } = server;
  const visitor = await signIn({ url, login: 'vanhoa', password: world.password });
  const dashboard = await openDashboard(
    await signIn({ url, login: 'lanhdao', password: world.password }),
    'HOUSEHOLDS_GUIDED',
  );
  const { me } = await ask(visitor, '{ me { clock { now } } }');

  /** @param {number} count @returns {Promise<number[]>} ms of each */
  async function visit(count) {
    const chosen = homes.splice(0, count);
    if (chosen.length < count) throw new Error('The sample has too few homes that nobody has guided yet');
    return Promise.all(
      chosen.map(async ({ id, villageId }) => {
        const sentAt = performance.now();
        const recorded = ask(visitor, RECORD, { input: visitTo(id, me.clock.now) });
        const [shownAt] = await Promise.all([dashboard.oneMoreIn(villageId), recorded]);
        return shownAt - sentAt;
      }),
    );
  }

  try {
    await visit(1);
    const rows = [];
    if (wanted.includes(ONE)) {
      const times = await inTurn(ALONE, 1);
      rows.push(toRow(ONE, times, `${ALONE} visits, one at a time`));
    }
    if (wanted.includes(MANY)) {
      const times = await inTurn(BURSTS, BURST);
      rows.push(toRow(MANY, times, `${BURSTS} × ${BURST} visits at once, to homes of all villages`));
    }
    return rows;
  } finally {
    dashboard.close();
    await server.stop();
  }

  /** @param {number} turns @param {number} each */
  async function inTurn(turns, each) {
    const times = [];
    for (let turn = 0; turn < turns; turn += 1) {
      stopping.throwIfAborted();
      times.push(...(await visit(each)));
      // A new rhythm each time, or every visit would fall into the same moment of the relay's polling.
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * (1 + Math.random())));
    }
    say(`${turns * each} visits recorded, ${each} at a time`);
    return times;
  }
}

/** Homes nobody has guided yet, village after village in turn. @param {string} ownerUrl @returns {Promise<{ id: string, villageId: number }[]>} */
async function homesToGuide(ownerUrl) {
  const wanted = 1 + ALONE + BURSTS * BURST;
  const { rows } = await asAdmin(ownerUrl, (client) =>
    client.query(
      `select household_id as id, village_id as "villageId" from household_state where guided_on is null
       order by row_number() over (partition by village_id order by household_id), village_id limit $1`,
      [wanted],
    ),
  );
  return rows;
}

/** @param {string} householdId @param {string} visitedAt */
function visitTo(householdId, visitedAt) {
  return { id: randomUUIDv7(), householdId, visitedAt, result: 'MET', topics: ['VNEID_LEVEL2'] };
}

/** @param {string} name @param {readonly number[]} times @param {string} what @returns {import('../lib/table.mjs').Row} */
function toRow(name, times, what) {
  const [p50, p95, most] = [quantile(times, 0.5), quantile(times, 0.95), Math.max(...times)].map(Math.round);
  return {
    name,
    unit: 'ms',
    ours: quantile(times, 0.95),
    goal: { of: 'ours', below: GOAL_MS },
    notes: [`p50 ${p50} ms, p95 ${p95} ms, max ${most} ms (${what})`],
  };
}
