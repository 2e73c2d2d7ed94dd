// One pool, one way out of it: every connection is entered first, as a session or as a job, so row-level
// security always knows who is asking and nobody works in the scope of the caller before.
import { randomUUID } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { MikroORM, type EntityManager, type EntityClass } from '@mikro-orm/postgresql';
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy';
import type { BusinessClock } from './clock.js';
import { vietnamDay } from './clock.js';
import { explainDatabaseError } from './constraint.js';
import type { Context } from './context.js';
import {
  anonymous,
  identityOfJob,
  identityOfKey,
  identityOfSession,
  type Identity,
  type KeyRow,
  type SessionRow,
} from './identity.js';
import type { Logger } from './log.js';
import { needsOfKeys, reachForRows } from './policy.js';

export interface Db {
  /** MikroORM bound to this connection and its transaction: writes and plain lists. */
  em: EntityManager;
  query<R extends object>(text: string, values?: unknown[]): Promise<R[]>;
  /** A named prepared statement, for hot reads. */
  prepared<R extends object>(name: string, text: string, values?: unknown[]): Promise<R[]>;
}

export interface Database {
  url: string;
  orm: MikroORM;
  /** A connection that has not been entered yet; for openUnit alone. */
  connect(): Promise<pg.PoolClient>;
  /** One statement across communes, on tables that know none: the clock, the health check. */
  system<R extends object>(text: string, values?: unknown[]): Promise<R[]>;
  close(): Promise<void>;
}

// Days stay strings and counts become numbers; instants as MikroORM wants them (it parses them itself).
const types = new pg.TypeOverrides();
for (const oid of [1082, 1114, 1184]) types.setTypeParser(oid, (text: string) => text);
types.setTypeParser(20, Number);
types.setTypeParser(1700, Number);

export async function openDatabase(
  url: string,
  size: number,
  entities: EntityClass<object>[],
  log: Logger,
): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: size, types, application_name: 'tungnha' });
  pool.on('error', (error) => log.warn({ error: error.message }, 'idle database connection lost'));
  const orm = await MikroORM.init({
    entities,
    driverOptions: new PostgresDialect({ pool }),
    metadataProvider: ReflectMetadataProvider,
    dbName: new URL(url).pathname.slice(1),
    // It would reconnect, and so end the pool that it was lent.
    ensureDatabase: false,
    forceUtcTimezone: true,
    flushMode: 'commit',
  });
  return {
    url,
    orm,
    connect: () => pool.connect(),
    async system<R extends object>(text: string, values: unknown[] = []) {
      const client = await pool.connect();
      try {
        await enter(client, { jobOf: null }, '');
        return (await client.query<R>(text, values)).rows;
      } finally {
        client.release();
      }
    },
    async close() {
      await orm.close(true);
      if (!pool.ended) await pool.end();
    },
  };
}

/** Who enters: the owner of a session token or of an API key (their SHA-256), from an address, or a job. */
export type Scope =
  { session: Buffer | null; address: string } | { key: Buffer; address: string } | { jobOf: number | null };

export interface Unit {
  ctx: Context;
  /** Whether the session's token must be exchanged for a new one, because its owner's rights have changed. */
  rotate: boolean;
  /** Runs `work` in one transaction; its answer leaves after the commit. */
  transaction<T>(work: () => Promise<T>, failed?: (answer: T) => boolean): Promise<T>;
  /** Enters another scope on the same connection: a caller who has just signed in. */
  reenter(scope: Scope): Promise<void>;
  close(): void;
}

interface Surroundings {
  database: Database;
  clock: Pick<BusinessClock, 'now' | 'state'>;
  log: Logger;
}

