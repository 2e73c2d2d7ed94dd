// Writes a plan that was read from a file, in the caller's transaction. The command line calls it as the
// owner of the tables; a caller under row security must have entered the commune.
import { readFileSync } from 'node:fs';
import type { Db } from '../kernel/index.js';
import type { PlanFile } from '../modules/plan/plan-file.js';

export interface PlanLoad {
  /** Make it the commune's live plan; the one before it is put aside, not deleted. */
  activate: boolean;
}

export const seedPlans = ['thuong-hong-2025', 'thuong-hong-2026-sample'] as const;

/** The text of a plan that comes with the product. */
export function seedPlanText(name: (typeof seedPlans)[number]): string {
  return readFileSync(new URL(`./plans/${name}.json`, import.meta.url), 'utf8');
}

/** The commune must have every unit that the file names by code; units named by kind are those of today. */
export async function loadPlan(
  db: Pick<Db, 'query'>,
  communeId: number,
  plan: PlanFile,
  { activate }: PlanLoad,
): Promise<{ planId: string }> {
  if (activate) {
    await db.query('update plan set is_active = false where commune_id = $1 and is_active', [communeId]);
  }
  const planId = await insertPlan(db, communeId, plan, activate);
  await db.query(
    `insert into plan_clause (commune_id, plan_id, code, parent_code, ordinal, kind, text, corrected_text, quantified)
     select $1, $2, c.code, c."parentCode", c.ordinal, c.kind, c.text, c."correctedText", c.quantified
     from jsonb_to_recordset($3) as c (code text, "parentCode" text, ordinal integer, kind text, text text,
       "correctedText" text, quantified boolean)`,
    [communeId, planId, numbered(plan.clauses)],
  );
  await db.query(
    `insert into plan_task (commune_id, plan_id, clause_code, code, title, due_on, recurrence)
     select $1, $2, t."clauseCode", t.code, t.title, t."dueOn", t.recurrence
     from jsonb_to_recordset($3) as t ("clauseCode" text, code text, title text, "dueOn" date, recurrence text)`,
    [communeId, planId, JSON.stringify(plan.tasks)],
  );
  await insertTaskUnits(db, communeId, planId, plan);
  await db.query(
    `insert into plan_target (commune_id, plan_id, clause_code, indicator_code, ordinal, comparator, target_percent,
       baseline_percent, starts_on, due_on)
     select $1, $2, t."clauseCode", t."indicatorCode", t.ordinal, t.comparator, t."targetPercent",
       t."baselinePercent", coalesce(t."startsOn", $4::date), t."dueOn"
     from jsonb_to_recordset($3) as t ("clauseCode" text, "indicatorCode" text, ordinal integer, comparator text,
       "targetPercent" smallint, "baselinePercent" numeric, "startsOn" date, "dueOn" date)`,
    [communeId, planId, numbered(plan.targets), plan.startsOn],
  );
  return { planId };
}

async function insertPlan(
  db: Pick<Db, 'query'>,
  communeId: number,
  plan: PlanFile,
  isActive: boolean,
): Promise<string> {
  const [row] = await db.query<{ id: string }>(
    `insert into plan (commune_id, code, title, year, starts_on, ends_on, is_active, is_sample, legal_bases, recipients, signatory)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
    [
      communeId,
      plan.code,
      plan.title,
      plan.year,
      plan.startsOn,
      plan.endsOn,
      isActive,
      plan.isSample,
      plan.legalBases,
      plan.recipients,
      plan.signatory,
    ],
  );
  return row!.id;
}

async function insertTaskUnits(
  db: Pick<Db, 'query'>,
  communeId: number,
  planId: string,
  plan: PlanFile,
): Promise<void> {
  const wanted = plan.tasks.flatMap((task) => task.units.map((unit) => ({ task: task.code, ...unit })));
  const missing = await db.query<{ code: string }>(
    `select distinct w.code from jsonb_to_recordset($2) as w (code text)
     where w.code is not null and not exists (select from org_unit u where u.commune_id = $1 and u.code = w.code)`,
    [communeId, JSON.stringify(wanted)],
  );
  if (missing.length > 0) {
    throw new Error(`The commune has no unit ${missing.map(({ code }) => code).join(', ')}`);
  }
  // A unit named both by its code and by its kind leads if either says so.
  await db.query(
    `insert into plan_task_unit (commune_id, task_id, org_unit_id, is_lead)
     select $1, t.id, u.id, bool_or(w."isLead")
     from jsonb_to_recordset($3) as w (task text, code text, kind text, "isLead" boolean)
     join plan_task t on t.plan_id = $2 and t.code = w.task
     join org_unit u on u.commune_id = $1 and (u.code = w.code or (u.kind = w.kind and u.valid_to is null))
     group by t.id, u.id`,
    [communeId, planId, JSON.stringify(wanted)],
  );
}

/** JSON of the entries with their places, from 1. */
function numbered(entries: object[]): string {
  return JSON.stringify(entries.map((entry, index) => ({ ...entry, ordinal: index + 1 })));
}
