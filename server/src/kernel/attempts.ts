// Counts attempts by what is tried and by whom, in PostgreSQL or, when REDIS_URL is set, in Redis, so that all
// processes count together. On connections of its own: what a refused attempt rolls back must not roll back the
// count, and an attempt that holds a connection must not wait for another of the same pool.
import { createHash } from 'node:crypto';
import { Redis } from 'ioredis';
import pg from 'pg';
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import type { QueueSettings } from './queue.js';

export interface Limit {
  /** How many attempts of one key are allowed in a window. */
  most: number;
  minutes: number;
}

export interface Taken {
  /** Until the next attempt is allowed; 0 when this one is. */
  waitSeconds: number;
  /** The first attempt of its window that is not allowed. */
  isFirstRefusal: boolean;
}

export interface Attempts {
  /** Counts an attempt before it is made, so that many at once cannot pass between counting and trying. */
  take(kind: string, key: string, limit: Limit): Promise<Taken>;
  /** Takes an attempt back that turned out well: only failures count. */
  giveBack(kind: string, key: string, limit: Limit): Promise<void>;
  close(): Promise<void>;
}

export function openAttempts(settings: QueueSettings): Attempts {
  const { makeLimiter, close } = settings.redisUrl
    ? inRedis(settings.redisUrl, settings.prefix)
    : inPostgres(settings);
  const limiters = new Map<string, RateLimiterAbstract>();
  const limiterOf = (kind: string, { most, minutes }: Limit): RateLimiterAbstract => {
    const known = limiters.get(kind) ?? makeLimiter(kind, { points: most, duration: minutes * 60 });
    limiters.set(kind, known);
    return known;
  };
  return {
    async take(kind, key, limit) {
      try {
        await limiterOf(kind, limit).consume(digest(key));
        return { waitSeconds: 0, isFirstRefusal: false };
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused;
        const waitSeconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
        return { waitSeconds, isFirstRefusal: refused.consumedPoints === limit.most + 1 };
      }
    },
    giveBack: async (kind, key, limit) => void (await limiterOf(kind, limit).reward(digest(key))),
    close,
  };
}

interface Store {
  makeLimiter: (kind: string, limit: { points: number; duration: number }) => RateLimiterAbstract;
  close: () => Promise<void>;
}

// Callers choose the keys: whatever they type becomes short, and nobody's login or address lies about.
const digest = (key: string) => createHash('sha256').update(key).digest('base64url');

function inPostgres({ databaseUrl }: QueueSettings): Store {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2, application_name: 'tungnha attempts' });
  pool.on('error', () => undefined);
  let tidied = false;
  const isTidied = () => tidied || !(tidied = true);
  return {
    makeLimiter: (kind, limit) =>
      new RateLimiterPostgres({
        ...limit,
        storeClient: pool,
        storeType: 'pool',
        tableName: 'rate_limit',
        tableCreated: true,
        keyPrefix: kind,
        // One of them tidies the table for all.
        clearExpiredByTimeout: !isTidied(),
      }),
    close: () => pool.end(),
  };
}

// While Redis is away each process counts for itself.
function inRedis(url: string, prefix: string): Store {
  const redis = new Redis(url, { maxRetriesPerRequest: 1, enableOfflineQueue: false });
  redis.on('error', () => undefined);
  return {
    makeLimiter: (kind, limit) =>
      new RateLimiterRedis({
        ...limit,
        storeClient: redis,
        keyPrefix: `${prefix}:${kind}`,
        insuranceLimiter: new RateLimiterMemory(limit),
      }),
    close: async () => void (await redis.quit().catch(() => undefined)),
  };
}
