import { explainConstraint, type Context } from '../../kernel/index.js';
import type { JudgedNote } from './visit.note.js';
import type { RecordVisitInput } from './visit.inputs.js';
import { visitErrors } from './visit.rules.js';

explainConstraint('visit_pkey', visitErrors.VISIT_ID_TAKEN);
explainConstraint('visit_corrects_id_key', visitErrors.VISIT_CORRECTED_ALREADY);
explainConstraint('visit_performer_commune_id_person_id_fkey', visitErrors.PERFORMER_UNKNOWN);

interface NewVisit {
  communeId: number;
  villageId: number;
  correctsId: string | null;
  correctionReason: string | null;
  recordedById: string;
  skillsVersion: number | null;
  hash: Buffer;
  note: JudgedNote;
  input: RecordVisitInput;
}

/** Writes the visit and its performers. */
export async function insertVisit(ctx: Context, visit: NewVisit): Promise<void> {
  const { input, note } = visit;
  await ctx.db.prepared(
    'insert-visit',
    `with written as (
       insert into visit (id, commune_id, household_id, village_id, corrects_id, correction_reason, visited_at, result, topics,
         adults, citizens14, adults_with_smartphone, adults_with_epayment, vneid_level2, health_book, skills, skills_version,
         note, form_version, device_id, device_time, recorded_by_id, recorded_at, payload_hash, note_state, note_kinds, note_masked)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24,
         $25, $26, $27))
     insert into visit_performer (commune_id, visit_id, person_id) select $2, $1, person from unnest($28::uuid[]) person`,
    [
      input.id,
      visit.communeId,
      input.householdId,
      visit.villageId,
      visit.correctsId,
      visit.correctionReason,
      input.visitedAt,
      input.result,
      [...new Set(input.topics)],
      input.adults,
      input.citizens14,
      input.adultsWithSmartphone,
      input.adultsWithEpayment,
      input.vneidLevel2,
      input.healthBook,
      input.skills && [...new Set(input.skills)],
      visit.skillsVersion,
      note.text,
      input.formVersion ?? 1,
      input.deviceId,
      input.deviceTime,
      visit.recordedById,
      ctx.now,
      visit.hash,
      note.state,
      note.kinds,
      note.masked,
      [...new Set(input.performerIds?.length ? input.performerIds : [visit.recordedById])],
    ],
  );
}

/** The people who made each of these visits, in the order of the ids. */
export async function performerIds(ctx: Context, visitIds: readonly string[]): Promise<string[][]> {
  const rows = await ctx.db.query<{ visit_id: string; people: string[] }>(
    'select visit_id, array_agg(person_id order by person_id) as people from visit_performer where visit_id = any($1) group by visit_id',
    [[...visitIds]],
  );
  const byId = new Map(rows.map((row) => [row.visit_id, row.people]));
  return visitIds.map((id) => byId.get(id) ?? []);
}
