-- The history: newest first by any filter, searched by words, sealed in a chain that tells of every later change; and
-- who read which list of people.

-- ── Newest first, by any filter ──────────────────────────────────────────────────────────────────

drop index event_commune_id_subject_type_subject_id_id_idx;
drop index event_commune_id_type_id_idx;
create index event_newest on event (commune_id, occurred_at, id);
create index event_of_type on event (commune_id, type, occurred_at, id);
create index event_of_subject on event (commune_id, subject_type, subject_id, occurred_at, id);
create index event_of_actor on event (commune_id, actor_person_id, occurred_at, id);
-- For searching the details of one type.
create index event_detailed on event (commune_id, type, occurred_at, id) where detail_hash is not null;

-- ── What was, and what is ────────────────────────────────────────────────────────────────────────

-- Phones and other long numbers that begin with 0 (identity numbers too): 0912345678 → 0912***678.
create function masked_numbers(value text) returns text
  language sql immutable strict parallel safe
  return regexp_replace(value, '(?<![0-9])(0[0-9]{3})[0-9]{3,5}([0-9]{3})(?![0-9])', '\1***\2', 'g');

-- A detail as the caller may see it: numbers whole only for those who may call everybody.
create function shown_detail(detail jsonb) returns jsonb
  language sql stable strict parallel safe
  return case when current_setting('tungnha.every_phone', true) = 'on' then detail else masked_numbers(detail::text)::jsonb end;

