import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { BusinessClock } from '../../server/src/kernel/clock.js';
import { openDatabase, type Database } from '../../server/src/kernel/database.js';
import { createLogger } from '../../server/src/kernel/log.js';
import type { JobQueue } from '../../server/src/kernel/queue.js';
import { startWorker, type WorkerParts } from '../../server/src/kernel/worker.js';
import { entities } from '../../server/src/modules.js';
import { completed, queueOf, queueSettings, untilIdle } from '../kit/jobs.js';
import { until } from '../kit/until.js';
import { createWorld, type World } from '../kit/world.js';

const rows = 1_200;

let world: World;
let databases: Database[];
let queues: JobQueue[];

beforeAll(async () => {
  world = await createWorld({ env: { FACES: 'http' } });
  const open = () => openDatabase(world.env['DATABASE_URL']!, 8, entities, createLogger('silent'));
  databases = await Promise.all([open(), open()]);
  queues = [queueOf(world), queueOf(world)];
});
afterAll(async () => {
  await Promise.all(queues.map((queue) => queue.close()));
  await Promise.all(databases.map((database) => database.close()));
  await world.close();
});

/** The parts of a worker whose hand-overs are noted; the first one waits until the other worker has one too. */
function noting(index: number, handed: string[][], bothHave: () => boolean): WorkerParts {
  const jobQueue: JobQueue = {
    ...queues[index]!,
    async add(planned) {
      handed[index]!.push(...planned.map(({ id }) => id));
      await until({ what: 'both workers hold rows' }, bothHave);
      await queues[index]!.add(planned);
    },
  };
  const database = databases[index]!;
  const clock = new BusinessClock(database);
  return { database, clock, log: createLogger('silent'), jobQueue, settings: queueSettings(world) };
}

test('two workers share the outbox: each row is handed over once, and each job runs once', async () => {
  await world.owner.query(
    `insert into outbox (job, payload) select 'recompute-reached-villages', jsonb_build_object('communeId', $1::int, 'guidanceSessionId', gen_random_uuid())
     from generate_series(1, $2)`,
    [world.communeId, rows],
  );
  const written = (await world.owner.query<{ id: string }>('select id from outbox')).rows.map(
    ({ id }) => `outbox-${id}`,
  );
  const handed: string[][] = [[], []];
  const bothHave = () => handed.every(({ length }) => length > 0);
  const workers = await Promise.all([0, 1].map((index) => startWorker(noting(index, handed, bothHave))));
  try {
    await untilIdle(world, queues[0]!);
    const all = handed.flat();
    expect(all.toSorted()).toEqual(written.toSorted());
    expect(bothHave()).toBe(true);
    // The queue keeps the last thousand of what has ended.
    expect(await completed(queues[0]!, 'recompute-reached-villages')).toBeGreaterThanOrEqual(1_000);
    const failed = await queues[0]!.queue.getJobCounts('failed');
    expect(failed['failed']).toBe(0);
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
  }
});

test('a row whose transaction is rolled back is never handed over', async () => {
  const handed: string[][] = [[], []];
  const worker = await startWorker(noting(0, handed, () => true));
  try {
    const job = `insert into outbox (job, payload) values ('recompute-reached-villages', jsonb_build_object('communeId', $1::int, 'guidanceSessionId', gen_random_uuid())) returning id`;
    await world.owner.query('begin');
    const { rows: lost } = await world.owner.query<{ id: string }>(job, [world.communeId]);
    await world.owner.query(`select pg_notify('tungnha_outbox', '')`);
    await world.owner.query('rollback');
    const { rows: kept } = await world.owner.query<{ id: string }>(job, [world.communeId]);
    await world.owner.query(`select pg_notify('tungnha_outbox', '')`);
    await until({ what: 'the later row is handed over' }, () => handed[0]!.includes(`outbox-${kept[0]!.id}`));
    expect(handed[0]).not.toContain(`outbox-${lost[0]!.id}`);
  } finally {
    await worker.stop();
  }
});
