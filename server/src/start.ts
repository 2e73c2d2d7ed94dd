// Wires one process: HTTP, worker, or both. Tests start it on a free port; main.ts from the environment.
import { openAttempts } from './kernel/attempts.js';
import { BusinessClock } from './kernel/clock.js';
import type { Config } from './kernel/config.js';
import { openDatabase } from './kernel/database.js';
import { ensureSchedules } from './kernel/due.js';
import { listenTo } from './kernel/listen.js';
import type { Logger } from './kernel/log.js';
import { openQueue } from './kernel/queue.js';
import { startWorker, type WorkerPace } from './kernel/worker.js';
import { announceSetup } from './http/announce-setup.js';
import { startHttp } from './http/server.js';
import { entities } from './modules.js';

export interface Running {
  /** The port it listens on, or null without the http face. */
  port: number | null;
  /** Accepts nothing new, finishes what runs, then lets go of queue and database. */
  stop(): Promise<void>;
}

export async function start(config: Config, log: Logger, pace: WorkerPace = {}): Promise<Running> {
  const database = await openDatabase(config.DATABASE_URL, config.DATABASE_POOL, entities, log);
  const clock = new BusinessClock(database);
  await clock.start();
  const clockListener = await listenTo({ database, log }, { tungnha_clock: () => void followClock() });
  const settings = {
    databaseUrl: config.DATABASE_URL,
    redisUrl: config.REDIS_URL,
    prefix: config.QUEUE_PREFIX,
  };
  const jobQueue = openQueue(settings);
  const attempts = openAttempts(settings);

  const http = config.FACES.includes('http')
    ? await startHttp({
        database,
        clock,
        log,
        jobQueue,
        host: config.HOST,
        port: config.PORT,
        trustProxy: config.TRUST_PROXY,
        attempts,
        sessionDays: config.SESSION_DAYS,
        sessionIdleHours: config.SESSION_IDLE_HOURS,
        secureCookies: config.SECURE_COOKIES,
      })
    : null;
  const worker = config.FACES.includes('worker')
    ? await startWorker({ database, clock, log, jobQueue, settings }, pace)
    : null;
  // Someone has set the clock: schedules may have a nearer day now.
  async function followClock(): Promise<void> {
    await clock.beat();
    if (config.FACES.includes('worker')) await ensureSchedules({ database, clock, log });
  }
  const address = http?.server.address();
  log.info({ faces: config.FACES, queue: jobQueue.backend, address }, 'Từng Nhà runs');
  if (http) await announceSetup(database, log, address);

  return {
    port: typeof address === 'object' && address ? address.port : null,
    async stop() {
      await http?.close();
      await worker?.stop();
      clock.stop();
      await clock.beat();
      await clockListener.close();
      await jobQueue.close();
      await attempts.close();
      await database.close();
    },
  };
}
