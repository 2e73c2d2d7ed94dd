import type { ClockState } from './clock.js';
import type { Db } from './database.js';
import type { Identity } from './identity.js';
import type { Logger } from './log.js';

/** What every use case gets: who asks, when it is, and a database connection that already knows both. */
export interface Context {
  db: Db;
  identity: Identity;
  /** Business time of this piece of work; the same for all it does. */
  now: Date;
  /** The calendar day of `now` in Vietnam, 'YYYY-MM-DD'. */
  today: string;
  clock: ClockState;
  requestId: string;
  log: Logger;
  /** Data loaders of this piece of work, by what they load. */
  loaders: Map<unknown, unknown>;
}
