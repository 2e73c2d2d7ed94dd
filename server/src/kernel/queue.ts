// BullMQ on one of two backends: the same PostgreSQL by default, Redis when REDIS_URL is set. Nothing
// outside this file knows which one it is.
import { Queue, Worker, createPostgresBackend, type Job, type JobsOptions } from 'bullmq';
import { Redis } from 'ioredis';
import { getJob, type PlannedJob } from './job.js';

export const queueName = 'tungnha';
export const queueSchema = 'bullmq';

export interface QueueSettings {
  databaseUrl: string;
  redisUrl?: string | undefined;
  prefix: string;
}

export interface JobQueue {
  backend: 'postgres' | 'redis';
  queue: Queue;
  add(planned: (PlannedJob & { id: string })[]): Promise<void>;
  close(): Promise<void>;
}

const kept: JobsOptions = {
  attempts: 8,
  backoff: { type: 'exponential', delay: 500 },
  removeOnComplete: { age: 3600, count: 1000 },
  removeOnFail: { age: 30 * 24 * 3600, count: 5000 },
};

export function openQueue(settings: QueueSettings): JobQueue {
  const { factory, connection, closeConnection } = connect(settings, 4);
  const queue = new Queue(
    queueName,
    { connection, prefix: settings.prefix, defaultJobOptions: kept },
    factory as never,
  );
  // A lost connection is reported by whoever awaits a call; the emitter must not take the process down.
  queue.on('error', () => undefined);
  return {
    backend: settings.redisUrl ? 'redis' : 'postgres',
    queue,
    add: async (planned) => void (await queue.addBulk(planned.map(toBullJob))),
    close: async () => {
      await queue.close();
      await closeConnection();
    },
  };
}

export function openWorker(
  settings: QueueSettings,
  run: (job: Job) => Promise<void>,
  failed: (job: Job | undefined, error: Error) => void,
) {
  const { factory, connection, closeConnection } = connect(settings, 6);
  const worker = new Worker(
    queueName,
    run,
    {
      connection,
      prefix: settings.prefix,
      concurrency: 4,
      lockDuration: 10_000,
      stalledInterval: 5_000,
      maxStalledCount: 5,
    },
    factory as never,
  );
  worker.on('error', () => undefined);
  worker.on('failed', failed);
  return {
    worker,
    close: async () => {
      await worker.close();
      await closeConnection();
    },
  };
}

function connect({ databaseUrl, redisUrl }: QueueSettings, poolSize: number) {
  if (!redisUrl) {
    const connection = { connectionString: databaseUrl, schema: queueSchema, max: poolSize };
    return { factory: createPostgresBackend, connection, closeConnection: () => Promise.resolve() };
  }
  const connection = new Redis(redisUrl, { maxRetriesPerRequest: null });
  connection.on('error', () => undefined);
  return {
    factory: undefined,
    connection,
    closeConnection: async () => void (await connection.quit().catch(() => undefined)),
  };
}

// keepLastIfActive: a change that comes while its recompute runs asks for exactly one more.
function toBullJob({ id, job, payload }: PlannedJob & { id: string }) {
  const { debounce, delayMs } = getJob(job);
  const key = debounce?.(payload);
  const opts: JobsOptions = {
    jobId: id,
    ...(delayMs ? { delay: delayMs } : {}),
    ...(key ? { deduplication: { id: `${job}-${key}`, keepLastIfActive: true } } : {}),
  };
  return { name: job, data: payload, opts };
}
