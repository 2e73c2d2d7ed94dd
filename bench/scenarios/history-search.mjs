/**
 * A million entries of history, and the ways in which somebody looks for one: the real server answers the panel's own
 * question. Four entries of five have a detail, which is far more than visits leave, and all that the words are looked
 * for in.
 */
import { asAdmin } from '../../launcher/database.mjs';
import { ask, signIn } from '../lib/client.mjs';
import { median, quantile } from '../lib/measure.mjs';

const ENTRIES = 1_000_000;
const PORTION = 100_000;
const TIMES = 60;
const WARM_TIMES = 3;
const GOAL_MS = 1_000;

/**
 * @typedef {Record<string, unknown>} Filter
 * @typedef {{ means: string, filter: (facts: Facts, time: number) => Filter, finds?: number }} Way `finds` how many of a page
 * @typedef {{ actors: string[], start: Date }} Facts
 */

/** @type {Record<string, Way>} */
const ways = {
  'history-latest': { means: 'the latest page', filter: () => ({}) },
  'history-by-type': { means: 'one type', filter: (_, time) => ({ types: [TYPES[time % TYPES.length]] }) },
  'history-by-actor': {
    means: 'one person',
    filter: ({ actors }, time) => ({ actorId: actors[time % actors.length] }),
  },
  'history-by-record': {
    means: 'one record',
    filter: (_, time) => ({ subjectType: 'bench', subjectId: String(time * 7) }),
  },
  'history-by-date': { means: 'one day', filter: ({ start }, time) => dayAfter(start, time * 8) },
  'history-rare-word': {
    means: 'a word of one entry',
    filter: (_, time) => ({ search: `hộ ${rare(time)}` }),
    finds: 1,
  },
  'history-frequent-word': { means: 'words of four entries of five', filter: () => ({ search: 'gần đình' }) },
  'history-old-word': { means: 'a word of the oldest hundredth alone', filter: () => ({ search: 'xóm cũ' }) },
  'history-actor-name': {
    means: 'a name that people have and four entries of five tell of',
    filter: () => ({ search: 'trần văn' }),
  },
  'history-no-match': {
    means: 'a word of none',
    filter: (_, time) => ({ search: `kraken${time}` }),
    finds: 0,
  },
};

export const names = Object.fromEntries(
  Object.entries(ways).map(([name, { means }]) => [
    name,
    `ms to find in ${ENTRIES.toLocaleString('en')} entries of history: ${means}, 95th percentile (goal < ${GOAL_MS})`,
  ]),
);

const TYPES = [
  ...[
    'HouseholdChanged',
    'HouseholdAdded',
    'HouseholdVerified',
    'PersonChanged',
    'PersonAdded',
    'MemberAdded',
  ],
  ...['VisitCorrected', 'OrgUnitRenamed', 'SignedIn', 'VisitRecorded'],
];

const HISTORY = `query History($filter: HistoryFilter) { history(filter: $filter) {
  nodes { id type occurredAt recordedAt actor { id fullName } channel device address subjectType subjectId
    changes { field before after } data detailState sealedAt }
  pageInfo { hasNextPage endCursor } } }`;

/** @type {import('./index.mjs').Scenario['run']} */
export async function run(world, { wanted, stopping, say }) {
  const database = await world.sampleCopy('bench_history');
  const facts = await fill(database.ownerUrl, { stopping, say });
  const server = await world.startServer(database, { FACES: 'http' });
  const { url } = server;
  const reader = await signIn({ url, login: 'lanhdao', password: world.password });
  try {
    const rows = [];
    for (const name of wanted) {
      const way = ways[name];
      if (!way) continue;
      const times = await timesOf(reader, way, facts, stopping);
      rows.push({
        name,
        unit: 'ms',
        ours: quantile(times, 0.95),
        goal: { of: /** @type {const} */ ('ours'), below: GOAL_MS },
        notes: [
          `${way.means}: p50 ${median(times).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms of ${TIMES} pages over HTTP`,
        ],
      });
    }
    return rows;
  } finally {
    await server.stop();
  }
}

/** @param {import('../lib/client.mjs').Caller} reader @param {Way} way @param {Facts} facts @param {AbortSignal} stopping */
async function timesOf(reader, { means, filter, finds = 25 }, facts, stopping) {
  /** @type {number[]} */
  const times = [];
  for (let time = -WARM_TIMES; time < TIMES; time += 1) {
    stopping.throwIfAborted();
    const variables = { filter: filter(facts, Math.abs(time)) };
    const startedAt = performance.now();
    const { history } = await ask(reader, HISTORY, variables);
    if (time >= 0) times.push(performance.now() - startedAt);
    if (history.nodes.length !== finds)
      throw new Error(`${means}: ${history.nodes.length} entries were found, not ${finds}`);
  }
  return times;
}

/** @param {Date} start @param {number} days */
function dayAfter(start, days) {
  const from = new Date(start.getTime() + days * 86_400_000);
  return { from: from.toISOString(), to: new Date(from.getTime() + 86_400_000).toISOString() };
}

/** The number of an entry that has a detail, from all over the history. @param {number} time */
function rare(time) {
  return 500_003 + time * 7_919 - ((500_003 + time * 7_919) % 10);
}

/** A million entries, one every 45 seconds, up to now. @param {string} ownerUrl @param {{ stopping: AbortSignal, say: (line: string) => void }} options @returns {Promise<Facts>} */
function fill(ownerUrl, { stopping, say }) {
  return asAdmin(ownerUrl, async (client) => {
    const { rows } = await client.query(
      `select now() - interval '45 seconds' * ${ENTRIES} as start, (select array_agg(id) from (select id from person order by id limit 200) p) as actors`,
    );
    const { start, actors } = rows[0];
    for (let done = 0; done < ENTRIES; done += PORTION) {
      stopping.throwIfAborted();
      await client.query(
        `with facts as (
           select uuidv7() as id, n, $1::timestamptz + n * interval '45 seconds' as at, (select id from commune limit 1) as commune_id,
             ($2::text[])[1 + n % ${TYPES.length}] as type,
             case when n % 10 < 8 then jsonb_build_object(
               'before', jsonb_build_object('headName', 'Trần Văn ' || (array['Tâm', 'Bình', 'Cường', 'Dũng', 'Hoà'])[1 + n % 5], 'phone', '09' || lpad(n::text, 8, '0')),
               'after', jsonb_build_object('headName', 'Chủ hộ ' || n, 'lane', 'Ngõ ' || n % 97,
                 'address', case when n < ${ENTRIES / 100} then 'xóm Cũ' else 'gần đình' end)) end as detail
           from generate_series($3::int, $4::int - 1) n),
         written as (
           insert into event (id, commune_id, type, subject_type, subject_id, actor_person_id, request_id, occurred_at, recorded_at, data, detail_hash)
           select id, commune_id, type, 'bench', (n % 20000)::text, ($5::uuid[])[1 + (n / 7) % cardinality($5)], 'bench', at, at,
             jsonb_build_object('householdId', id), detail_hash('\\x00', detail) from facts)
         insert into event_detail (event_id, commune_id, salt, detail, about_rows, occurred_at)
         select id, commune_id, '\\x00', detail, type like 'Household%', at from facts where detail is not null`,
        [start, TYPES, done, done + PORTION, actors],
      );
      say(`${(done + PORTION).toLocaleString('en')} entries`);
    }
    await client.query('vacuum (analyze) event, event_detail, event_waiting');
    return { actors, start };
  });
}
