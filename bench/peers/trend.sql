-- The weekly points of a unit as a computed column, which is how a user of PostGraphile would offer them: its schema
-- can page through indicator_history, but the value as of each week's day takes a function. The statement is the
-- server's own.
create function org_unit_trend(unit org_unit, of_plan uuid, today date)
  returns table (code text, on_date date, numerator integer, denominator integer)
  language sql stable
begin atomic
  select t.indicator_code, d.day, h.numerator, h.denominator
  from plan_target t
  cross join (select today - 7 * w as day from generate_series(0, 11) as w) d
  cross join lateral (
    select e.numerator, e.denominator from indicator_history e
    where e.commune_id = unit.commune_id and e.plan_id = of_plan and e.org_unit_id = unit.id
      and e.indicator_code = t.indicator_code and e.on_date <= d.day
    order by e.on_date desc limit 1) h
  where t.plan_id = of_plan
  order by d.day;
end;
