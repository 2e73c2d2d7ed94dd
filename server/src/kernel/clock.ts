// Two kinds of time. System time (new Date) is for sessions, tokens, logs and the queue. Business time is
// what the commune's deadlines, periods and visits live in: real, or assumed from a stored anchor that
// moves only while a process runs, so a sample commune opens on the same Monday whenever it is started.
import { Temporal } from 'temporal-polyfill';

export const vietnam = 'Asia/Ho_Chi_Minh';

let latest = { day: '', from: 0, until: 0 };

/** The calendar day in Vietnam, 'YYYY-MM-DD', of an instant. */
export function vietnamDay(at: Date): string {
  const ms = at.getTime();
  // Nearly every question is about the day of the question before.
  if (ms >= latest.from && ms < latest.until) return latest.day;
  const local = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(vietnam);
  const from = local.startOfDay();
  latest = {
    day: local.toPlainDate().toString(),
    from: from.epochMilliseconds,
    until: from.add({ days: 1 }).epochMilliseconds,
  };
  return latest.day;
}

/** The instant at which clocks in Vietnam show this day and time ('HH:mm'). */
export function atVietnamTime(day: string, time: string): Date {
  const local = Temporal.PlainDate.from(day).toPlainDateTime(Temporal.PlainTime.from(time));
  return new Date(local.toZonedDateTime(vietnam).epochMilliseconds);
}

export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

export function addMonths(day: string, months: number): string {
  return Temporal.PlainDate.from(day).add({ months }).toString();
}

/** Whole calendar days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;
}

// A process that was silent for longer than this was stopped: business time stood still meanwhile.
const silenceMs = 30_000;
const heartbeatMs = 5_000;

export interface ClockState {
  assumed: boolean;
  offsetMs: number;
}

interface ClockRow {
  assumed: boolean;
  offset_ms: string;
}

/** Where the clock is kept. */
interface ClockStore {
  system<R extends object>(text: string, values: unknown[]): Promise<R[]>;
}

export class BusinessClock {
  #state: ClockState = { assumed: false, offsetMs: 0 };
  #timer: NodeJS.Timeout | undefined;
  readonly #database: ClockStore;

  constructor(database: ClockStore) {
    this.#database = database;
  }

  get state(): ClockState {
    return this.#state;
  }

  now(): Date {
    return new Date(Date.now() + this.#state.offsetMs);
  }

  /** Resumes the stored clock and keeps it moving until stop(). */
  async start(): Promise<void> {
    await this.beat();
    this.#timer = setInterval(() => void this.beat().catch(() => undefined), heartbeatMs);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  // One guarded statement: whichever process comes first after a silence resumes the clock where it
  // stood; the others find it moving and join in.
  async beat(): Promise<void> {
    const [row] = await this.#database.system<ClockRow>(
      `update business_clock set
         anchor_at = case when assumed and clock_timestamp() - heartbeat_at < $1 * interval '1 ms'
           then anchor_at + (clock_timestamp() - heartbeat_at) when assumed then anchor_at else clock_timestamp() end,
         heartbeat_at = clock_timestamp()
       returning assumed, extract(epoch from anchor_at - heartbeat_at) * 1000 as offset_ms`,
      [silenceMs],
    );
    this.#state = row
      ? { assumed: row.assumed, offsetMs: row.assumed ? Math.round(Number(row.offset_ms)) : 0 }
      : this.#state;
  }
}
