-- What the raw rows say about a home now: the one definition of household_state, used when a visit is
-- recorded, when everything is recomputed, and when the two are compared.
--
-- Security definer, because a home that changed its village keeps visits made in the old one, which its new
-- team may not list but which still count. It repeats the caller's scope for the homes themselves.
create function household_projection(homes uuid[], hands_on_topics text[], skills_needed integer)
  returns setof household_state
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select h.id, h.commune_id, h.village_id, seen.last_visit_on, seen.met_on,
    greatest(seen.guided_on, reached.guided_on),
    seen.skills_assessed_on,
    case when seen.skills_unaided >= skills_needed then seen.skills_assessed_on end,
    coalesce(seen.adults, h.adults), coalesce(seen.citizens14, h.citizens14),
    seen.adults_with_smartphone, seen.adults_with_epayment, seen.vneid_level2, seen.health_book
  from unnest(homes) as wanted (id)
  join household h on h.id = wanted.id
  left join plan p on p.commune_id = h.commune_id and p.is_active
  cross join lateral (
    -- The latest known answer to each question, each from its own visit: a later visit that did not ask
    -- does not forget.
    select max(e.day) as last_visit_on,
      max(e.day) filter (where e.result = 'MET') as met_on,
      -- A visit after the active plan's end must not hide the one that counts for the plan.
      max(e.day) filter (where e.result = 'MET' and e.topics && hands_on_topics and (p.ends_on is null or e.day <= p.ends_on)) as guided_on,
      (array_agg(e.day order by e.visited_at desc, e.id desc) filter (where e.skills is not null))[1] as skills_assessed_on,
      (array_agg(cardinality(e.skills) order by e.visited_at desc, e.id desc) filter (where e.skills is not null))[1] as skills_unaided,
      (array_agg(e.adults order by e.visited_at desc, e.id desc) filter (where e.adults is not null and e.after_count))[1] as adults,
      (array_agg(e.citizens14 order by e.visited_at desc, e.id desc) filter (where e.citizens14 is not null and e.after_count))[1] as citizens14,
      (array_agg(e.adults_with_smartphone order by e.visited_at desc, e.id desc) filter (where e.adults_with_smartphone is not null))[1] as adults_with_smartphone,
      (array_agg(e.adults_with_epayment order by e.visited_at desc, e.id desc) filter (where e.adults_with_epayment is not null))[1] as adults_with_epayment,
      (array_agg(e.vneid_level2 order by e.visited_at desc, e.id desc) filter (where e.vneid_level2 is not null))[1] as vneid_level2,
      (array_agg(e.health_book order by e.visited_at desc, e.id desc) filter (where e.health_book is not null))[1] as health_book
    from (
      select v.*, (v.visited_at at time zone 'Asia/Ho_Chi_Minh')::date as day,
        h.counted_at is null or v.visited_at >= h.counted_at as after_count
      from visit v
      where v.commune_id = h.commune_id and v.household_id = h.id
        and not exists (select from visit c where c.corrects_id = v.id)
    ) e
  ) seen
  cross join lateral (
    select max(g.day) as guided_on
    from (
      select (s.held_at at time zone 'Asia/Ho_Chi_Minh')::date as day
      from guidance_session_household r
      join guidance_session s on s.id = r.guidance_session_id
      where r.commune_id = h.commune_id and r.household_id = h.id
        -- A loudspeaker shows nobody anything by hand.
        and s.topics && hands_on_topics and s.form <> 'LOUDSPEAKER'
    ) g
    where p.ends_on is null or g.day <= p.ends_on
  ) reached
  where h.commune_id = (select current_commune())
    and ((select sees_every_village()) or h.village_id = any ((select current_villages())::integer[]))
    and h.kind = 'HOUSEHOLD' and h.removed_on is null;
end;

revoke execute on function household_projection from public;
grant execute on function household_projection to tungnha_app;
