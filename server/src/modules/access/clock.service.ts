import { allow, emit, type Context } from '../../kernel/index.js';
import { ClockSet } from './access.events.js';

/** Assumes a business time, or (null) returns to the real one. It ticks on from there while a process runs. */
export async function setBusinessClock(ctx: Context, now: Date | null): Promise<void> {
  allow(ctx, 'clock:set');
  await ctx.db.query(
    `update business_clock set assumed = $1::timestamptz is not null,
       anchor_at = coalesce($1, clock_timestamp()), heartbeat_at = clock_timestamp()`,
    [now],
  );
  await emit(ctx, ClockSet, {
    subject: { type: 'clock', id: 'business' },
    data: { now: now?.toISOString() ?? null },
  });
  await ctx.db.query(`select pg_notify('tungnha_clock', '')`);
}
