/**
 * The SQL that computes values: one scan of household_state gives all household indicators of many villages.
 * Parameters, everywhere: $1 commune, $2 today, $3 and $4 the plan's first and last day, $5 plan, $6 now,
 * $7 village ids (null: every village of the commune).
 *
 * Writes touch only rows that differ, so `as_of` is the time since when a value has been what it is.
 */
import { householdIndicators, registerIndicators } from './catalogue/index.js';

const figureColumns = householdIndicators
  .map(
    ({ numerator, denominator, unknown }, i) =>
      `${numerator} as numerator_${i}, ${denominator} as denominator_${i}, ${unknown} as unknown_${i}`,
  )
  .join(',\n    ');

// Names every parameter's type in statements that don't otherwise use them all.
const TYPED = '($2::date, $3::date, $4::date) is not null';

const figures = (where: string) => `
  select s.village_id, ${figureColumns}
  from household_state s
  where s.commune_id = $1 ${where}
  group by s.village_id`;

/** The indicators of a village as rows; a village without homes has 0 of 0. */
const unpivoted = householdIndicators
  .map(
    ({ code, formulaVersion }, i) =>
      `('${code}', coalesce(f.numerator_${i}, 0), coalesce(f.denominator_${i}, 0), coalesce(f.unknown_${i}, 0), ${formulaVersion})`,
  )
  .join(',\n    ');

const isVillageToday = (unit: string) =>
  `${unit}.kind = 'VILLAGE' and ${unit}.valid_from <= $2::date and (${unit}.valid_to is null or ${unit}.valid_to > $2::date)`;

const onlyWhatDiffers = `
  on conflict (plan_id, org_unit_id, indicator_code) do update set
    numerator = excluded.numerator, denominator = excluded.denominator, unknown_households = excluded.unknown_households,
    formula_version = excluded.formula_version, source = excluded.source, as_of = excluded.as_of
  where (kept.numerator, kept.denominator, kept.unknown_households, kept.formula_version, kept.source)
    is distinct from (excluded.numerator, excluded.denominator, excluded.unknown_households, excluded.formula_version, excluded.source)`;

const insertVillageValues = `
  insert into indicator_value as kept
    (commune_id, plan_id, org_unit_id, indicator_code, numerator, denominator, unknown_households, formula_version, source, as_of)
  select $1, $5::uuid, u.id, i.code, i.numerator, i.denominator, i.unknown, i.version, 'VISITS', $6::timestamptz
  from org_unit u
  left join village_figures f on f.village_id = u.id
  cross join lateral (values
    ${unpivoted}) as i (code, numerator, denominator, unknown, version)
  where u.commune_id = $1 and ${isVillageToday('u')} and ($7::integer[] is null or u.id = any($7))
    and ${TYPED}
  ${onlyWhatDiffers}`;

/** A few villages: one statement over their homes. */
export const UPSERT_VILLAGES = `
  with village_figures as materialized (${figures('and s.village_id = any($7::integer[])')})
  ${insertVillageValues}`;

/** A whole commune: INSERT … SELECT never runs parallel, CREATE TABLE AS does, so aggregate first. */
export const AGGREGATE_COMMUNE = `
  create temporary table village_figures on commit drop as
  ${figures(`and ${TYPED}`)}`;
export const UPSERT_COMMUNE = insertVillageValues;
export const DROP_AGGREGATE = 'drop table if exists pg_temp.village_figures';

/** A village that was dissolved has no value any more; its history stays. */
export const REMOVE_DISSOLVED = `
  with dissolved as (
    select u.id from org_unit u
    where u.commune_id = $1 and u.kind = 'VILLAGE' and not (${isVillageToday('u')}) and ($4::integer[] is null or u.id = any($4))),
  values_gone as (
    delete from indicator_value v using dissolved d where v.plan_id = $3::uuid and v.org_unit_id = d.id)
  delete from village_activity a using dissolved d where a.commune_id = $1 and a.village_id = d.id`;

/** The commune's value is Σ numerators over Σ denominators of its villages of today. */
export const ROLL_UP = `
  insert into indicator_value as kept
    (commune_id, plan_id, org_unit_id, indicator_code, numerator, denominator, unknown_households, formula_version, source, as_of)
  select $1, $3::uuid, $4::integer, v.indicator_code, sum(v.numerator), sum(v.denominator), sum(v.unknown_households),
    max(v.formula_version), 'VISITS', $5::timestamptz
  from indicator_value v
  join org_unit u on u.id = v.org_unit_id and u.commune_id = v.commune_id and ${isVillageToday('u')}
  where v.commune_id = $1 and v.plan_id = $3::uuid
  group by v.indicator_code
  ${onlyWhatDiffers}`;

/**
 * From the Service Center's register: cumulative over the months recorded so far that end within the plan's
 * days. Without such a month there is no value ("chưa có số liệu").
 */
export const UPSERT_REGISTER = `
  insert into indicator_value as kept
    (commune_id, plan_id, org_unit_id, indicator_code, numerator, denominator, unknown_households, formula_version, source, as_of)
  select $1, $2::uuid, $3::integer, i.code, i.numerator, i.denominator, 0, i.version, 'DOSSIER_REGISTER', $4::timestamptz
  from (
    select ${registerIndicators.map(({ numerator, denominator }, i) => `${numerator} as numerator_${i}, ${denominator} as denominator_${i}`).join(', ')}
    from dossier_month d where d.commune_id = $1 and d.ends_on between $5::date and $6::date
    having count(*) > 0) f
  cross join lateral (values
    ${registerIndicators.map(({ code, formulaVersion }, i) => `('${code}', f.numerator_${i}, f.denominator_${i}, ${formulaVersion})`).join(', ')}) as i (code, numerator, denominator, version)
  ${onlyWhatDiffers}`;

/**
 * One row a day that something changed: a unit's values of today are written if they differ from its latest
 * row. $3: org unit ids, null for every unit that has values.
 */
export const KEEP_HISTORY = `
  insert into indicator_history as kept (commune_id, plan_id, org_unit_id, indicator_code, on_date, numerator, denominator)
  select v.commune_id, v.plan_id, v.org_unit_id, v.indicator_code, $4::date, v.numerator, v.denominator
  from indicator_value v
  left join lateral (
    select h.numerator, h.denominator from indicator_history h
    where h.plan_id = v.plan_id and h.org_unit_id = v.org_unit_id and h.indicator_code = v.indicator_code
      and h.on_date <= $4::date
    order by h.on_date desc limit 1) latest on true
  where v.commune_id = $1 and v.plan_id = $2::uuid and ($3::integer[] is null or v.org_unit_id = any($3))
    and (v.numerator, v.denominator) is distinct from (latest.numerator, latest.denominator)
  on conflict (plan_id, org_unit_id, indicator_code, on_date) do update
    set numerator = excluded.numerator, denominator = excluded.denominator`;
