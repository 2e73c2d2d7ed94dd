/**
 * How alive a village is. Visits count in the village they were made in; a visit that was corrected counts
 * once, as its correction. `households_visited` are homes where somebody was met, or that a session reached,
 * since the plan began: knocking at closed doors doesn't raise it.
 *
 * Parameters: $1 commune, $2 today, $3 the plan's first day, $4 now, $5 village ids (null: all).
 */
export const REFRESH_ACTIVITY = `
  insert into village_activity as kept
    (commune_id, village_id, households, households_visited, visits_30_days, weekly_visits, last_visit_at, as_of)
  select $1, u.id, coalesce(homes.total, 0), coalesce(homes.reached, 0), coalesce(recent.month, 0),
    coalesce(recent.weeks, '{0,0,0,0,0,0,0,0}'), latest.visited_at, $4::timestamptz
  from org_unit u
  left join (
    select s.village_id, count(*) as total, count(*) filter (where greatest(s.met_on, s.guided_on) >= $3::date) as reached
    from household_state s
    where s.commune_id = $1 and ($5::integer[] is null or s.village_id = any($5))
    group by s.village_id) homes on homes.village_id = u.id
  left join (
    select v.village_id, count(*) filter (where v.age < 30) as month,
      array[${[7, 6, 5, 4, 3, 2, 1, 0].map((week) => `count(*) filter (where v.age / 7 = ${week})`).join(', ')}]::integer[] as weeks
    from (
      select e.village_id, $2::date - (e.visited_at at time zone 'Asia/Ho_Chi_Minh')::date as age
      from visit e
      where e.commune_id = $1 and ($5::integer[] is null or e.village_id = any($5))
        and e.visited_at >= ($2::date - 55)::timestamp at time zone 'Asia/Ho_Chi_Minh'
        and e.visited_at < ($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
        and not exists (select from visit c where c.corrects_id = e.id)) v
    group by v.village_id) recent on recent.village_id = u.id
  left join lateral (
    select e.visited_at from visit e
    where e.commune_id = $1 and e.village_id = u.id and not exists (select from visit c where c.corrects_id = e.id)
    order by e.visited_at desc limit 1) latest on true
  where u.commune_id = $1 and u.kind = 'VILLAGE' and u.valid_from <= $2::date and (u.valid_to is null or u.valid_to > $2::date)
    and ($5::integer[] is null or u.id = any($5))
  on conflict (village_id) do update set
    households = excluded.households, households_visited = excluded.households_visited, visits_30_days = excluded.visits_30_days,
    weekly_visits = excluded.weekly_visits, last_visit_at = excluded.last_visit_at, as_of = excluded.as_of
  where (kept.households, kept.households_visited, kept.visits_30_days, kept.weekly_visits, kept.last_visit_at)
    is distinct from (excluded.households, excluded.households_visited, excluded.visits_30_days, excluded.weekly_visits, excluded.last_visit_at)`;