/** Takes a connection, enters the scope, and gives the context of one piece of work. Close it in a finally. */
export async function openUnit(
  { database, clock, log }: Surroundings,
  scope: Scope,
  requestId: string = randomUUID(),
): Promise<Unit> {
  const client = await database.connect();
  let broken = false;
  try {
    const now = clock.now();
    const today = vietnamDay(now);
    const { identity, rotate } = await enter(client, scope, today);
    let lines: Logger | undefined;
    const ctx: Context = {
      db: dbOver(client, database.orm),
      identity,
      now,
      today,
      clock: clock.state,
      requestId,
      // Most work writes no line.
      get log() {
        lines ??= log.child({ requestId });
        return lines;
      },
      loaders: new Map(),
    };
    return {
      ctx,
      rotate,
      transaction: (work, failed) => inTransaction(client, work, failed, () => (broken = true)),
      reenter: async (other) => void (ctx.identity = (await enter(client, other, today)).identity),
      close: () => client.release(broken),
    };
  } catch (error) {
    client.release(true);
    throw error;
  }
}

interface Entered {
  identity: Identity;
  rotate: boolean;
}

async function enter(client: pg.PoolClient, scope: Scope, today: string): Promise<Entered> {
  if ('jobOf' in scope) {
    await client.query({ name: 'enter_job', text: 'select enter_job($1)', values: [scope.jobOf] });
    return { identity: identityOfJob(scope.jobOf), rotate: false };
  }
  if ('key' in scope) {
    const { rows } = await client.query<KeyRow>({
      name: 'enter_key',
      text: 'select * from enter_key($1, $2, $3, $4, $5)',
      values: [scope.key, reachForRows(), today, scope.address, needsOfKeys()],
    });
    return { identity: rows[0] ? identityOfKey(rows[0]) : anonymous, rotate: false };
  }
  const { rows } = await client.query<SessionRow>({
    name: 'enter_session',
    text: 'select * from enter_session($1, $2, $3, $4)',
    values: [scope.session, reachForRows(), today, scope.address],
  });
  return rows[0]
    ? { identity: identityOfSession(rows[0]), rotate: rows[0].rotate }
    : { identity: anonymous, rotate: false };
}

async function inTransaction<T>(
  client: pg.PoolClient,
  work: () => Promise<T>,
  failed: ((answer: T) => boolean) | undefined,
  breakConnection: () => void,
): Promise<T> {
  await client.query('begin');
  try {
    const answer = await work();
    await client.query(failed?.(answer) ? 'rollback' : 'commit');
    return answer;
  } catch (error) {
    await client.query('rollback').catch(breakConnection);
    throw explainDatabaseError(error) ?? error;
  }
}

function dbOver(client: pg.PoolClient, orm: MikroORM): Db {
  const run = oneAtATime(client);
  let em: EntityManager | undefined;
  return {
    // Most hot reads never need the ORM, so it is forked on first use.
    get em() {
      em ??= emOver(run, orm);
      return em;
    },
    query: async <R extends object>(text: string, values: unknown[] = []) =>
      (await run({ text, values })).rows as R[],
    prepared: async <R extends object>(name: string, text: string, values: unknown[] = []) =>
      (await run({ name, text, values })).rows as R[],
  };
}

type RunQuery = (config: pg.QueryConfig) => Promise<pg.QueryResult>;

// Fields of one level resolve at the same time, but a connection runs one statement after the other.
function oneAtATime(client: pg.PoolClient): RunQuery {
  let last: Promise<unknown> = Promise.resolve();
  return (config) => {
    const next = last.then(() => client.query(config));
    last = next.catch(() => undefined);
    return next;
  };
}

// MikroORM takes any Kysely as its transaction, so one over this very connection puts its statements into
// the scope and the transaction that are already open.
function emOver(run: RunQuery, orm: MikroORM): EntityManager {
  const lent = {
    query: (text: string, values: unknown[]) => run({ text, values }),
    release: () => undefined,
  };
  const pool = { connect: () => Promise.resolve(lent), end: () => Promise.resolve() };
  const em = orm.em.fork({ useContext: false }) as EntityManager;
  em.setTransactionContext(new Kysely({ dialect: new PostgresDialect({ pool: pool as never }) }));
  return em;
}
