-- The second wall. The owner migrates; tungnha_app serves and works, and sees only rows of the commune
-- (and, for personal rows, of the villages) that enter_session or enter_job put into its settings.
-- Policies compare integers only: text comparisons are not leak-proof and would lose their index.

-- Rows of a commune that every account of the commune may reach.
do $$
declare name text;
begin
  foreach name in array array['org_unit', 'village_succession', 'person', 'person_skill', 'team', 'team_membership', 'account',
    'position', 'event', 'event_detail', 'plan', 'plan_clause', 'plan_task', 'plan_task_unit', 'plan_target', 'household_village',
    'dossier_month', 'indicator_value', 'indicator_history', 'village_activity', 'lag_flag']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy of_commune on %I using (commune_id = (select current_commune()))', name);
  end loop;
end $$;

alter table commune enable row level security;
create policy of_commune on commune using (id = (select current_commune()));

-- Rows about a household: only in the villages that the caller reaches.
do $$
declare name text;
begin
  foreach name in array array['household', 'household_state', 'visit']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy of_villages on %I using (commune_id = (select current_commune())
      and ((select sees_every_village()) or village_id = any ((select current_villages())::integer[])))', name);
  end loop;
end $$;

alter table guidance_session enable row level security;
create policy of_villages on guidance_session using (commune_id = (select current_commune())
  and (village_id is null or (select sees_every_village()) or village_id = any ((select current_villages())::integer[])));

-- What hangs from a visit or a session is visible with it. It is written in the same statement, which can't
-- see the visit yet; the foreign key holds it to the commune.
alter table visit_performer enable row level security;
create policy of_visit on visit_performer using (commune_id = (select current_commune())
  and exists (select from visit v where v.id = visit_id))
  with check (commune_id = (select current_commune()));
alter table guidance_session_household enable row level security;
create policy of_session on guidance_session_household using (commune_id = (select current_commune())
  and exists (select from guidance_session g where g.id = guidance_session_id))
  with check (commune_id = (select current_commune()));

-- Sessions are reached only through the functions below.
alter table session enable row level security;

grant usage on schema public to tungnha_app;
grant select, insert, update, delete on all tables in schema public to tungnha_app;
grant usage on all sequences in schema public to tungnha_app;
-- Tables of later versions too; each still needs a policy of its own.
alter default privileges in schema public grant select, insert, update, delete on tables to tungnha_app;
alter default privileges in schema public grant usage on sequences to tungnha_app;
-- Append-only for the application, whatever its code says.
revoke update, delete on visit, visit_performer, guidance_session, guidance_session_household, event, event_detail from tungnha_app;
revoke all on session from tungnha_app;

-- ── Entering ─────────────────────────────────────────────────────────────────────────────────────

-- Puts a caller into the connection's settings. Always overwrites all of them, so a connection never
-- keeps the identity of the caller before.
create function set_scope(commune integer, every_village boolean, villages integer[], every_phone boolean, phone_villages integer[])
  returns void language sql
begin atomic
  select set_config('tungnha.commune', coalesce(commune::text, ''), false),
    set_config('tungnha.every_village', case when every_village then 'on' else '' end, false),
    set_config('tungnha.villages', coalesce(villages::text, '{}'), false),
    set_config('tungnha.every_phone', case when every_phone then 'on' else '' end, false),
    set_config('tungnha.phone_villages', coalesce(phone_villages::text, '{}'), false);
end;

-- Resolves a session token (its SHA-256) and enters its scope; no row and an empty scope if there is none.
-- role_reach says, for each role, how far it sees household rows and whole phones:
-- {"OFFICE": {"rows": "commune", "phones": "commune"}, "TEAM_MEMBER": {"rows": "unit", "phones": "unit"}, …}
create function enter_session(wanted_hash bytea, role_reach jsonb, today date)
  returns table (session_id uuid, account_id uuid, person_id uuid, commune_id integer, full_name text, login text, positions jsonb)
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  held record;
begin
  select s.id, a.id as account_id, p.id as person_id, s.commune_id, p.full_name, a.login
    into session_id, account_id, person_id, commune_id, full_name, login
    from session s
    join account a on a.id = s.account_id and a.disabled_at is null
    join person p on p.id = a.person_id
    where s.token_hash = wanted_hash and s.expires_at > now();
  if not found then
    perform set_scope(null, false, null, false, null);
    return;
  end if;
  select coalesce(jsonb_agg(jsonb_build_object('role', h.role, 'orgUnitId', h.org_unit_id)), '[]') as positions,
      coalesce(bool_or(role_reach -> h.role ->> 'rows' = 'commune'), false) as every_village,
      array_agg(h.org_unit_id) filter (where role_reach -> h.role ->> 'rows' = 'unit') as villages,
      coalesce(bool_or(role_reach -> h.role ->> 'phones' = 'commune'), false) as every_phone,
      array_agg(h.org_unit_id) filter (where role_reach -> h.role ->> 'phones' = 'unit') as phone_villages
    into held
    from held_position h
    where h.commune_id = enter_session.commune_id and h.person_id = enter_session.person_id
      and h.valid_from <= today and (h.valid_to is null or h.valid_to > today);
  positions := held.positions;
  perform set_scope(enter_session.commune_id, held.every_village, held.villages, held.every_phone, held.phone_villages);
  return next;
end $$;

-- Background work enters a whole commune, or none (null) for what runs across communes.
create function enter_job(wanted_commune integer) returns void
  language sql security definer set search_path = public, pg_temp
begin atomic
  select set_scope(wanted_commune, wanted_commune is not null, null, wanted_commune is not null, null);
end;

-- ── Signing in and out ───────────────────────────────────────────────────────────────────────────

create function find_login(wanted_login text)
  returns table (account_id uuid, commune_id integer, person_id uuid, password_hash text)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select a.id, a.commune_id, a.person_id, a.password_hash from account a where a.login = lower(wanted_login) and a.disabled_at is null;
end;

create function open_session(for_account uuid, hash bytea, agent text, expires timestamptz) returns uuid
  language sql security definer set search_path = public, pg_temp
begin atomic
  insert into session (commune_id, account_id, token_hash, user_agent, expires_at)
    select a.commune_id, a.id, hash, left(agent, 300), expires from account a where a.id = for_account
    returning id;
end;

create function close_session(hash bytea) returns void
  language sql security definer set search_path = public, pg_temp
begin atomic
  delete from session where token_hash = hash;
end;

-- Communes that background work loops over; the application has no other way to see them all.
create function every_commune() returns setof integer
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select id from commune order by id;
end;

revoke execute on function find_login, open_session, close_session, enter_session, enter_job, every_commune from public;
grant execute on function find_login, open_session, close_session, enter_session, enter_job, every_commune to tungnha_app;

-- ── A home's village of today follows its dated rows ─────────────────────────────────────────────

create function follow_household_village() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update household set village_id = new.village_id where id = new.household_id and village_id <> new.village_id;
  update household_state set village_id = new.village_id where household_id = new.household_id and village_id <> new.village_id;
  return null;
end $$;

create trigger follow_household_village after insert or update on household_village
  for each row when (new.valid_to is null) execute function follow_household_village();

-- A member's phone is whole for those who may call the homes of the member's village.
create function shows_person_phone(wanted uuid) returns boolean
  language sql stable
  return coalesce(current_setting('tungnha.every_phone', true), '') = 'on'
    or exists (select from team_membership m where m.person_id = wanted and m.valid_to is null and sees_phone(m.village_id));
