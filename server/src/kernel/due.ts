// Deadlines in business time. The queue knows only system time, so a deadline is a unique row, claimed
// once by a tick through the business clock: whatever crashes, each happens once.
import type { Context } from './context.js';
import { addDays, atVietnamTime, vietnamDay, type BusinessClock } from './clock.js';
import { openUnit, type Database } from './database.js';
import { enqueueAll, type JobDefinition, type JobPayload, type PlannedJob } from './job.js';
import type { Logger } from './log.js';

interface Parts {
  database: Database;
  clock: BusinessClock;
  log: Logger;
}

interface DailySchedule {
  kind: string;
  time: string;
  job: string;
  plan: (day: string, communeId: number) => JobPayload;
}

const schedules = new Map<string, DailySchedule>();
const mostClaimed = 100;

/** Every day at this Vietnamese time ('HH:mm'), in every commune. The day is the scheduled one, not the one it runs on. */
export function everyDay<P extends JobPayload>(
  kind: string,
  time: string,
  job: JobDefinition<P>,
  plan: (day: string, communeId: number) => P,
): void {
  if (schedules.has(kind)) throw new Error(`Schedule ${kind} is defined twice`);
  schedules.set(kind, { kind, time, job: job.name, plan });
}

type Look = (ctx: Context) => Promise<PlannedJob[]>;
const looks: Look[] = [];

/**
 * At every tick of a worker, in system time: puts the jobs into the outbox that this look finds to be needed. For work
 * that no write should have to ask for. The jobs are debounced: every worker looks.
 */
export function everyTick(look: Look): void {
  looks.push(look);
}

export async function lookAround(parts: Parts): Promise<void> {
  await inJobUnit(parts, async (ctx) => {
    for (const look of looks) await enqueueAll(ctx, await look(ctx));
  });
}

/** Makes sure that each schedule has its next row; called when a worker starts and when the clock is set. */
export async function ensureSchedules(parts: Parts): Promise<void> {
  await inJobUnit(parts, async (ctx) => {
    for (const schedule of schedules.values()) {
      await ctx.db.query(
        `insert into due (kind, subject, at) select $1, $2, $3
         where not exists (select from due where kind = $1 and at <= $3) on conflict do nothing`,
        [schedule.kind, ...nextOccurrence(schedule, ctx.now)],
      );
    }
  });
}

function nextOccurrence({ time }: DailySchedule, after: Date): [day: string, at: Date] {
  const today = vietnamDay(after);
  const day = atVietnamTime(today, time) > after ? today : addDays(today, 1);
  return [day, atVietnamTime(day, time)];
}

/** Claims what is due by now and puts its jobs into the outbox, in one transaction. */
export async function claimDue(parts: Parts): Promise<number> {
  return inJobUnit(parts, async (ctx) => {
    const claimed = await ctx.db.query<{ kind: string; subject: string }>(
      `delete from due where (kind, subject, at) in
         (select kind, subject, at from due where at <= $1 order by at limit ${mostClaimed} for update skip locked)
       returning kind, subject`,
      [ctx.now],
    );
    for (const { kind, subject } of claimed) await follow(ctx, kind, subject);
    return claimed.length;
  });
}

async function follow(ctx: Context, kind: string, day: string): Promise<void> {
  const schedule = schedules.get(kind);
  if (!schedule) return ctx.log.warn({ kind }, 'a deadline that nobody knows any more');
  const communes = await ctx.db.query<{ id: number }>('select every_commune() as id');
  await enqueueAll(
    ctx,
    communes.map(({ id }) => ({ job: schedule.job, payload: schedule.plan(day, id) })),
  );
  await ctx.db.query('insert into due (kind, subject, at) values ($1, $2, $3) on conflict do nothing', [
    kind,
    ...nextOccurrence(schedule, ctx.now),
  ]);
}

async function inJobUnit<T>(parts: Parts, work: (ctx: Context) => Promise<T>): Promise<T> {
  const unit = await openUnit(parts, { jobOf: null });
  try {
    return await unit.transaction(() => work(unit.ctx));
  } finally {
    unit.close();
  }
}
