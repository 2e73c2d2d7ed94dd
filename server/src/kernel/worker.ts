// The worker face: relays committed outbox rows to the queue, runs jobs, and claims deadlines by a
// regular tick. Any number of workers may run; each row is taken once.
import type { Job } from 'bullmq';
import type { BusinessClock } from './clock.js';
import { openUnit, type Database } from './database.js';
import { claimDue, ensureSchedules, lookAround } from './due.js';
import { getJob } from './job.js';
import { listenTo } from './listen.js';
import type { Logger } from './log.js';
import { openWorker, type JobQueue, type QueueSettings } from './queue.js';

export interface WorkerParts {
  database: Database;
  clock: BusinessClock;
  log: Logger;
  jobQueue: JobQueue;
  settings: QueueSettings;
}

const idlePollMs = 1_000;
const relayBatch = 500;

export interface WorkerPace {
  /** How often deadlines are looked for. Deadlines are minutes of a day, so a quarter of one is soon enough. */
  tickMs?: number;
}

export interface RunningWorker {
  /** Finishes what runs, takes nothing new. */
  stop(): Promise<void>;
}

export async function startWorker(
  parts: WorkerParts,
  { tickMs = 15_000 }: WorkerPace = {},
): Promise<RunningWorker> {
  await ensureSchedules(parts);
  const relay = await startRelay(parts);
  const running = openWorker(
    parts.settings,
    (job) => runJob(parts, job),
    (job, error) =>
      parts.log.warn(
        { job: job?.name, id: job?.id, attempt: job?.attemptsMade, error: error.message },
        'job failed',
      ),
  );
  const onTick = async () => {
    await claimDue(parts);
    await lookAround(parts);
  };
  const tick = setInterval(
    () => void onTick().catch((error: Error) => parts.log.error({ error: error.message }, 'tick failed')),
    tickMs,
  );
  return {
    async stop() {
      clearInterval(tick);
      await relay.stop();
      await running.close();
    },
  };
}

/** Runs one job in one transaction, in the scope of its commune. */
async function runJob(parts: WorkerParts, job: Job): Promise<void> {
  const definition = getJob(job.name);
  const payload = definition.payload.parse(job.data);
  const unit = await openUnit(parts, { jobOf: payload.communeId }, `job-${job.id}`);
  try {
    await unit.transaction(() => definition.run(unit.ctx, payload));
  } finally {
    unit.close();
  }
}

// Takes outbox rows with skip locked, so several relays share the work, and deletes them in the same
// transaction: a crash between handing over and deleting repeats a job, and jobs bear repeating.
async function relayBatchOnce(parts: WorkerParts): Promise<number> {
  const unit = await openUnit(parts, { jobOf: null }, 'relay');
  try {
    return await unit.transaction(async () => {
      const rows = await unit.ctx.db.query<{ id: number; job: string; payload: { communeId: number } }>(
        `delete from outbox where id in (select id from outbox order by id limit ${relayBatch} for update skip locked) returning id, job, payload`,
      );
      const inOrder = rows.toSorted((a, b) => a.id - b.id);
      if (rows.length > 0)
        await parts.jobQueue.add(
          inOrder.map(({ id, job, payload }) => ({ id: `outbox-${id}`, job, payload })),
        );
      return rows.length;
    });
  } finally {
    unit.close();
  }
}

async function startRelay(parts: WorkerParts) {
  let stopping = false;
  let wake = () => {};
  const listener = await listenTo(parts, { tungnha_outbox: () => wake() });
  const loop = (async () => {
    while (!stopping) {
      const relayed = await relayBatchOnce(parts).catch((error: Error) => {
        parts.log.error({ error: error.message }, 'relay failed');
        return 0;
      });
      if (relayed > 0 || stopping) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, idlePollMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  })();
  return {
    async stop() {
      stopping = true;
      wake();
      await loop;
      await listener.close();
    },
  };
}
