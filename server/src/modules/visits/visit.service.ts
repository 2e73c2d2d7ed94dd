import {
  allow,
  changed,
  communeOf,
  emit,
  isRepeat,
  kernelErrors,
  payloadHash,
  problem,
  personOf,
  vietnamDay,
  type Context,
} from '../../kernel/index.js';
import { getHousehold, HouseholdState, requirePeople, type Household } from '../households/index.js';
import { getOrgUnit } from '../org/index.js';
import { getActivePlan } from '../plan/index.js';
import { projectHouseholds } from './projection.js';
import { checklistVersion } from './skills.js';
import { Visit } from './visit.entity.js';
import { VisitCorrected, VisitRecorded } from './visit.events.js';
import type { RecordVisitInput } from './visit.inputs.js';
import { judgeNote, settleNoteOf, withoutSecrets } from './visit.note.js';
import { insertVisit } from './visit.queries.js';
import { checkVisit, requireUuid, visitErrors } from './visit.rules.js';

/**
 * Records a visit. The same visit sent again, however often and in parallel, is one row and one event; the
 * same id with other content is refused.
 * Errors: those of visit.rules.ts, NOT_FOUND, NOT_ALLOWED.
 */
export async function recordVisit(ctx: Context, input: RecordVisitInput): Promise<Visit> {
  const household = await getHousehold(ctx, input.householdId);
  allow(ctx, 'visit:record', { orgUnitId: household.villageId });
  const hash = hashOf(input);
  if (await wasSent(ctx, input.id, hash)) return getVisit(ctx, input.id);
  await check(ctx, household, input);
  await write(ctx, household, { input, hash, corrects: null });
  await emit(ctx, VisitRecorded, {
    subject: { type: 'visit', id: input.id },
    data: {
      visitId: input.id,
      householdId: household.id,
      villageId: household.villageId,
      result: input.result,
      topics: input.topics,
    },
  });
  return getVisit(ctx, input.id);
}

// What a correction may change; the note is left out of the history, because it may hold what it should not.
const observed: (keyof Visit)[] = [
  ...(['visitedAt', 'result', 'topics', 'adults', 'citizens14', 'adultsWithSmartphone'] as const),
  ...(['adultsWithEpayment', 'vneidLevel2', 'healthBook', 'skills'] as const),
];

export interface Correction {
  visitId: string;
  reason: string;
  input: RecordVisitInput;
}

/** Replaces a visit by a new one, with the reason; the old one stays readable and no longer counts. */
export async function correctVisit(ctx: Context, { visitId, reason, input }: Correction): Promise<Visit> {
  const earlier = await getVisit(ctx, visitId);
  const household = await getHousehold(ctx, earlier.householdId);
  allow(ctx, 'visit:record', { orgUnitId: household.villageId });
  if (reason.trim() === '') throw problem(visitErrors.CORRECTION_WITHOUT_REASON, {}, { path: 'reason' });
  if (input.householdId !== earlier.householdId)
    throw problem(kernelErrors.NOT_FOUND, {}, { path: 'input.householdId' });
  // The same content under the same id is a repeat only of the same correction.
  const hash = hashOf({ ...input, correctsId: visitId, correctionReason: reason.trim() });
  if (await wasSent(ctx, input.id, hash)) return getVisit(ctx, input.id);
  await check(ctx, household, input);
  const keptReason = withoutSecrets(reason.trim());
  await write(ctx, household, { input, hash, corrects: { earlier, reason: keptReason } });
  const { id: householdId, villageId } = household;
  const corrected = await getVisit(ctx, input.id);
  await emit(ctx, VisitCorrected, {
    subject: { type: 'visit', id: input.id },
    data: { visitId: input.id, householdId, villageId, correctsId: visitId },
    detail: { reason: keptReason, ...changed(earlier, corrected, observed) },
  });
  return corrected;
}

/** Lets a visit's note stand, or takes it away. Errors: NOT_FOUND and those of settleNoteOf. */
export async function settleNote(ctx: Context, visitId: string, keep: boolean): Promise<Visit> {
  await settleNoteOf(ctx, await getVisit(ctx, visitId), keep);
  ctx.db.em.clear();
  return getVisit(ctx, visitId);
}

async function getVisit(ctx: Context, id: string): Promise<Visit> {
  const visit = await ctx.db.em.findOne(Visit, { id });
  if (!visit) throw problem(kernelErrors.NOT_FOUND);
  return visit;
}

async function check(ctx: Context, household: Household, input: RecordVisitInput): Promise<void> {
  const plan = await getActivePlan(ctx);
  const state = await ctx.db.em.findOne(HouseholdState, { id: household.id });
  const { adults, citizens14 } = state ?? household;
  checkVisit(input, { now: ctx.now, planStartsOn: plan.startsOn, adults, citizens14 });
  requirePeople({ adults: input.adults ?? adults, citizens14: input.citizens14 ?? citizens14 });
  const day = vietnamDay(input.visitedAt);
  if (household.removedOn && household.removedOn <= day) {
    throw problem(visitErrors.HOUSEHOLD_REMOVED, { day: household.removedOn }, { path: 'input.householdId' });
  }
  const village = await getOrgUnit(ctx, household.villageId);
  if (village.validTo && village.validTo <= ctx.today) {
    throw problem(visitErrors.HOME_VILLAGE_MERGED, { village: village.name }, { path: 'input.householdId' });
  }
}

/** What the caller said, in a fixed order: tells a repeat from another visit with the same id. */
function hashOf(content: object): Buffer {
  const said = Object.entries(content).filter(([, value]) => value !== undefined && value !== null);
  return payloadHash(said.toSorted(([a], [b]) => a.localeCompare(b)));
}

function wasSent(ctx: Context, id: string, hash: Buffer): Promise<boolean> {
  requireUuid(id);
  return isRepeat(ctx, { table: 'visit', id, hash, taken: visitErrors.VISIT_ID_TAKEN });
}

interface Writing {
  input: RecordVisitInput;
  hash: Buffer;
  corrects: { earlier: Visit; reason: string } | null;
}

async function write(ctx: Context, household: Household, { input, hash, corrects }: Writing): Promise<void> {
  await insertVisit(ctx, {
    communeId: communeOf(ctx.identity),
    // A visit keeps the village it was made in; a correction keeps that of the visit it corrects.
    villageId: corrects?.earlier.villageId ?? household.villageId,
    correctsId: corrects?.earlier.id ?? null,
    correctionReason: corrects?.reason ?? null,
    recordedById: personOf(ctx.identity),
    skillsVersion: input.skills ? (input.skillsVersion ?? checklistVersion) : null,
    hash,
    note: judgeNote(input.note),
    input,
  });
  await projectHouseholds(ctx, [household.id]);
}
