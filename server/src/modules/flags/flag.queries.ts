import { communeOf, type Context } from '../../kernel/index.js';
import { catalogue } from '../indicators/index.js';
import type { Evidence, SeverityCode, VillageFacts } from './detector.js';

export interface StoredFlag {
  id: string;
  planId: string;
  villageId: number;
  reason: string;
  indicatorCode: string | null;
  severity: SeverityCode;
  status: 'WATCHED' | 'OPEN';
  watchedOn: string;
}

const LIVE = `
  select f.id, f.plan_id as "planId", f.village_id as "villageId", f.reason, f.indicator_code as "indicatorCode",
    f.severity, f.status, f.watched_on as "watchedOn"
  from lag_flag f
  where f.commune_id = $1 and f.status <> 'CLOSED' and ($2::integer[] is null or f.village_id = any($2))
    and ($3 or f.status = 'OPEN')`;

/** Flags that are not closed, of these villages or of all (null); watched ones only when asked for. */
export function findLiveFlags(
  ctx: Context,
  villageIds: readonly number[] | null,
  withWatched: boolean,
): Promise<StoredFlag[]> {
  return ctx.db.prepared('live-flags', LIVE, [communeOf(ctx.identity), villageIds, withWatched]);
}

// All that detectors judge, one row a village of today under the active plan.
const FACTS = `
  select p.id as "planId", u.id as "villageId", p.starts_on as "planStartsOn", u.valid_from as "villageValidFrom",
    t.founded_on as "teamFoundedOn", coalesce(a.households, 0) as households,
    coalesce(a.households_visited, 0) as "householdsReached",
    (a.last_visit_at at time zone 'Asia/Ho_Chi_Minh')::date as "lastVisitOn", targets.targets
  from plan p
  join org_unit u on u.commune_id = p.commune_id and u.kind = 'VILLAGE'
    and u.valid_from <= $2::date and (u.valid_to is null or u.valid_to > $2::date)
  left join team t on t.commune_id = u.commune_id and t.village_id = u.id
  left join village_activity a on a.village_id = u.id
  cross join lateral (
    select coalesce(json_agg(json_build_object('indicatorCode', g.indicator_code, 'comparator', g.comparator,
        'targetPercent', g.target_percent, 'baselinePercent', g.baseline_percent, 'startsOn', g.starts_on, 'dueOn', g.due_on,
        'numerator', v.numerator, 'denominator', v.denominator) order by g.ordinal), '[]') as targets
    from plan_target g
    left join indicator_value v on v.plan_id = g.plan_id and v.org_unit_id = u.id and v.indicator_code = g.indicator_code
    where g.plan_id = p.id and g.comparator is not null and g.indicator_code = any($4::text[])) targets
  where p.commune_id = $1 and p.is_active and ($3::integer[] is null or u.id = any($3))`;

export type JudgedVillage = VillageFacts & { planId: string };

export function readFacts(
  ctx: Context,
  villageIds: readonly number[] | null,
  day: string,
): Promise<JudgedVillage[]> {
  const ofVillages = catalogue.filter(({ grains }) => grains.includes('VILLAGE')).map(({ code }) => code);
  return ctx.db.prepared('flag-facts', FACTS, [communeOf(ctx.identity), day, villageIds, ofVillages]);
}

export interface NewFlag {
  planId: string;
  villageId: number;
  reason: string;
  indicatorCode: string | null;
  severity: SeverityCode;
  evidence: Evidence;
}

/** The unique index of live flags lets a second evaluation of the same moment add nothing. */
export async function insertWatched(ctx: Context, flags: NewFlag[], day: string): Promise<void> {
  if (flags.length === 0) return;
  await ctx.db.query(
    `insert into lag_flag (commune_id, plan_id, village_id, reason, indicator_code, severity, status, evidence, watched_on)
     select $1, f."planId", f."villageId", f.reason, f."indicatorCode", f.severity, 'WATCHED', f.evidence, $3::date
     from jsonb_to_recordset($2::jsonb) as f ("planId" uuid, "villageId" integer, reason text, "indicatorCode" text, severity text, evidence jsonb)
     on conflict do nothing`,
    [communeOf(ctx.identity), JSON.stringify(flags), day],
  );
}

export async function deleteWatched(ctx: Context, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await ctx.db.query(`delete from lag_flag where id = any($1::uuid[]) and status = 'WATCHED'`, [ids]);
}

export interface FlagUpdate {
  id: string;
  from: 'WATCHED' | 'OPEN';
  severity: SeverityCode;
  /** Null leaves the evidence as it was last seen. */
  evidence: Evidence | null;
  close: boolean;
}

/** Applies guarded updates in one statement; gives the ids that were still as they were read. */
export async function updateFlags(ctx: Context, updates: FlagUpdate[]): Promise<Set<string>> {
  if (updates.length === 0) return new Set();
  const rows = await ctx.db.query<{ id: string }>(
    `update lag_flag f set severity = n.severity, evidence = coalesce(n.evidence, f.evidence),
       status = case when n.close then 'CLOSED' else 'OPEN' end,
       opened_at = coalesce(f.opened_at, $2::timestamptz),
       closed_at = case when n.close then $2::timestamptz end
     from jsonb_to_recordset($1::jsonb) as n (id uuid, "from" text, severity text, evidence jsonb, close boolean)
     where f.id = n.id and f.status = n."from"
       and (f.status <> 'OPEN' or n.close or f.severity <> n.severity or f.evidence is distinct from n.evidence)
     returning f.id`,
    [JSON.stringify(updates), ctx.now],
  );
  return new Set(rows.map(({ id }) => id));
}
