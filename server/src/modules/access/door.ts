// What the HTTP face adds to the context of a call: who stands at the door, and the means to let them in.
import type { Attempts, Context } from '../../kernel/index.js';

/** Opens work of its own in a commune, as a job; null for work across communes. */
export type OpenWork = <T>(communeId: number | null, work: (ctx: Context) => Promise<T>) => Promise<T>;

export interface Door {
  address: string;
  userAgent: string;
  sessionDays: number;
  idleMinutes: number;
  attempts: Attempts;
  /** Gives the browser the token of a session, or takes it away; only once the change behind it is committed. */
  setToken(token: string | null, expiresAt?: Date): void;
  /** Re-enters the current connection as the owner of this token. */
  enterAs(token: string): Promise<void>;
  /** Re-enters the session of this request, which may do something else since a moment ago. */
  enterAgain(): Promise<void>;
  /** Re-enters the current connection as background work of a commune. */
  enterCommune(communeId: number): Promise<void>;
  /** Runs after the answer, whatever became of the call. */
  afterwards(work: (open: OpenWork) => Promise<void>): void;
}
export type ContextWithDoor = Context & { door: Door };
