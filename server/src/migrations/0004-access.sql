-- Who comes in, how sure we are of them, and for whom they act. Secrets are kept as hashes and can be read by
-- nobody: the application reaches them through the functions below or through rows of its own caller.

-- ── Who is asking, in more detail ────────────────────────────────────────────────────────────────

create function current_person() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('tungnha.person', true), '')::uuid;

create function current_account() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('tungnha.account', true), '')::uuid;

-- Kinds of rows that only some roles see, as bits (kernel/policy.ts): 1 people, 2 accounts, 4 audit, 8 privacy, 16 incidents.
create function sees_wall(wanted integer) returns boolean
  language sql stable parallel safe
  return coalesce(nullif(current_setting('tungnha.walls', true), ''), '0')::integer & wanted <> 0;

drop function enter_session(bytea, jsonb, date);
drop function enter_job(integer);
drop function set_scope(integer, boolean, integer[], boolean, integer[]);

-- Puts a caller into the connection's settings. Always overwrites all of them, so a connection never
-- keeps the identity of the caller before.
create function set_scope(commune integer, every_village boolean, villages integer[], every_phone boolean, phone_villages integer[],
    walls integer, person uuid, account uuid)
  returns void language sql
begin atomic
  select set_config('tungnha.commune', coalesce(commune::text, ''), false),
    set_config('tungnha.every_village', case when every_village then 'on' else '' end, false),
    set_config('tungnha.villages', coalesce(villages::text, '{}'), false),
    set_config('tungnha.every_phone', case when every_phone then 'on' else '' end, false),
    set_config('tungnha.phone_villages', coalesce(phone_villages::text, '{}'), false),
    set_config('tungnha.walls', coalesce(walls, 0)::text, false),
    set_config('tungnha.person', coalesce(person::text, ''), false),
    set_config('tungnha.account', coalesce(account::text, ''), false);
end;

-- Background work enters a whole commune, or none (null) for what runs across communes.
create function enter_job(wanted_commune integer) returns void
  language sql security definer set search_path = public, pg_temp
begin atomic
  select set_scope(wanted_commune, wanted_commune is not null, null, wanted_commune is not null, null,
    case when wanted_commune is not null then 31 end, null, null);
end;

-- ── Accounts, factors, invitations ───────────────────────────────────────────────────────────────

-- Which roles must sign in with a second factor; the administrator's setting. A commune is founded with leaders and
-- administrators; the sample and communes of before have none, or their people would stand before a closed door.
alter table commune add column second_factor_roles text[] not null default '{}';

-- An account is invited before it has a password.
alter table account alter column password_hash drop not null;
alter table account add column has_password boolean generated always as (password_hash is not null) stored;
alter table account add column disabled_reason text;
alter table account add column last_sign_in_at timestamptz;

-- A time-based one-time code (RFC 6238). last_step is the last step that was used: no code works twice.
create table second_factor (
  account_id uuid primary key,
  commune_id integer not null references commune (id),
  secret text not null,
  last_step bigint not null default 0,
  created_at timestamptz not null default now(),
  confirmed_at timestamptz,
  foreign key (commune_id, account_id) references account (commune_id, id)
);
create index on second_factor (commune_id, account_id);

create table recovery_code (
  commune_id integer not null references commune (id),
  account_id uuid not null,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (account_id, code_hash),
  foreign key (commune_id, account_id) references account (commune_id, id)
);
create index on recovery_code (commune_id, account_id);

-- A link that lets one person set the password of one account, once. JOIN: a new account. RESET: access was lost.
create table invitation (
  id uuid primary key default uuidv7(),
  commune_id integer not null references commune (id),
  account_id uuid not null,
  kind text not null check (kind in ('JOIN', 'RESET')),
  token_hash bytea not null unique,
  created_by_id uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  unique (commune_id, id),
  foreign key (commune_id, account_id) references account (commune_id, id),
  foreign key (commune_id, created_by_id) references person (commune_id, id)
);
create index on invitation (commune_id, account_id);
create index on invitation (commune_id, created_by_id);

