/**
 * The memory of the embedded default after a minute of an office's use: the launcher, its PostgreSQL, and the server
 * with its worker in one process, all as `npm start` runs them, on the sample commune.
 */
import { randomUUIDv7 } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ask, signIn } from '../lib/client.mjs';
import { startClone } from '../lib/clone.mjs';
import { openDashboard } from '../lib/dashboard.mjs';
import { canMeasureMemory, memoryOfTree } from '../lib/processes.mjs';

const USE_MS = 60_000;
const SAMPLE_MS = 5_000;
const PAUSE_MS = 200;
const GOAL_MB = 700;
/** Ten people of the commune at their screens, each with a dashboard open. */
const LOGINS = [
  'lanhdao',
  'vanhoa',
  'vanphong',
  'trungtam',
  'mattran',
  'phunu',
  'chidao',
  'quantri',
  'thon.dong',
  'to.dong',
];
/** Who may list homes and visits, and who records visits to homes. */
const READERS = new Set(['lanhdao', 'vanhoa', 'trungtam', 'mattran', 'thon.dong', 'to.dong']);
const RECORDER = 'to.dong';

const SCOREBOARD = `{ scoreboard { indicators { code commune { numerator denominator status } }
  villages { name cells { numerator denominator status } flags { sentenceVi } } } }`;
const HOMES = `query Homes($offset: Int!) { households(limit: 50, offset: $offset, orderBy: [{ field: SORT_NAME }]) {
  totalCount nodes { id code headName village { name } state { guidedOn } visits { visitedAt result } } } }`;
const RECORD = 'mutation Record($input: RecordVisitInput!) { recordVisit(input: $input) { id } }';

export const names = {
  memory: 'MB of the whole process tree of npm start after a minute of use (goal < 700)',
};

/** @type {import('./index.mjs').Scenario['run']} */
export async function run({ password }, { stopping, say }) {
  if (!canMeasureMemory()) {
    say('memory: left out, it reads /proc/*/smaps_rollup, which only Linux has');
    return [];
  }
  const clone = await startClone({ password, stopping });
  /** @type {Array<() => void>} */
  const open = [];
  try {
    const samples = [];
    const until = Date.now() + USE_MS;
    const people = LOGINS.map((login) =>
      usePanel({ url: clone.url, login, password, until, stopping, open }),
    );
    const watching = (async () => {
      while (Date.now() < until && !stopping.aborted) {
        await sleep(SAMPLE_MS);
        samples.push(memoryOfTree(clone.pid));
      }
    })();
    const requests = (await Promise.all(people)).reduce((sum, count) => sum + count, 0);
    await watching;
    stopping.throwIfAborted();
    samples.push(memoryOfTree(clone.pid));
    say(`${requests} requests by ${LOGINS.length} people`);
    return [toRow(samples, clone.pid, requests)];
  } finally {
    for (const close of open) close();
    await clone.stop();
  }
}

/**
 * One person: a dashboard that follows the news, pages of homes, and now and then a visit.
 * @param {{ url: string, login: string, password: string, until: number, stopping: AbortSignal, open: Array<() => void> }} options
 * @returns {Promise<number>} requests made
 */
async function usePanel({ url, login, password, until, stopping, open }) {
  const caller = await signIn({ url, login, password });
  const dashboard = await openDashboard(caller, 'HOUSEHOLDS_GUIDED');
  open.push(dashboard.close);
  const { me } = await ask(caller, '{ me { clock { now } } }');
  let requests = 0;
  for (; Date.now() < until && !stopping.aborted; requests += 2) {
    await ask(caller, SCOREBOARD);
    if (READERS.has(login)) {
      const { households } = await ask(caller, HOMES, { offset: 50 * (requests % 5) });
      const home = households.nodes[requests % households.nodes.length];
      if (login === RECORDER && home) await ask(caller, RECORD, { input: visitTo(home.id, me.clock.now) });
    }
    await sleep(PAUSE_MS);
  }
  return requests;
}

/** @param {string} householdId @param {string} visitedAt */
function visitTo(householdId, visitedAt) {
  return { id: randomUUIDv7(), householdId, visitedAt, result: 'MET', topics: ['VNEID_LEVEL2'] };
}

/** @param {import('../lib/processes.mjs').Usage[][]} samples @param {number} launcher @param {number} requests @returns {import('../lib/table.mjs').Row} */
function toRow(samples, launcher, requests) {
  const total = (/** @type {import('../lib/processes.mjs').Usage[]} */ tree) =>
    tree.reduce((sum, { pss }) => sum + pss, 0);
  const last = samples.at(-1) ?? [];
  const parts = Object.groupBy(last, ({ pid, command }) =>
    pid === launcher ? 'launcher' : command.includes('postgres') ? 'PostgreSQL' : 'server and worker',
  );
  const described = Object.entries(parts).map(
    ([part, tree]) => `${part} ${mb(total(tree))} (${tree.length})`,
  );
  const rss = last.reduce((sum, each) => sum + each.rss, 0);
  return {
    name: 'memory',
    unit: 'MB',
    ours: Math.max(...samples.map(total)) / 1e6,
    goal: { of: 'ours', below: GOAL_MB },
    notes: [
      `highest PSS of ${samples.length} samples in a minute with ${requests} requests; at the end ${mb(total(last))} MB PSS, ${mb(rss)} MB RSS`,
      `PSS in MB at the end, and processes: ${described.join(', ')}`,
    ],
  };
}

/** @param {number} bytes */
function mb(bytes) {
  return Math.round(bytes / 1e6);
}
