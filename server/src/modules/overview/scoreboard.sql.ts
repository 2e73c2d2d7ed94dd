/**
 * The whole scoreboard in one prepared statement: one row for each village of today and, before them, one for
 * the People's Committee with the commune's figures, the plan and its targets. Lists are texts with separators
 * and flags a JSON put together by hand: codes and whole numbers only, and half the time of json_agg and arrays.
 *
 * Parameters: $1 commune, $2 today. Row-level security asks for the commune as well.
 */
export const SCOREBOARD_SQL = `
select u.id, u.code, u.name, u.kind = 'VILLAGE' as is_village,
  a.households, a.households_visited, a.visits_30_days, array_to_string(a.weekly_visits, ',') as weekly_visits, a.last_visit_at,
  cells.figures, cells.as_of, open_flags.flags,
  case when u.kind <> 'VILLAGE' then json_build_object('id', p.id, 'code', p.code, 'title', p.title, 'year', p.year,
    'startsOn', p.starts_on, 'endsOn', p.ends_on, 'isActive', p.is_active, 'isSample', p.is_sample,
    'legalBases', p.legal_bases, 'recipients', p.recipients, 'signatory', p.signatory) end as plan,
  case when u.kind <> 'VILLAGE' then (
    select string_agg(concat_ws(' ', t.indicator_code, t.clause_code, coalesce(t.comparator, '-'), coalesce(t.target_percent, 0),
      t.baseline_percent, t.starts_on, t.due_on), ';' order by t.ordinal)
    from plan_target t where t.plan_id = p.id) end as targets
from plan p
join org_unit u on u.commune_id = p.commune_id and u.kind in ('VILLAGE', 'PEOPLES_COMMITTEE')
  and u.valid_from <= $2::date and (u.valid_to is null or u.valid_to > $2::date)
left join village_activity a on a.village_id = u.id
left join (
  select v.org_unit_id, max(v.as_of) as as_of,
    string_agg(v.indicator_code || ' ' || v.numerator || ' ' || v.denominator || ' ' || v.unknown_households, ';') as figures
  from indicator_value v
  where v.plan_id = (select id from plan where commune_id = $1 and is_active)
  group by v.org_unit_id) cells on cells.org_unit_id = u.id
left join (
  select f.village_id,
    '[' || string_agg('["' || f.id || '","' || f.reason || '","' || f.severity || '","' || coalesce(f.indicator_code, '') || '",'
      || f.evidence || ']', ',' order by f.severity, f.reason, f.indicator_code) || ']' as flags
  from lag_flag f
  where f.status = 'OPEN' and f.plan_id = (select id from plan where commune_id = $1 and is_active)
  group by f.village_id) open_flags on open_flags.village_id = u.id
where p.commune_id = $1 and p.is_active
order by is_village, u.sort_order, u.id`;

/** The rows of SCOREBOARD_SQL, as the driver gives them. */
export interface ScoreboardRow {
  id: number;
  code: string;
  name: string;
  is_village: boolean;
  households: number | null;
  households_visited: number | null;
  visits_30_days: number | null;
  /** "0,4,7,…": eight weeks, oldest first. */
  weekly_visits: string | null;
  last_visit_at: string | null;
  /** "CODE numerator denominator unknown;…" */
  figures: string | null;
  as_of: string | null;
  /** JSON: [[id, reason, severity, indicator code or "", evidence], …] */
  flags: string | null;
  plan: ScoreboardPlan | null;
  /** "CODE clause comparator|- target baseline startsOn dueOn;…" in the plan's order. */
  targets: string | null;
}

export interface ScoreboardPlan {
  id: string;
  code: string;
  title: string;
  year: number;
  startsOn: string;
  endsOn: string;
  isActive: boolean;
  isSample: boolean;
  legalBases: string[];
  recipients: string[];
  signatory: string | null;
}
