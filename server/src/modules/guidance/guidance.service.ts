import {
  allow,
  communeOf,
  emit,
  isRepeat,
  kernelErrors,
  payloadHash,
  personOf,
  problem,
  vietnamDay,
  numericId,
  type Context,
} from '../../kernel/index.js';
import { getOrgUnit } from '../org/index.js';
import { getActivePlan } from '../plan/index.js';
import { projectHouseholds } from '../visits/index.js';
import { GuidanceSession } from './guidance-session.entity.js';
import { GuidanceSessionRecorded } from './guidance.events.js';
import type { RecordGuidanceSessionInput } from './guidance.inputs.js';
import { insertSession, visibleHomes } from './guidance.queries.js';
import {
  checkSession,
  guidanceErrors,
  onlyUuids,
  requireHomes,
  requireSessionId,
  requireVillageOn,
} from './guidance.rules.js';

/**
 * Records a guidance session. The same session sent again, however often and in parallel, is one row and one
 * event; the same id with other content is refused.
 * Errors: those of guidance.rules.ts, NOT_FOUND, NOT_ALLOWED, NO_ACTIVE_PLAN, UNKNOWN_TOPIC.
 */
export async function recordGuidanceSession(
  ctx: Context,
  input: RecordGuidanceSessionInput,
): Promise<GuidanceSession> {
  const id = requireSessionId(input.id);
  const village = input.villageId ? await getOrgUnit(ctx, numericId(input.villageId)) : null;
  // A session for the whole commune names no village: only who may record everywhere may record it.
  const villageId = village?.id ?? null;
  allow(ctx, 'session:record', { orgUnitId: villageId });
  const hash = hashOf(input);
  const sent = { table: 'guidance_session', id, hash, taken: guidanceErrors.SESSION_ID_TAKEN };
  if (await isRepeat(ctx, sent)) return getSession(ctx, id);
  const plan = await getActivePlan(ctx);
  checkSession(input, { now: ctx.now, planStartsOn: plan.startsOn });
  if (village) requireVillageOn(village, vietnamDay(input.heldAt));
  const homes = await reachedHomes(ctx, input.householdIds ?? []);
  const communeId = communeOf(ctx.identity);
  const recordedById = personOf(ctx.identity);
  await insertSession(ctx, { id, communeId, villageId, recordedById, hash, homes, input });
  await projectHouseholds(ctx, homes);
  await emit(ctx, GuidanceSessionRecorded, {
    subject: { type: 'guidance_session', id },
    data: { guidanceSessionId: id, villageId, householdIds: homes },
  });
  return getSession(ctx, id);
}

async function getSession(ctx: Context, id: string): Promise<GuidanceSession> {
  const session = await ctx.db.em.findOne(GuidanceSession, { id });
  if (!session) throw problem(kernelErrors.NOT_FOUND);
  return session;
}

async function reachedHomes(ctx: Context, wanted: readonly string[]): Promise<string[]> {
  const visible = await visibleHomes(ctx, onlyUuids(wanted));
  requireHomes(wanted, visible);
  return [...visible];
}

/** What the caller said, in a fixed order: tells a repeat from another session with the same id. */
function hashOf({
  form,
  heldAt,
  place,
  topics,
  peopleCount,
  villageId,
  householdIds,
}: RecordGuidanceSessionInput): Buffer {
  const homes = (householdIds ?? []).map((id) => id.toLowerCase()).toSorted();
  const said = [form, heldAt, place.trim(), topics.toSorted(), peopleCount, villageId ?? null, homes];
  return payloadHash(said);
}
