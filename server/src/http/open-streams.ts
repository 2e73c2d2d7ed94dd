// The event streams that are open on this process. A stream holds no database connection, so the rights it was
// opened with are asked again: at once when its account's sessions change, and every minute, because sessions expire
// and positions end by their dates.
import type { Logger } from '../kernel/index.js';

export interface OpenStream {
  accountId: string | null;
  /** Whether its caller could still open it now. */
  mayStay(): Promise<boolean>;
  end(): void;
}

const recheckMs = 60_000;
const mostOfAccount = 30;

export class OpenStreams {
  readonly #open = new Set<OpenStream>();
  readonly #log: Logger;
  readonly #timer: NodeJS.Timeout;

  constructor(log: Logger) {
    this.#log = log;
    this.#timer = setInterval(() => void this.#recheck([...this.#open]), recheckMs);
    this.#timer.unref();
  }

  /** Whether the account may open one more: a browser needs one for each tab. */
  hasRoomFor(accountId: string | null): boolean {
    return [...this.#open].filter((stream) => stream.accountId === accountId).length < mostOfAccount;
  }

  add(stream: OpenStream): void {
    this.#open.add(stream);
  }

  remove(stream: OpenStream): void {
    this.#open.delete(stream);
  }

  recheck(accountId: string): Promise<void> {
    return this.#recheck([...this.#open].filter((stream) => stream.accountId === accountId));
  }

  close(): void {
    clearInterval(this.#timer);
  }

  async #recheck(streams: OpenStream[]): Promise<void> {
    for (const stream of streams) {
      const stays = await stream.mayStay().catch((error: Error) => {
        this.#log.warn({ error: error.message }, 'a stream could not be checked and is ended');
        return false;
      });
      if (!stays) stream.end();
    }
  }
}