-- The words of a detail's values, folded, with one space around each. Numbers of phones are masked, or searching
-- would tell them.
create function words_of(detail jsonb) returns text
  language sql immutable strict parallel safe
  return ' ' || (
    select regexp_replace(folded(masked_numbers(coalesce(string_agg(value #>> '{}', ' '), ''))), '[^[:alnum:]]+', ' ', 'g')
    from jsonb_path_query(detail, 'strict $.** ? (@.type() == "string" || @.type() == "number")') value) || ' ';

create function detail_hash(salt bytea, detail jsonb) returns bytea
  language sql immutable strict parallel safe
  return sha256(salt || convert_to(detail::text, 'UTF8'));

-- occurred_at is the event's, so that words are looked for newest first without the event.
alter table event_detail add column occurred_at timestamptz not null default now();
update event_detail d set occurred_at = e.occurred_at from event e where e.id = d.event_id;
-- The hash was of the text as it was sent, which jsonb does not keep.
update event e set detail_hash = detail_hash(d.salt, d.detail) from event_detail d where d.event_id = e.id;
alter table event_detail add column folded text generated always as (words_of(detail)) stored;
create index event_detail_words on event_detail using gin (folded gin_trgm_ops);
create index event_detail_newest on event_detail (commune_id, occurred_at, event_id);

-- Which of these events still have a detail: what the caller can't read is either kept from them or gone.
create function kept_details(events uuid[]) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select d.event_id from event_detail d where d.event_id = any (events) and d.commune_id = current_commune() and sees_wall(4);
end;

-- ── From where ───────────────────────────────────────────────────────────────────────────────────

-- The address that a session begins with; the ones that it moves to are noted when they are seen.
create function note_first_place() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into session_place (commune_id, session_id, since, address) values (new.commune_id, new.id, new.created_at, new.address)
    on conflict do nothing;
  return null;
end $$;
create trigger note_first_place after insert on session for each row execute function note_first_place();
insert into session_place (commune_id, session_id, since, address) select commune_id, id, created_at, address from session
  on conflict do nothing;

-- For each session or key and moment: the device (a browser's own words, or the key's name) and the address of then.
create function origins_of(sessions uuid[], keys uuid[], moments timestamptz[])
  returns table (ordinal bigint, agent text, key_name text, address text)
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select n.ordinal, s.user_agent, k.name || ' (' || k.hint || '…)', p.address
  from unnest(sessions, keys, moments) with ordinality as n (session_id, key_id, moment, ordinal)
  left join session s on s.id = n.session_id and s.commune_id = current_commune()
  left join api_key k on k.id = n.key_id and k.commune_id = current_commune()
  left join lateral (
    select l.address from session_place l
    where l.commune_id = s.commune_id and l.session_id = s.id and l.since <= n.moment order by l.since desc limit 1) p on true
  where sees_wall(4);
end;

-- ── Search ───────────────────────────────────────────────────────────────────────────────────────
-- LIKE is not leak-proof and would lose its index behind row-level security, so these functions act as the owner and
-- repeat the scope: the commune, the wall of the history, and of homes only for those who see every one.

-- Events of these actors (null: of anybody) whose detail has all these patterns, newest first. Called by search_history
-- alone. Few hits are looked up by the index of words and sorted. Many are met soon on the way from the newest on;
-- of a type or an actor on the way through what is theirs, because a word that is common elsewhere may be rare there.
create function search_details(patterns text[], actors uuid[], of_types text[], of_subject_type text, of_subject_id text, of_actor uuid,
    since timestamptz, until timestamptz, before_at timestamptz, before_id uuid, most integer)
  returns setof uuid
  language plpgsql stable security definer set search_path = public, pg_temp set enable_seqscan = off
as $$
declare
  many constant integer := 20000;
  -- Conditions on the detail d, and on the event e.
  worded text := 'd.commune_id = $1 and (not d.about_rows or $2)' || (select string_agg(format(' and d.folded like %L', pattern), '') from unnest(patterns) pattern) ||
    case when since is null then '' else ' and d.occurred_at >= $3' end || case when until is null then '' else ' and d.occurred_at <= $4' end ||
    case when before_id is null then '' else ' and (d.occurred_at, d.event_id) < ($5, $6)' end;
  kept text := 'e.commune_id = $1' || case when of_types is null then '' else ' and e.type = any ($7)' end ||
    case when of_subject_type is null then '' else ' and e.subject_type = $8' end || case when of_subject_id is null then '' else ' and e.subject_id = $9' end ||
    case when of_actor is null then '' else ' and e.actor_person_id = $10' end || case when actors is null then '' else ' and e.actor_person_id = any ($11)' end;
  newest constant text := ' order by x.occurred_at desc, x.id desc limit $12';
  found uuid[];
  source text;
begin
  execute 'select array_agg(event_id) from (select d.event_id from event_detail d where ' || worded || format(' limit %s) few', many)
    into found using current_commune(), sees_every_village(), since, until, before_at, before_id;
  if coalesce(cardinality(found), 0) < many then
    source := 'unnest($13) hit join event x on x.id = hit where ' || replace(kept, 'e.', 'x.') || newest;
  else
    source := 'lateral (select e.id, e.occurred_at from event e join event_detail d on d.event_id = e.id
      where e.detail_hash is not null and ' || kept || ' and ' || worded || '<of one> order by e.occurred_at desc, e.id desc limit $12) x' || newest;
    source := case
      when of_types is not null then 'unnest($7) one cross join ' || replace(source, '<of one>', ' and e.type = one')
      when cardinality(actors) <= 20 then 'unnest($11) one cross join ' || replace(source, '<of one>', ' and e.actor_person_id = one')
      when kept <> 'e.commune_id = $1' then replace(source, '<of one>', '')
      else '(select d.event_id as id, d.occurred_at from event_detail d where ' || worded || ') x' || newest end;
  end if;
  return query execute 'select x.id from ' || source
    using current_commune(), sees_every_village(), since, until, before_at, before_id, of_types, of_subject_type, of_subject_id, of_actor, actors, most, found;
end $$;

-- Events of these actors, newest first. Called by search_history alone.
create function search_actors(actors uuid[], of_types text[], of_subject_type text, of_subject_id text, of_actor uuid,
    since timestamptz, until timestamptz, before_at timestamptz, before_id uuid, most integer)
  returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select x.id from unnest(actors) actor cross join lateral (
    select e.id, e.occurred_at from event e
    where e.commune_id = current_commune() and e.actor_person_id = actor and (of_actor is null or actor = of_actor)
      and (of_types is null or e.type = any (of_types)) and (of_subject_type is null or e.subject_type = of_subject_type)
      and (of_subject_id is null or e.subject_id = of_subject_id)
      and e.occurred_at >= coalesce(since, '-infinity') and e.occurred_at <= coalesce(until, 'infinity')
      and (before_id is null or (e.occurred_at, e.id) < (before_at, before_id))
    order by e.occurred_at desc, e.id desc limit most) x
  order by x.occurred_at desc, x.id desc limit most;
end;

-- Events of which every word stands in the detail or in the name of whoever did it, in no order: the newest so many of
-- each way to read the words. Words come folded, letters and digits only; one or two characters are a whole word.
create function search_history(words text[], of_types text[], of_subject_type text, of_subject_id text, of_actor uuid,
    since timestamptz, until timestamptz, before_at timestamptz, before_id uuid, most integer)
  returns setof uuid
  language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  patterns text[] := array(select case when length(word) < 3 then '% ' || word || ' %' else '%' || word || '%' end from unnest(words) word);
  missing text[];
  actors uuid[];
begin
  if current_commune() is null or not sees_wall(4) or cardinality(words) = 0 then return; end if;
  for missing, actors in
    select array(select pattern from unnest(patterns) pattern where ' ' || p.folded || ' ' not like pattern), array_agg(p.id)
    from person p
    where p.commune_id = current_commune() and exists (select from unnest(patterns) pattern where ' ' || p.folded || ' ' like pattern)
    group by 1
  loop
    if missing = '{}' then
      return query select search_actors(actors, of_types, of_subject_type, of_subject_id, of_actor, since, until, before_at, before_id, most);
    -- What a name lacks must stand in the detail. Each mixture is a search of its own, so of many words there is none.
    elsif cardinality(missing) < cardinality(patterns) and cardinality(patterns) <= 4 then
      return query select search_details(missing, actors, of_types, of_subject_type, of_subject_id, of_actor, since, until, before_at, before_id, most);
    end if;
  end loop;
  return query select search_details(patterns, null, of_types, of_subject_type, of_subject_id, of_actor, since, until, before_at, before_id, most);
end $$;

-- ── The chain ────────────────────────────────────────────────────────────────────────────────────

-- Events that are written and not sealed yet. A trigger fills it, whoever writes; the sealer empties it. The order of
-- ids or times can't say what is new: a slow transaction commits an older one later.
create table event_waiting (
  commune_id integer not null references commune (id),
  event_id uuid not null,
  primary key (commune_id, event_id)
);

-- The chain of a commune: position by position, each hash over the one before and its event.
create table event_link (
  commune_id integer not null references commune (id),
  position bigint not null check (position > 0),
  event_id uuid not null,
  hash bytea not null,
  primary key (commune_id, position),
  unique (commune_id, event_id),
  foreign key (commune_id, event_id) references event (commune_id, id)
);

-- One batch that was sealed together: the chain up to a position, and its hash there.
create table event_seal (
  commune_id integer not null references commune (id),
  up_to bigint not null,
  hash bytea not null,
  entries integer not null check (entries > 0),
  sealed_at timestamptz not null,
  primary key (commune_id, up_to)
);

do $$
declare name text;
begin
  foreach name in array array['event_waiting', 'event_link', 'event_seal']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy reading on %I using (commune_id = (select current_commune()) and (select sees_wall(4)))', name);
    execute format('revoke all on %I from tungnha_app', name);
    execute format('grant select on %I to tungnha_app', name);
  end loop;
end $$;

create function event_waits() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into event_waiting (commune_id, event_id) select commune_id, id from written;
  return null;
end $$;
create trigger event_waits after insert on event referencing new table as written for each statement execute function event_waits();
insert into event_waiting (commune_id, event_id) select commune_id, id from event;

-- An event in the one form that is hashed: a JSON array of its columns, instants in UTC to the microsecond. Of the
-- detail only its hash is in it, so a detail may go and the chain stays whole.
create function event_hash(previous bytea, e event) returns bytea
  language sql stable parallel safe
  return sha256(previous || convert_to(json_build_array(
    e.id, e.commune_id, e.type, e.subject_type, e.subject_id, e.actor_person_id, e.session_id, e.api_key_id, e.request_id,
    to_char(e.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    e.data, encode(e.detail_hash, 'hex'))::text, 'UTF8'));

-- Seals the oldest waiting events of the caller's commune, at most so many, and says how many. One at a time in a commune.
create function seal_events(most integer) returns integer
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  commune integer := current_commune();
  beginning bigint;
  place bigint;
  head bytea;
  e event;
begin
  if commune is null then return 0; end if;
  perform pg_advisory_xact_lock(10995, commune);
  select l.position, l.hash into beginning, head from event_link l where l.commune_id = commune order by l.position desc limit 1;
  beginning := coalesce(beginning, 0);
  place := beginning;
  for e in
    select written.* from event_waiting w join event written on written.id = w.event_id and written.commune_id = w.commune_id
    where w.commune_id = commune order by w.event_id limit most
  loop
    head := event_hash(coalesce(head, ''), e);
    place := place + 1;
    insert into event_link (commune_id, position, event_id, hash) values (commune, place, e.id, head);
  end loop;
  if place = beginning then return 0; end if;
  delete from event_waiting w using event_link l
    where l.commune_id = commune and l.position > beginning and w.commune_id = commune and w.event_id = l.event_id;
  insert into event_seal (commune_id, up_to, hash, entries, sealed_at) values (commune, place, head, place - beginning, clock_timestamp());
  return place - beginning;
end $$;

-- Communes with events to seal; background work has no other way to see them all.
create function communes_to_seal() returns setof integer
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select c.id from commune c where exists (select from event_waiting w where w.commune_id = c.id) order by c.id;
end;

-- ── Who read which list ──────────────────────────────────────────────────────────────────────────

-- One row for each list of people or homes that somebody read, or took out as a file. Partitioned by month: ids are
-- uuidv7, so they are in the order of time. The partitions lie in a schema of their own, out of the application's reach.
create table access_log (
  id uuid not null default uuidv7(),
  commune_id integer not null references commune (id),
  kind text not null check (kind in ('LIST', 'EXPORT')),
  person_id uuid,
  session_id uuid,
  api_key_id uuid,
  request_id text not null,
  list text not null,
  -- What was asked for; may hold words that somebody searched.
  filter jsonb,
  rows integer not null check (rows >= 0),
  reason text,
  at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (id),
  unique (commune_id, id),
  -- Nothing leaves as a file without a reason.
  check (kind <> 'EXPORT' or coalesce(reason, '') <> '')
) partition by range (id);
create index on access_log (commune_id, at, id);
create index on access_log (commune_id, person_id, at, id);
create index on access_log (commune_id, at, id) where kind = 'EXPORT';

alter table access_log enable row level security;
create policy reading on access_log for select using (commune_id = (select current_commune()) and (select sees_wall(4)));
create policy writing on access_log for insert with check (commune_id = (select current_commune()));
revoke all on access_log from tungnha_app;
grant select, insert on access_log to tungnha_app;

create schema log;
create table log.access_log_default partition of access_log default;

-- The smallest id of a moment.
create function first_id_at(moment timestamptz) returns uuid
  language sql immutable strict parallel safe
  return (lpad(to_hex((extract(epoch from moment) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid;

-- Makes the partitions of this month, of the next three, and of months that only the default partition has rows of
-- (after a restore); drops what has become empty. Says how many were made.
create function keep_log_partitions() returns integer
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  this_month timestamptz := date_trunc('month', now(), 'UTC');
  month timestamptz;
  name text;
  low uuid;
  high uuid;
  made integer := 0;
  is_used boolean;
begin
  perform pg_advisory_xact_lock(10996);
  for month in
    select date_add(this_month, make_interval(months => n), 'UTC') from generate_series(0, 3) n
    union
    select date_trunc('month', uuid_extract_timestamp(id), 'UTC') from log.access_log_default
  loop
    name := 'access_log_' || to_char(month at time zone 'UTC', 'YYYY_MM');
    continue when to_regclass('log.' || name) is not null;
    low := first_id_at(month);
    high := first_id_at(date_add(month, interval '1 month', 'UTC'));
    execute format('create table log.%I (like access_log including all)', name);
    execute format('with moved as (delete from log.access_log_default where id >= %L and id < %L returning *) insert into log.%I select * from moved',
      low, high, name);
    execute format('alter table access_log attach partition log.%I for values from (%L) to (%L)', name, low, high);
    made := made + 1;
  end loop;
  for name in
    select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = 'access_log'::regclass and c.relname <> 'access_log_default'
      and c.relname < 'access_log_' || to_char(this_month at time zone 'UTC', 'YYYY_MM')
  loop
    execute format('select exists (select from log.%I)', name) into is_used;
    if not is_used then execute format('drop table log.%I', name); end if;
  end loop;
  return made;
end $$;
select keep_log_partitions();

-- Retention: takes the caller's commune's readings of before this moment away, and says how many. For background work only.
create function forget_readings(before timestamptz) returns integer
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  taken integer;
begin
  if current_commune() is null or current_person() is not null then return 0; end if;
  delete from access_log where commune_id = current_commune() and at < before;
  get diagnostics taken = row_count;
  return taken;
end $$;

do $$
declare name text;
begin
  foreach name in array array['kept_details', 'origins_of', 'search_history', 'seal_events', 'communes_to_seal', 'keep_log_partitions', 'forget_readings']
  loop
    execute format('revoke execute on function %I from public', name);
    execute format('grant execute on function %I to tungnha_app', name);
  end loop;
end $$;
revoke execute on function search_details, search_actors from public;
