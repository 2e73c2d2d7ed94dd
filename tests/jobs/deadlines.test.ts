import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { BusinessClock } from '../../server/src/kernel/clock.js';
import { readConfig } from '../../server/src/kernel/config.js';
import { openDatabase, type Database } from '../../server/src/kernel/database.js';
import { claimDue } from '../../server/src/kernel/due.js';
import { createLogger } from '../../server/src/kernel/log.js';
import type { JobQueue } from '../../server/src/kernel/queue.js';
import { entities } from '../../server/src/modules.js';
import { start } from '../../server/src/start.js';
import { completed, queueOf, untilIdle } from '../kit/jobs.js';
import { until } from '../kit/until.js';
import { createWorld, type World } from '../kit/world.js';

const log = createLogger('silent');

let world: World;
let jobs: JobQueue;
let databases: Database[];

beforeAll(async () => {
  world = await createWorld({ env: { FACES: 'http' } });
  jobs = queueOf(world);
  const open = () => openDatabase(world.env['DATABASE_URL']!, 8, entities, log);
  databases = await Promise.all([open(), open()]);
});
afterAll(async () => {
  await Promise.all(databases.map((database) => database.close()));
  await jobs.close();
  await world.close();
});
beforeEach(() => world.owner.query('truncate due, outbox'));

const startWorker = () => start(readConfig({ ...world.env, FACES: 'worker' }), log, { tickMs: 100 });
const deadlines = async () =>
  (
    await world.owner.query<{ kind: string; day: string }>(
      'select kind, subject as day from due order by kind, at',
    )
  ).rows;
const setClock = async (now: string) =>
  (await world.as('quantri')).ask('mutation ($now: DateTime!) { setBusinessClock(now: $now) { now } }', {
    now,
  });

/** What happens every day. */
const daily = ['apply-retention', 'clear-files', 'keep-log-partitions', 'recompute-commune', 'sweep-flags'];

describe('deadlines', () => {
  test('are claimed once by workers that look at the same moment', async () => {
    // Three hundred past days, so that ten claims of a hundred have something to quarrel about.
    await world.owner.query(
      `insert into due (kind, subject, at) select 'sweep-flags', day::date::text, day from generate_series('2025-01-01'::timestamptz, '2025-10-27', '1 day') day`,
    );
    const workers = databases.map((database) => ({ database, clock: new BusinessClock(database), log }));
    await Promise.all(workers.map(({ clock }) => clock.beat()));
    const claims = await Promise.all(Array.from({ length: 10 }, (_, i) => claimDue(workers[i % 2]!)));
    expect(claims.reduce((sum, claimed) => sum + claimed, 0)).toBe(300);
    const { rows } = await world.owner.query<{ planned: number; days: number }>(
      `select count(*)::int as planned, count(distinct payload ->> 'day')::int as days from outbox`,
    );
    expect(rows[0]).toEqual({ planned: 300, days: 300 });
    expect(await deadlines()).toEqual([{ kind: 'sweep-flags', day: '2025-12-02' }]);
  });

  test('stand ready after a start, one of each kind, however many workers start', async () => {
    const workers = await Promise.all([startWorker(), startWorker()]);
    await Promise.all(workers.map((worker) => worker.stop()));
    expect(await deadlines()).toEqual(daily.map((kind) => ({ kind, day: '2025-12-02' })));
  });

  test('that passed while every worker was down are claimed at the next start, once, for their own day', async () => {
    await (await startWorker()).stop();
    await setClock('2025-12-02T09:00:00+07:00');
    const sweeps = await completed(jobs, 'sweep-flags');
    const workers = await Promise.all([startWorker(), startWorker()]);
    try {
      await until(
        { what: 'the deadlines of the next day' },
        deadlines,
        (rows) => rows.length === daily.length && rows.every(({ day }) => day === '2025-12-03'),
      );
      await untilIdle(world, jobs);
      expect((await completed(jobs, 'sweep-flags')) - sweeps).toBe(1);
      const ended = await jobs.queue.getJobs(['completed'], 0, 100);
      const days = ended
        .filter(({ name }) => name === 'sweep-flags')
        .map(({ data }) => (data as { day: string }).day);
      expect(days).toEqual(['2025-12-02']);
    } finally {
      await Promise.all(workers.map((worker) => worker.stop()));
    }
  });

  test('come nearer when the clock is set back, without a restart', async () => {
    await setClock('2025-12-20T09:00:00+07:00');
    const worker = await startWorker();
    try {
      await setClock('2025-12-05T09:00:00+07:00');
      const next = await until({ what: 'nearer deadlines' }, deadlines, (rows) =>
        rows.some(({ day }) => day === '2025-12-06'),
      );
      expect(next.map(({ day }) => day)).toContain('2025-12-06');
    } finally {
      await worker.stop();
    }
  });
});