-- A script's key: does what its owner may do, and of that only its scopes (actions).
create table api_key (
  id uuid primary key default uuidv7(),
  commune_id integer not null references commune (id),
  account_id uuid not null,
  name text not null check (name <> ''),
  -- The first characters, so that people can tell keys apart.
  hint text not null,
  key_hash bytea not null unique,
  scopes text[] not null check (scopes <> '{}'),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  last_used_at timestamptz,
  last_used_from text,
  revoked_at timestamptz,
  unique (commune_id, id),
  foreign key (commune_id, account_id) references account (commune_id, id)
);
create index on api_key (commune_id, account_id);

-- ── Standing in for somebody ─────────────────────────────────────────────────────────────────────

create table delegation (
  id uuid primary key default uuidv7(),
  commune_id integer not null references commune (id),
  from_person_id uuid not null,
  to_person_id uuid not null,
  org_unit_id integer not null,
  role text not null,
  valid_from date not null,
  -- The first day on which it no longer holds: a delegation always expires.
  valid_to date not null,
  reason text not null check (reason <> ''),
  created_by_id uuid not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  unique (commune_id, id),
  foreign key (commune_id, from_person_id) references person (commune_id, id),
  foreign key (commune_id, to_person_id) references person (commune_id, id),
  foreign key (commune_id, created_by_id) references person (commune_id, id),
  foreign key (commune_id, org_unit_id) references org_unit (commune_id, id),
  check (from_person_id <> to_person_id),
  check (valid_to > valid_from),
  constraint delegation_once exclude using gist
    (from_person_id with =, to_person_id with =, org_unit_id with =, role with =, daterange(valid_from, valid_to) with &&)
    where (ended_at is null)
);
create index on delegation (commune_id, from_person_id);
create index on delegation (commune_id, to_person_id);
create index on delegation (commune_id, created_by_id);
create index on delegation (commune_id, org_unit_id);

-- A position that was given by mistake ends on the day it began, and so was never held.
alter table position drop constraint position_check, add constraint position_dates check (valid_to is null or valid_to >= valid_from);
-- Nobody holds the same position twice at a time.
alter table position add constraint position_once
  exclude using gist (person_id with =, org_unit_id with =, role with =, daterange(valid_from, valid_to) with &&);

-- A delegated position lasts no longer than the position itself, and is not handed on.
create or replace view held_position with (security_invoker = true) as
  select commune_id, person_id, org_unit_id, role, valid_from, valid_to, null::uuid as delegated_by from position
  union all
  select commune_id, person_id, village_id, case role when 'MEMBER' then 'TEAM_MEMBER' else 'TEAM_LEADER' end, valid_from, valid_to, null
  from team_membership
  union all
  select d.commune_id, d.to_person_id, d.org_unit_id, d.role, greatest(d.valid_from, p.valid_from), least(d.valid_to, p.valid_to), d.from_person_id
  from delegation d
  join position p on p.commune_id = d.commune_id and p.person_id = d.from_person_id and p.org_unit_id = d.org_unit_id and p.role = d.role
  where d.ended_at is null;

-- The calendar day of the business clock in Vietnam, for lists that are filtered by what holds today.
create function business_day() returns date
  language sql stable
  return (select ((case when assumed then anchor_at + (clock_timestamp() - heartbeat_at) else clock_timestamp() end)
    at time zone 'Asia/Ho_Chi_Minh')::date from business_clock);

-- ── Sessions ─────────────────────────────────────────────────────────────────────────────────────

-- An ended session stays until retention takes it: history asks it where something was done from.
alter table session
  add column address text,
  add column last_seen_at timestamptz not null default now(),
  add column idle_minutes integer not null default 10080,
  -- When its owner last proved who they are, and when with a second factor.
  add column confirmed_at timestamptz not null default now(),
  add column factor_at timestamptz,
  -- Its owner's rights have changed: the next request gets a new token.
  add column rotate boolean not null default false,
  -- Requests that were under way while the token changed still carry the one before, for some seconds.
  add column previous_hash bytea unique,
  add column previous_until timestamptz,
  add column view_as_role text,
  add column view_as_unit_id integer,
  add column ended_at timestamptz,
  add column end_reason text check (end_reason in ('SIGNED_OUT', 'ENDED_BY_OWNER', 'ENDED_BY_ADMIN', 'ACCOUNT_DISABLED', 'PASSWORD_CHANGED', 'SIGNED_IN_ANEW')),
  add unique (commune_id, id),
  add check ((ended_at is null) = (end_reason is null)),
  add foreign key (commune_id, view_as_unit_id) references org_unit (commune_id, id);
