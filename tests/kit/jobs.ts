/** What job tests look at and hold on to: the queue itself, and a recompute in the middle of its work. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import pg from 'pg';
import { openQueue, type JobQueue, type QueueSettings } from '../../server/src/kernel/queue.js';
import { until } from './until.js';
import type { World } from './world.js';

export function queueSettings({ env }: World): QueueSettings {
  return { databaseUrl: env['DATABASE_URL']!, redisUrl: env['REDIS_URL'], prefix: env['QUEUE_PREFIX']! };
}

/** The world's queue, seen from outside its processes. */
export function queueOf(world: World): JobQueue {
  return openQueue(queueSettings(world));
}

/** How many jobs of this name have ended well. */
export async function completed({ queue }: JobQueue, name: string): Promise<number> {
  const jobs = await queue.getJobs(['completed'], 0, 5_000);
  return jobs.filter((job) => job.name === name).length;
}

/** Nothing waits in the outbox, nothing waits or runs in the queue. */
export async function untilIdle({ owner }: World, { queue }: JobQueue): Promise<void> {
  await until({ what: 'outbox and queue are empty', seconds: 25 }, async () => {
    const { rows } = await owner.query<{ left: number }>('select count(*)::int as left from outbox');
    const counts = await queue.getJobCounts('active', 'waiting', 'delayed', 'prioritized');
    return rows[0]!.left + Object.values(counts).reduce((sum, count) => sum + count, 0) === 0;
  });
}

/**
 * Stops the next recompute of a village half-way: it has read its figures and written some, and waits for the row of
 * the village's activity, which this connection holds. Needs a village that was computed before.
 */
export async function holdRecompute({ env, communeId }: World, villageId: number) {
  const [holder, watcher] = [0, 1].map(() => new pg.Client({ connectionString: env['DATABASE_URL'] })) as [
    pg.Client,
    pg.Client,
  ];
  await Promise.all([holder.connect(), watcher.connect()]);
  await holder.query('select enter_job($1)', [communeId]);
  await holder.query('begin');
  const { rowCount } = await holder.query('select from village_activity where village_id = $1 for update', [
    villageId,
  ]);
  if (rowCount !== 1) throw new Error('This village was never computed');
  return {
    /** Until a recompute stands at the row. */
    reached: () =>
      until({ what: 'a recompute waits half-way' }, async () => {
        // Asked by the same role as the worker's: others see no statements in this view.
        const waiting = await watcher.query(
          `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%village_activity%'`,
        );
        return waiting.rowCount === 1;
      }),
    async release() {
      await holder.query('rollback');
      await Promise.all([holder.end(), watcher.end()]);
    },
  };
}

/** A worker process of its own, of the built program. Ready once it says so. */
export async function spawnWorker({ env }: World): Promise<ChildProcess> {
  const main = new URL('../../server/dist/main.js', import.meta.url).pathname;
  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env['PATH'], ...env, FACES: 'worker', LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await until(
    { what: 'the worker process runs', seconds: 25 },
    () => said.includes('Từng Nhà runs') || child.exitCode !== null,
  );
  if (child.exitCode !== null) throw new Error(`The worker ended: ${said}`);
  return child;
}

export async function kill(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

/** One figure of a village as it is stored, or undefined. */
export async function storedFigure(
  { owner }: World,
  villageId: number,
  code: string,
): Promise<string | undefined> {
  const { rows } = await owner.query<{ figure: string }>(
    `select numerator || '/' || denominator as figure from indicator_value where org_unit_id = $1 and indicator_code = $2`,
    [villageId, code],
  );
  return rows[0]?.figure;
}
