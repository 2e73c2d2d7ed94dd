/**
 * Recomputes values from household_state, the register and the visits, set-based. Called by the jobs of this
 * module; what comes after a recompute (flags, for one) registers itself with onRecomputed.
 *
 * A value depends only on stored rows and today, so recomputing one village gives what recomputing all gives.
 */
import { communeOf, type Context } from '../../kernel/index.js';
import { projectCommune } from '../visits/index.js';
import { REFRESH_ACTIVITY } from './activity.sql.js';
import * as sql from './recompute.sql.js';

/** The active plan, in whose days homes and dossiers count, and the unit that carries the commune's values. */
interface Frame {
  planId: string;
  startsOn: string;
  endsOn: string;
  communeUnitId: number | null;
}

const FRAME = `
  select p.id as "planId", p.starts_on as "startsOn", p.ends_on as "endsOn", c.id as "communeUnitId"
  from plan p
  left join lateral (
    select u.id from org_unit u
    where u.commune_id = p.commune_id and u.kind = 'PEOPLES_COMMITTEE' and u.valid_from <= $2::date and (u.valid_to is null or u.valid_to > $2::date)
    order by u.id limit 1) c on true
  where p.commune_id = $1 and p.is_active`;

async function findFrame(ctx: Context): Promise<Frame | null> {
  const [frame] = await ctx.db.prepared<Frame>('indicator-frame', FRAME, [
    communeOf(ctx.identity),
    ctx.today,
  ]);
  return frame ?? null;
}

// Advisory locks, in the transaction: one village is computed by one at a time, so a slow older reading never
// overwrites a newer one, and computing a whole commune excludes its villages. Two keys: a class and an id.
const LOCK_OF_COMMUNE = 7_101;
const LOCK_OF_VILLAGE = 7_102;
const LOCK_OF_ROLL_UP = 7_103;

/** Waits until nobody computes in the commune, and keeps others out until the end of the transaction. */
export async function lockCommune(ctx: Context): Promise<void> {
  await ctx.db.query('select pg_advisory_xact_lock($1, $2)', [LOCK_OF_COMMUNE, communeOf(ctx.identity)]);
}

async function lockVillage(ctx: Context, villageId: number): Promise<void> {
  await ctx.db.query('select pg_advisory_xact_lock_shared($1, $2)', [
    LOCK_OF_COMMUNE,
    communeOf(ctx.identity),
  ]);
  await ctx.db.query('select pg_advisory_xact_lock($1, $2)', [LOCK_OF_VILLAGE, villageId]);
}

type Recomputed = (ctx: Context, villageIds: readonly number[] | null) => Promise<void>;
const followers: Recomputed[] = [];

/**
 * Registers work that follows a recompute of villages, in the same transaction and behind the same lock:
 * quick, idempotent, no I/O but the database. `villageIds` is null when the whole commune was recomputed.
 */
export function onRecomputed(follower: Recomputed): void {
  followers.push(follower);
}

/** One village's values and activity, from household_state as it stands. False without an active plan. */
export async function recomputeVillageValues(ctx: Context, villageId: number): Promise<boolean> {
  await lockVillage(ctx, villageId);
  const frame = await findFrame(ctx);
  if (!frame) return false;
  const communeId = communeOf(ctx.identity);
  const { planId, startsOn, endsOn } = frame;
  await ctx.db.prepared('village-values', sql.UPSERT_VILLAGES, [
    communeId,
    ctx.today,
    startsOn,
    endsOn,
    planId,
    ctx.now,
    [villageId],
  ]);
  await settle(ctx, frame, [villageId]);
  return true;
}

/** Everything of the commune, from the raw rows on: states, all villages, the register, the roll-up. */
export async function recomputeCommuneValues(ctx: Context): Promise<boolean> {
  await lockCommune(ctx);
  await projectCommune(ctx);
  const frame = await findFrame(ctx);
  if (!frame) return false;
  const { planId, startsOn, endsOn } = frame;
  const window = [communeOf(ctx.identity), ctx.today, startsOn, endsOn];
  await ctx.db.query(sql.DROP_AGGREGATE);
  await ctx.db.query(sql.AGGREGATE_COMMUNE, window);
  await ctx.db.query(sql.UPSERT_COMMUNE, [...window, planId, ctx.now, null]);
  await settle(ctx, frame, null);
  await writeRollUp(ctx, frame);
  return true;
}

/** The commune's own figures: the sum of its villages, and the register. */
export async function rollUpCommuneValues(ctx: Context): Promise<boolean> {
  const frame = await findFrame(ctx);
  if (!frame) return false;
  await writeRollUp(ctx, frame);
  return true;
}

async function settle(ctx: Context, frame: Frame, villageIds: number[] | null): Promise<void> {
  const communeId = communeOf(ctx.identity);
  await ctx.db.prepared('remove-dissolved', sql.REMOVE_DISSOLVED, [
    communeId,
    ctx.today,
    frame.planId,
    villageIds,
  ]);
  await ctx.db.prepared('village-activity', REFRESH_ACTIVITY, [
    communeId,
    ctx.today,
    frame.startsOn,
    ctx.now,
    villageIds,
  ]);
  await keepHistory(ctx, frame, villageIds);
  for (const follower of followers) await follower(ctx, villageIds);
}

async function writeRollUp(ctx: Context, frame: Frame): Promise<void> {
  const { planId, communeUnitId, startsOn, endsOn } = frame;
  if (communeUnitId === null)
    return ctx.log.warn('no People’s Committee today to carry the commune’s values');
  const communeId = communeOf(ctx.identity);
  // Two roll-ups at once: the second waits, then sums what the first one's villages have become.
  await ctx.db.query('select pg_advisory_xact_lock($1, $2)', [LOCK_OF_ROLL_UP, communeId]);
  await ctx.db.prepared('roll-up', sql.ROLL_UP, [communeId, ctx.today, planId, communeUnitId, ctx.now]);
  await ctx.db.prepared('register-values', sql.UPSERT_REGISTER, [
    communeId,
    planId,
    communeUnitId,
    ctx.now,
    startsOn,
    endsOn,
  ]);
  await keepHistory(ctx, frame, [communeUnitId]);
}

async function keepHistory(ctx: Context, frame: Frame, orgUnitIds: number[] | null): Promise<void> {
  await ctx.db.prepared('keep-history', sql.KEEP_HISTORY, [
    communeOf(ctx.identity),
    frame.planId,
    orgUnitIds,
    ctx.today,
  ]);
}