create index on session (account_id) where ended_at is null;
create index on session (commune_id, view_as_unit_id);

-- The addresses a session was used from, and since when.
create table session_place (
  commune_id integer not null references commune (id),
  session_id uuid not null,
  since timestamptz not null default now(),
  address text,
  primary key (session_id, since),
  foreign key (commune_id, session_id) references session (commune_id, id)
);
create index on session_place (commune_id, session_id);

-- Failed attempts, by what was tried and by where from (rate-limiter-flexible's table).
create table rate_limit (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);

-- Printed by the server while nobody can sign in, and used up by founding the first commune.
create table setup_code (
  only_row boolean primary key default true check (only_row),
  code_hash bytea not null,
  expires_at timestamptz not null
);

-- ── Who sees which of these rows ─────────────────────────────────────────────────────────────────

do $$
declare name text;
begin
  foreach name in array array['second_factor', 'recovery_code', 'invitation', 'api_key', 'delegation', 'session_place', 'setup_code']
  loop
    execute format('alter table %I enable row level security', name);
  end loop;
end $$;
create policy of_parties on delegation using (commune_id = (select current_commune())
  and (from_person_id = (select current_person()) or to_person_id = (select current_person()) or (select sees_wall(2))));
create policy of_owner on second_factor using (commune_id = (select current_commune()) and account_id = (select current_account()));
create policy of_owner on recovery_code using (commune_id = (select current_commune()) and account_id = (select current_account()));
create policy of_owner on api_key using (commune_id = (select current_commune())
  and (account_id = (select current_account()) or (select sees_wall(2))));
create policy of_accounts on invitation using (commune_id = (select current_commune()) and (select sees_wall(2)));
create policy of_owner on session using (commune_id = (select current_commune())
  and (account_id = (select current_account()) or (select sees_wall(2))));
create policy of_session on session_place using (commune_id = (select current_commune())
  and exists (select from session s where s.id = session_id));

drop policy of_commune on account;
create policy of_accounts on account using (commune_id = (select current_commune())
  and (person_id = (select current_person()) or (select sees_wall(2))));
drop policy of_commune on person;
create policy of_people on person using (commune_id = (select current_commune())
  and (id = (select current_person()) or (select sees_wall(1))));
drop policy of_commune on person_skill;
create policy of_people on person_skill using (commune_id = (select current_commune()) and (select sees_wall(1)));

-- No hash leaves the database, whatever the application's code says.
revoke all on account, session, session_place, invitation, api_key, setup_code from tungnha_app;
grant select (id, commune_id, person_id, login, has_password, disabled_at, disabled_reason, last_sign_in_at, created_at) on account to tungnha_app;
grant insert (id, commune_id, person_id, login, created_at), update (login, disabled_at, disabled_reason) on account to tungnha_app;
grant select (id, commune_id, account_id, user_agent, address, created_at, last_seen_at, expires_at, idle_minutes, confirmed_at, factor_at, view_as_role,
  view_as_unit_id, ended_at, end_reason), update (view_as_role, view_as_unit_id, ended_at, end_reason) on session to tungnha_app;
grant select on session_place to tungnha_app;
grant select (id, commune_id, account_id, kind, created_by_id, created_at, expires_at, used_at, revoked_at),
  insert (commune_id, account_id, kind, token_hash, created_by_id, expires_at), update (revoked_at) on invitation to tungnha_app;
grant select (id, commune_id, account_id, name, hint, scopes, created_at, expires_at, last_used_at, last_used_from, revoked_at),
  insert (id, commune_id, account_id, name, hint, key_hash, scopes, expires_at), update (revoked_at) on api_key to tungnha_app;

-- What somebody was, and for whom they acted, stays on record: such rows end, and nothing else about them changes.
revoke update, delete on position, delegation from tungnha_app;
grant update (valid_to) on position to tungnha_app;
grant update (ended_at) on delegation to tungnha_app;

-- ── Entering ─────────────────────────────────────────────────────────────────────────────────────

-- What a person may reach today. role_reach says how far each role sees household rows, whole phones and walls:
-- {"OFFICE": {"rows": "commune", "phones": "commune", "walls": 13, "viewAs": false}, …}
create function held_scope(in_commune integer, wanted_person uuid, role_reach jsonb, today date,
    out positions jsonb, out every_village boolean, out villages integer[], out every_phone boolean, out phone_villages integer[],
    out walls integer, out view_as boolean, out roles text[])
  language sql stable
begin atomic
  select coalesce(jsonb_agg(jsonb_build_object('role', h.role, 'orgUnitId', h.org_unit_id, 'delegatedBy', h.delegated_by)), '[]'),
    coalesce(bool_or(role_reach -> h.role ->> 'rows' = 'commune'), false),
    array_agg(h.org_unit_id) filter (where role_reach -> h.role ->> 'rows' = 'unit'),
    coalesce(bool_or(role_reach -> h.role ->> 'phones' = 'commune'), false),
    array_agg(h.org_unit_id) filter (where role_reach -> h.role ->> 'phones' = 'unit'),
    coalesce(bit_or((role_reach -> h.role ->> 'walls')::integer), 0),
    coalesce(bool_or((role_reach -> h.role ->> 'viewAs')::boolean), false),
    array_agg(h.role)
  from held_position h
  where h.commune_id = in_commune and h.person_id = wanted_person and h.valid_from <= today and (h.valid_to is null or h.valid_to > today);
end;

-- Resolves a session token (its SHA-256) and enters its scope; no row and an empty scope if there is none.
-- state: FULL; NEEDS_CODE until the second factor is given; NEEDS_FACTOR until one is set up. Only FULL reaches anything.
create function enter_session(wanted_hash bytea, role_reach jsonb, today date, from_address text)
  returns table (session_id uuid, account_id uuid, person_id uuid, commune_id integer, full_name text, login text, positions jsonb,
    state text, confirmed_at timestamptz, rotate boolean, viewing boolean)
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  known record;
  held record;
  seen jsonb;
begin
  select s.id, s.commune_id, s.account_id, s.address, s.last_seen_at, s.confirmed_at, s.factor_at, s.rotate and s.token_hash = wanted_hash as rotate,
      s.view_as_role, s.view_as_unit_id, a.login, p.id as person_id, p.full_name, c.second_factor_roles, f.confirmed_at as factor_since
    into known
    from session s
    join account a on a.id = s.account_id and a.disabled_at is null
    join person p on p.id = a.person_id
    join commune c on c.id = s.commune_id
    left join second_factor f on f.account_id = a.id and f.confirmed_at is not null
    where (s.token_hash = wanted_hash or (s.previous_hash = wanted_hash and s.previous_until > now()))
      and s.ended_at is null and s.expires_at > now() and s.last_seen_at > now() - make_interval(mins => s.idle_minutes);
  if not found then
    perform set_scope(null, false, null, false, null, 0, null, null);
    return;
  end if;
  -- Written now and then only, because most requests come seconds apart.
  if known.last_seen_at < now() - interval '5 minutes' or known.address is distinct from from_address then
    update session s set last_seen_at = now(), address = from_address where s.id = known.id;
    if known.address is distinct from from_address then
      insert into session_place (commune_id, session_id, address) values (known.commune_id, known.id, from_address) on conflict do nothing;
    end if;
  end if;
  held := held_scope(known.commune_id, known.person_id, role_reach, today);
  select known.id, known.account_id, known.person_id, known.commune_id, known.full_name, known.login, known.confirmed_at, known.rotate, false
    into session_id, account_id, person_id, commune_id, full_name, login, confirmed_at, rotate, viewing;
  state := case
    -- A code of an earlier factor proves nothing about this one.
    when known.factor_since is not null and (known.factor_at is null or known.factor_at < known.factor_since) then 'NEEDS_CODE'
    when known.factor_since is null and held.roles && known.second_factor_roles then 'NEEDS_FACTOR'
    else 'FULL' end;
  if state <> 'FULL' then
    positions := '[]';
    perform set_scope(known.commune_id, false, null, false, null, 0, known.person_id, known.account_id);
  elsif known.view_as_role is not null and held.view_as then
    -- The screens of another role, without the rows about people that it sees and the viewer does not.
    viewing := true;
    positions := jsonb_build_array(jsonb_build_object('role', known.view_as_role, 'orgUnitId', known.view_as_unit_id));
    perform set_scope(known.commune_id, false, null, false, null,
      held.walls & coalesce((role_reach -> known.view_as_role ->> 'walls')::integer, 0), known.person_id, known.account_id);
  else
    positions := held.positions;
    perform set_scope(known.commune_id, held.every_village, held.villages, held.every_phone, held.phone_villages, held.walls,
      known.person_id, known.account_id);
  end if;
  return next;
end $$;

-- Resolves an API key (its SHA-256): its owner's scope of today, as far as the key's own scopes go. needed says which
-- action opens what: {"rows": "household:read", "phones": "person:phone", "walls": {"person:read": 1, …}}.
create function enter_key(wanted_hash bytea, role_reach jsonb, today date, from_address text, needed jsonb)
  returns table (key_id uuid, account_id uuid, person_id uuid, commune_id integer, full_name text, login text, positions jsonb, scopes text[])
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  known record;
  held record;
  has_rows boolean;
  has_phones boolean;
  open_walls integer;
begin
  select k.id, k.commune_id, k.account_id, k.scopes, k.last_used_at, a.login, p.id as person_id, p.full_name into known
    from api_key k
    join account a on a.id = k.account_id and a.disabled_at is null
    join person p on p.id = a.person_id
    where k.key_hash = wanted_hash and k.revoked_at is null and k.expires_at > now();
  if not found then
    perform set_scope(null, false, null, false, null, 0, null, null);
    return;
  end if;
  if known.last_used_at is null or known.last_used_at < now() - interval '1 minute' then
    update api_key k set last_used_at = now(), last_used_from = from_address where k.id = known.id;
  end if;
  held := held_scope(known.commune_id, known.person_id, role_reach, today);
  has_rows := needed ->> 'rows' = any (known.scopes);
  has_phones := needed ->> 'phones' = any (known.scopes);
  select coalesce(bit_or(value::integer), 0) into open_walls from jsonb_each_text(needed -> 'walls') where key = any (known.scopes);
  perform set_scope(known.commune_id, held.every_village and has_rows, case when has_rows then held.villages end,
    held.every_phone and has_phones, case when has_phones then held.phone_villages end, held.walls & open_walls,
    known.person_id, known.account_id);
  return query select known.id, known.account_id, known.person_id, known.commune_id, known.full_name, known.login, held.positions, known.scopes;
end $$;

-- ── Signing in and out ───────────────────────────────────────────────────────────────────────────

drop function find_login(text);
drop function open_session(uuid, bytea, text, timestamptz);
drop function close_session(bytea);

create function find_login(wanted_login text)
  returns table (account_id uuid, commune_id integer, person_id uuid, password_hash text)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select a.id, a.commune_id, a.person_id, a.password_hash from account a where a.login = lower(wanted_login) and a.disabled_at is null;
end;

create function open_session(for_account uuid, hash bytea, agent text, expires timestamptz, idle integer, from_address text) returns uuid
  language sql security definer set search_path = public, pg_temp
begin atomic
  update account set last_sign_in_at = now() where id = for_account;
  insert into session (commune_id, account_id, token_hash, user_agent, expires_at, idle_minutes, address)
    select a.commune_id, a.id, hash, left(agent, 300), expires, idle, from_address from account a where a.id = for_account
    returning id;
end;

-- Another token for the same session, because its owner's rights have changed. When it expires; null if somebody was faster.
create function rotate_session(hash bytea, new_hash bytea) returns timestamptz
  language sql security definer set search_path = public, pg_temp
begin atomic
  update session set previous_hash = token_hash, previous_until = now() + interval '30 seconds', token_hash = new_hash, rotate = false
    where token_hash = hash and rotate and ended_at is null
    returning expires_at;
end;

-- The caller has just proved who they are (again): another token at once, none of grace. When it expires.
create function strengthen_session(of_session uuid, new_hash bytea, with_factor boolean) returns timestamptz
  language sql security definer set search_path = public, pg_temp
begin atomic
  update session set token_hash = new_hash, previous_hash = null, rotate = false, confirmed_at = now(),
      factor_at = case when with_factor then now() else factor_at end
    where id = of_session and account_id = current_account() and ended_at is null
    returning expires_at;
end;

-- The caller's own password, for proving it again and for changing it.
create function own_password() returns text
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select password_hash from account where id = current_account() and commune_id = current_commune();
end;

-- A link that waits to set another password goes with the old one.
create function set_own_password(new_hash text) returns void
  language sql security definer set search_path = public, pg_temp
begin atomic
  update account set password_hash = new_hash where id = current_account() and commune_id = current_commune();
  update invitation set revoked_at = now() where account_id = current_account() and used_at is null and revoked_at is null;
end;

-- Takes the second factor off an account whose owner has lost it; for those who manage accounts.
create function remove_factor(of_account uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if of_account <> current_account() and not sees_wall(2) then return; end if;
  delete from recovery_code where account_id = of_account and commune_id = current_commune();
  delete from second_factor where account_id = of_account and commune_id = current_commune();
end $$;

-- Which of these accounts are protected by a second factor; for those who see accounts.
create function accounts_with_factor(wanted uuid[]) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select f.account_id from second_factor f
  where f.account_id = any (wanted) and f.confirmed_at is not null and f.commune_id = current_commune() and sees_wall(2);
end;

-- ── Invitations ──────────────────────────────────────────────────────────────────────────────────

-- Logins are one of a kind across communes, so whoever makes new ones is told what is taken: every login that is one of
-- these stems, alone or with a number after it.
create index on account (regexp_replace(login, '[0-9]+$', ''));
create function logins_of(stems text[]) returns setof text
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select a.login from account a where regexp_replace(a.login, '[0-9]+$', '') = any (stems) and sees_wall(2);
end;

create function find_invitation(hash bytea)
  returns table (account_id uuid, commune_id integer, kind text, login text, full_name text, commune_name text)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select i.account_id, i.commune_id, i.kind, a.login, p.full_name, c.name
  from invitation i
  join account a on a.id = i.account_id and a.disabled_at is null
  join person p on p.id = a.person_id
  join commune c on c.id = i.commune_id
  where i.token_hash = hash and i.used_at is null and i.revoked_at is null and i.expires_at > now();
end;

-- Uses the link up and sets the password; every session of before ends. Null when it was used meanwhile.
create function accept_invitation(hash bytea, new_password_hash text) returns uuid
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  accepted uuid;
begin
  update invitation i set used_at = now()
    from account a
    where i.token_hash = hash and i.used_at is null and i.revoked_at is null and i.expires_at > now()
      and a.id = i.account_id and a.disabled_at is null
    returning i.account_id into accepted;
  if accepted is null then return null; end if;
  update account set password_hash = new_password_hash where id = accepted;
  update session set ended_at = now(), end_reason = 'PASSWORD_CHANGED' where account_id = accepted and ended_at is null;
  return accepted;
end $$;

-- Which of these people can sign in: known to those who see the people, not only to those who see accounts.
create function people_with_account(wanted uuid[]) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select a.person_id from account a
  where a.person_id = any (wanted) and a.disabled_at is null and a.commune_id = current_commune() and sees_wall(1);
end;

-- ── The first commune ────────────────────────────────────────────────────────────────────────────

create function setup_is_open() returns boolean
  language sql stable security definer set search_path = public, pg_temp
  return not exists (select from account);

create function issue_setup_code(hash bytea, expires timestamptz) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if not setup_is_open() then return false; end if;
  insert into setup_code (code_hash, expires_at) values (hash, expires)
    on conflict (only_row) do update set code_hash = excluded.code_hash, expires_at = excluded.expires_at;
  return true;
end $$;

-- The id of the new commune, or null when the code is wrong, used, or somebody can sign in already.
create function found_commune(hash bytea, new_code text, new_name text, new_province_code text, new_province_name text) returns integer
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  founded integer;
begin
  perform pg_advisory_xact_lock(10994);
  if not setup_is_open() then return null; end if;
  delete from setup_code where code_hash = hash and expires_at > now();
  if not found then return null; end if;
  insert into commune (code, name, province_code, province_name, second_factor_roles)
    values (new_code, new_name, new_province_code, new_province_name, '{LEADER,ADMIN}')
    returning id into founded;
  return founded;
end $$;

do $$
declare name text;
begin
  foreach name in array array['enter_session', 'enter_job', 'enter_key', 'find_login', 'open_session', 'rotate_session',
    'strengthen_session', 'own_password', 'set_own_password', 'remove_factor', 'accounts_with_factor', 'logins_of', 'find_invitation', 'accept_invitation',
    'people_with_account', 'setup_is_open', 'issue_setup_code', 'found_commune']
  loop
    execute format('revoke execute on function %I from public', name);
    execute format('grant execute on function %I to tungnha_app', name);
  end loop;
end $$;

-- ── What follows by itself ───────────────────────────────────────────────────────────────────────

-- Open streams and other processes hear which account's sessions have changed.
create function tell_of_session() returns trigger
  language plpgsql
as $$
begin
  perform pg_notify('tungnha_session', new.account_id::text);
  return null;
end $$;
create trigger tell_of_session after update of ended_at, rotate, view_as_role on session
  for each row when (new.ended_at is distinct from old.ended_at or (new.rotate and not old.rotate)
    or new.view_as_role is distinct from old.view_as_role) execute function tell_of_session();

-- Whoever's rights change gets new tokens, however the change was made.
create function rotate_sessions_of_person() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  row_now jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
begin
  update session s set rotate = true from account a
    where a.id = s.account_id and s.ended_at is null
      and a.person_id = coalesce(row_now ->> 'to_person_id', row_now ->> 'person_id')::uuid;
  return null;
end $$;
create trigger rotate_sessions after insert or update or delete on position
  for each row execute function rotate_sessions_of_person();
create trigger rotate_sessions after insert or update or delete on team_membership
  for each row execute function rotate_sessions_of_person();
create trigger rotate_sessions after insert or update or delete on delegation
  for each row execute function rotate_sessions_of_person();

-- A disabled account has no session and no key, however it was disabled.
create function end_access_of_account() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update session set ended_at = now(), end_reason = 'ACCOUNT_DISABLED' where account_id = new.id and ended_at is null;
  update api_key set revoked_at = now() where account_id = new.id and revoked_at is null;
  update invitation set revoked_at = now() where account_id = new.id and used_at is null and revoked_at is null;
  return null;
end $$;
create trigger end_access after update of disabled_at on account
  for each row when (new.disabled_at is not null and old.disabled_at is null) execute function end_access_of_account();

-- ── Where an event came from ─────────────────────────────────────────────────────────────────────

alter table event add column session_id uuid, add column api_key_id uuid;
alter table event_detail add column about_rows boolean not null default false;

drop policy of_commune on event;
create policy reading on event for select using (commune_id = (select current_commune()) and (select sees_wall(4)));
create policy writing on event for insert with check (commune_id = (select current_commune()));
-- What a home was before and after is for those who see every home; the administrator does not.
drop policy of_commune on event_detail;
create policy reading on event_detail for select using (commune_id = (select current_commune()) and (select sees_wall(4))
  and (not about_rows or (select sees_every_village())));
create policy writing on event_detail for insert with check (commune_id = (select current_commune()));
