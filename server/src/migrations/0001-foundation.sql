-- The ground every module stands on. Every scoped row carries commune_id, every scoped table has
-- unique (commune_id, id), and every reference between scoped tables is composite, so a row can never
-- point into another commune and the tables can later be distributed by commune without a rewrite.

create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists btree_gist;

-- ── Text as Vietnamese people type and sort it ───────────────────────────────────────────────────

-- One folded form for search: NFC, no marks, đ → d, lower case. "Hoà", "Hòa" and "hoa" are one.
create function folded(value text) returns text
  language sql immutable strict parallel safe
  return lower(replace(replace(public.unaccent('public.unaccent'::regdictionary, normalize(value, nfc)), 'đ', 'd'), 'Đ', 'D'));

-- Names sort by the last word (tên), then family and middle names.
create function name_sort_key(full_name text) returns text
  language sql immutable strict parallel safe
  return regexp_replace(trim(full_name), '^(.*)\s(\S+)$', '\2 \1');

-- 0912345678 → 0912***678.
create function masked_phone(phone text) returns text
  language sql immutable strict parallel safe
  return left(phone, 4) || '***' || right(phone, 3);

-- ── Who is asking: set by enter_session / enter_job, read by every row policy ────────────────────

create function current_commune() returns integer
  language sql stable parallel safe
  return nullif(current_setting('tungnha.commune', true), '')::integer;

create function current_villages() returns integer[]
  language sql stable parallel safe
  return coalesce(nullif(current_setting('tungnha.villages', true), ''), '{}')::integer[];

create function sees_every_village() returns boolean
  language sql stable parallel safe
  return coalesce(current_setting('tungnha.every_village', true), '') = 'on';

-- Phones are shown whole to the people who call them: 'on' everywhere, else only in these villages.
create function sees_phone(village_id integer) returns boolean
  language sql stable parallel safe
  return coalesce(current_setting('tungnha.every_phone', true), '') = 'on'
    or village_id = any (coalesce(nullif(current_setting('tungnha.phone_villages', true), ''), '{}')::integer[]);

-- ── The business clock ───────────────────────────────────────────────────────────────────────────

-- One row. The business time is anchor_at plus the system time since heartbeat_at, and it stands still
-- while no process runs: the first process to start moves heartbeat_at to its own now.
create table business_clock (
  only_row boolean primary key default true check (only_row),
  assumed boolean not null default false,
  anchor_at timestamptz not null,
  heartbeat_at timestamptz not null
);
insert into business_clock (anchor_at, heartbeat_at) values (now(), now());

-- ── Organisations ────────────────────────────────────────────────────────────────────────────────

create table commune (
  id integer generated always as identity primary key,
  code text not null unique,
  name text not null,
  province_code text not null,
  province_name text not null,
  is_sample boolean not null default false
);

create table org_unit (
  id integer generated always as identity primary key,
  commune_id integer not null references commune (id),
  parent_id integer,
  kind text not null check (kind in ('CITY_DEPARTMENT', 'PEOPLES_COMMITTEE', 'CULTURE_SOCIETY_OFFICE', 'COMMUNE_OFFICE',
    'PUBLIC_SERVICE_CENTER', 'STEERING_COMMITTEE', 'FATHERLAND_FRONT', 'MASS_ORGANIZATION', 'VILLAGE')),
  code text not null,
  name text not null check (name <> ''),
  folded text generated always as (folded(name)) stored,
  sort_order integer not null default 0,
  valid_from date not null,
  valid_to date,
  unique (commune_id, id),
  unique (commune_id, code),
  foreign key (commune_id, parent_id) references org_unit (commune_id, id),
  check (valid_to is null or valid_to > valid_from)
);
create index on org_unit (commune_id, parent_id);
create index on org_unit (commune_id, kind, sort_order);

-- A merged, split or renamed village keeps its row; this says what became of it.
create table village_succession (
  commune_id integer not null references commune (id),
  predecessor_id integer not null,
  successor_id integer not null,
  effective_on date not null,
  decision_number text,
  primary key (predecessor_id, successor_id),
  foreign key (commune_id, predecessor_id) references org_unit (commune_id, id),
  foreign key (commune_id, successor_id) references org_unit (commune_id, id),
  check (predecessor_id <> successor_id)
);
create index on village_succession (commune_id, predecessor_id);
create index on village_succession (commune_id, successor_id);

-- ── People, teams, access ────────────────────────────────────────────────────────────────────────

create table person (
  id uuid primary key default uuidv7(),
  commune_id integer not null references commune (id),
  full_name text not null check (full_name <> ''),
  folded text generated always as (folded(full_name)) stored,
  sort_name text collate "vi-x-icu" generated always as (name_sort_key(full_name)) stored,
  phone text check (phone ~ '^0[0-9]{9,10}$'),
  birth_year smallint check (birth_year between 1900 and 2100),
  created_at timestamptz not null,
  unique (commune_id, id)
);
create index on person (commune_id, sort_name, id);
create index on person using gin (folded gin_trgm_ops);

create table person_skill (
  commune_id integer not null references commune (id),
  person_id uuid not null,
  topic text not null,
  primary key (person_id, topic),
  foreign key (commune_id, person_id) references person (commune_id, id)
);
create index on person_skill (commune_id, person_id);

create table team (
  id uuid primary key default uuidv7(),
  commune_id integer not null references commune (id),
  village_id integer not null,
  name text not null,
  founded_on date not null,
  decision_number text,
  unique (commune_id, id),
  unique (commune_id, village_id),
  foreign key (commune_id, village_id) references org_unit (commune_id, id)
);

-- Membership is dated history with the decision's number and date (kiện toàn), never overwritten.
create table team_membership (
  id uuid primary key default uuidv7(),
  commune_id integer not null references commune (id),
  team_id uuid not null,
  village_id integer not null,
  person_id uuid not null,
  role text not null check (role in ('LEADER', 'DEPUTY', 'MEMBER')),
  nominated_by_id integer,
  valid_from date not null,
  valid_to date,
  decision_number text,
  decision_date date,
  unique (commune_id, id),
  foreign key (commune_id, team_id) references team (commune_id, id),
  foreign key (commune_id, village_id) references org_unit (commune_id, id),
  foreign key (commune_id, person_id) references person (commune_id, id),
  foreign key (commune_id, nominated_by_id) references org_unit (commune_id, id),
  check (valid_to is null or valid_to > valid_from),
  -- One leader at a time, and nobody twice in one team at a time.
  exclude using gist (team_id with =, daterange(valid_from, valid_to) with &&) where (role = 'LEADER'),
  exclude using gist (team_id with =, person_id with =, daterange(valid_from, valid_to) with &&)
);
create index on team_membership (commune_id, team_id);
create index on team_membership (commune_id, person_id);
create index on team_membership (commune_id, village_id);
create index on team_membership (commune_id, nominated_by_id);

create table account (
  id uuid primary key default uuidv7(),
  commune_id integer not null references commune (id),
  person_id uuid not null,
  login text not null check (login = lower(login) and login ~ '^[a-z0-9._-]{3,60}$'),
  password_hash text not null,
  disabled_at timestamptz,
  created_at timestamptz not null,
  unique (commune_id, id),
  unique (commune_id, person_id),
  unique (login),
  foreign key (commune_id, person_id) references person (commune_id, id)
);

-- A role is a position held at an org unit, with dates. Team roles are not stored here twice:
-- held_position reads them from team_membership.
create table position (
  id uuid primary key default uuidv7(),
  commune_id integer not null references commune (id),
  person_id uuid not null,
  org_unit_id integer not null,
  role text not null check (role in ('LEADER', 'OFFICE', 'COMMUNE_OFFICE', 'SERVICE_CENTER', 'FRONT', 'MASS_ORG', 'COUNCIL_MEMBER',
    'VILLAGE_HEAD', 'STEERING_VIEWER', 'CITY_VIEWER', 'ADMIN')),
  valid_from date not null,
  valid_to date,
  unique (commune_id, id),
  foreign key (commune_id, person_id) references person (commune_id, id),
  foreign key (commune_id, org_unit_id) references org_unit (commune_id, id),
  check (valid_to is null or valid_to > valid_from)
);
create index on position (commune_id, person_id);
create index on position (commune_id, org_unit_id);

create view held_position with (security_invoker = true) as
  select commune_id, person_id, org_unit_id, role, valid_from, valid_to from position
  union all
  select commune_id, person_id, village_id, case role when 'MEMBER' then 'TEAM_MEMBER' else 'TEAM_LEADER' end, valid_from, valid_to
  from team_membership;

-- Opaque sessions: only the SHA-256 of the token is kept. System time, never the business clock.
create table session (
  id uuid primary key default uuidv7(),
  commune_id integer not null references commune (id),
  account_id uuid not null,
  token_hash bytea not null unique,
  user_agent text,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  foreign key (commune_id, account_id) references account (commune_id, id)
);
create index on session (commune_id, account_id);

-- ── What happened: audit, fact and outbox ────────────────────────────────────────────────────────

-- Immutable: ids, codes and non-personal values. Personal detail lies in event_detail, which may be
-- deleted; the event keeps a salted hash of it, so deleting never breaks the history.
create table event (
  id uuid primary key default uuidv7(),
  commune_id integer not null references commune (id),
  type text not null,
  subject_type text not null,
  subject_id text not null,
  actor_person_id uuid,
  request_id text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  data jsonb not null,
  detail_hash bytea,
  unique (commune_id, id)
);
create index on event (commune_id, subject_type, subject_id, id);
create index on event (commune_id, type, id);

create table event_detail (
  event_id uuid primary key,
  commune_id integer not null references commune (id),
  salt bytea not null,
  detail jsonb not null,
  foreign key (commune_id, event_id) references event (commune_id, id)
);
create index on event_detail (commune_id, event_id);

-- Jobs that go with a commit: written in the same transaction as the event that asks for them, handed to
-- the queue by the relay and deleted. Only ids: it is read across communes.
create table outbox (
  id bigint generated always as identity primary key,
  job text not null,
  payload jsonb not null
);

-- A deadline in business time, claimed once by the minute tick.
create table due (
  kind text not null,
  subject text not null,
  at timestamptz not null,
  primary key (kind, subject, at)
);
create index on due (at);

-- ── The plan as data ─────────────────────────────────────────────────────────────────────────────

create table plan (
  id uuid primary key default uuidv7(),
  commune_id integer not null references commune (id),
  code text not null,
  title text not null,
  year smallint not null,
  starts_on date not null,
  ends_on date not null,
  is_active boolean not null default false,
  is_sample boolean not null default false,
  legal_bases text[] not null default '{}',
  recipients text[] not null default '{}',
  signatory text,
  unique (commune_id, id),
  unique (commune_id, code),
  check (ends_on > starts_on)
);
create unique index on plan (commune_id) where is_active;

create table plan_clause (
  id uuid primary key default uuidv7(),
  commune_id integer not null references commune (id),
  plan_id uuid not null,
  code text not null,
  parent_code text,
  ordinal integer not null,
  kind text not null check (kind in ('PART', 'SECTION', 'ITEM')),
  text text not null,
  -- The corrected wording where the original has a slip of the pen; the original is always shown.
  corrected_text text,
  quantified boolean not null default true,
  unique (commune_id, id),
  unique (plan_id, code),
  foreign key (commune_id, plan_id) references plan (commune_id, id)
);
create index on plan_clause (commune_id, plan_id, ordinal);

create table plan_task (
  id uuid primary key default uuidv7(),
  commune_id integer not null references commune (id),
  plan_id uuid not null,
  clause_code text not null,
  code text not null,
  title text not null,
  due_on date,
  recurrence text check (recurrence in ('ONCE', 'QUARTERLY', 'CONTINUOUS')),
  unique (commune_id, id),
  unique (plan_id, code),
  foreign key (commune_id, plan_id) references plan (commune_id, id),
  foreign key (plan_id, clause_code) references plan_clause (plan_id, code)
);
create index on plan_task (commune_id, plan_id);
create index on plan_task (plan_id, clause_code);

create table plan_task_unit (
  commune_id integer not null references commune (id),
  task_id uuid not null,
  org_unit_id integer not null,
  is_lead boolean not null,
  primary key (task_id, org_unit_id),
  foreign key (commune_id, task_id) references plan_task (commune_id, id),
  foreign key (commune_id, org_unit_id) references org_unit (commune_id, id)
);
create index on plan_task_unit (commune_id, task_id);
create index on plan_task_unit (commune_id, org_unit_id);

-- target_percent is a whole number and the comparison is exact: numerator * 100 (> or >=) target_percent * denominator.
-- An indicator that is tracked without a target has a row with neither comparator nor percent.
create table plan_target (
  id uuid primary key default uuidv7(),
  commune_id integer not null references commune (id),
  plan_id uuid not null,
  clause_code text not null,
  indicator_code text not null,
  ordinal integer not null,
  comparator text check (comparator in ('GT', 'GTE')),
  target_percent smallint check (target_percent between 1 and 100),
  baseline_percent numeric(5, 2) not null default 0 check (baseline_percent between 0 and 100),
  starts_on date not null,
  due_on date not null,
  unique (commune_id, id),
  unique (plan_id, indicator_code),
  foreign key (commune_id, plan_id) references plan (commune_id, id),
  foreign key (plan_id, clause_code) references plan_clause (plan_id, code),
  check ((comparator is null) = (target_percent is null)),
  check (due_on > starts_on)
);
create index on plan_target (commune_id, plan_id);
create index on plan_target (plan_id, clause_code);

-- ── The roster ───────────────────────────────────────────────────────────────────────────────────

create table household (
  id uuid primary key default uuidv7(),
  commune_id integer not null references commune (id),
  -- The village of today, kept by a trigger from household_village, which is the truth.
  village_id integer not null,
  kind text not null default 'HOUSEHOLD' check (kind in ('HOUSEHOLD', 'HOUSEHOLD_BUSINESS', 'COOPERATIVE', 'ENTERPRISE')),
  code text not null,
  head_name text not null check (head_name <> ''),
  folded text generated always as (folded(head_name || ' ' || code || ' ' || coalesce(lane, '') || ' ' || coalesce(address, ''))) stored,
  sort_name text collate "vi-x-icu" generated always as (name_sort_key(head_name)) stored,
  lane text,
  address text,
  phone text check (phone ~ '^0[0-9]{9,10}$'),
  adults smallint check (adults between 0 and 50),
  citizens14 smallint check (citizens14 between 0 and 60),
  -- When the office last set these two counts itself; what a visit finds from then on replaces them.
  counted_at timestamptz,
  verified_on date,
  removed_on date,
  version integer not null default 1,
  created_at timestamptz not null,
  unique (commune_id, id),
  unique (commune_id, code),
  foreign key (commune_id, village_id) references org_unit (commune_id, id),
  check (citizens14 >= adults)
);
create index on household (commune_id, village_id, sort_name, id);
create index on household using gin (folded gin_trgm_ops);

create table household_village (
  commune_id integer not null references commune (id),
  household_id uuid not null,
  village_id integer not null,
  valid_from date not null,
  valid_to date,
  primary key (household_id, valid_from),
  foreign key (commune_id, household_id) references household (commune_id, id) deferrable initially deferred,
  foreign key (commune_id, village_id) references org_unit (commune_id, id),
  exclude using gist (household_id with =, daterange(valid_from, valid_to) with &&)
);
create index on household_village (commune_id, household_id);
create index on household_village (commune_id, village_id);

-- ── Daily work ───────────────────────────────────────────────────────────────────────────────────

-- Append-only. The id comes from the client, so the same visit sent ten times is one row. village_id is
-- the village the visit was made in and never changes. Unknown is null, never zero.
create table visit (
  id uuid primary key,
  commune_id integer not null references commune (id),
  household_id uuid not null,
  village_id integer not null,
  -- A correction is a new visit that replaces an earlier one, with a reason.
  corrects_id uuid,
  correction_reason text,
  visited_at timestamptz not null,
  result text not null check (result in ('MET', 'ABSENT', 'REFUSED', 'MOVED')),
  topics text[] not null default '{}',
  adults smallint check (adults between 0 and 50),
  citizens14 smallint check (citizens14 between 0 and 60),
  adults_with_smartphone smallint check (adults_with_smartphone >= 0),
  adults_with_epayment smallint check (adults_with_epayment >= 0),
  vneid_level2 smallint check (vneid_level2 >= 0),
  health_book smallint check (health_book >= 0),
  -- The tasks of the checklist that one adult did unaided; null when nobody was asked.
  skills text[],
  skills_version smallint,
  note text check (length(note) <= 2000),
  form_version smallint not null default 1,
  device_id text,
  device_time timestamptz,
  recorded_by_id uuid not null,
  recorded_at timestamptz not null,
  received_at timestamptz not null default clock_timestamp(),
  payload_hash bytea not null,
  unique (commune_id, id),
  foreign key (commune_id, household_id) references household (commune_id, id),
  foreign key (commune_id, village_id) references org_unit (commune_id, id),
  foreign key (commune_id, corrects_id) references visit (commune_id, id),
  foreign key (commune_id, recorded_by_id) references person (commune_id, id),
  unique (corrects_id),
  check ((corrects_id is null) = (correction_reason is null)),
  check ((skills is null) = (skills_version is null))
);
create index on visit (commune_id, household_id, visited_at);
create index on visit (commune_id, village_id, visited_at);
create index on visit (commune_id, visited_at, id);
create index on visit (commune_id, recorded_by_id);
create index on visit (commune_id, corrects_id);

create table visit_performer (
  commune_id integer not null references commune (id),
  visit_id uuid not null,
  person_id uuid not null,
  primary key (visit_id, person_id),
  foreign key (commune_id, visit_id) references visit (commune_id, id),
  foreign key (commune_id, person_id) references person (commune_id, id)
);
create index on visit_performer (commune_id, visit_id);
create index on visit_performer (commune_id, person_id);

create table guidance_session (
  id uuid primary key,
  commune_id integer not null references commune (id),
  village_id integer,
  form text not null check (form in ('VILLAGE_MEETING', 'SERVICE_COUNTER', 'LOUDSPEAKER', 'GROUP')),
  held_at timestamptz not null,
  place text not null,
  topics text[] not null check (topics <> '{}'),
  people_count integer not null check (people_count between 0 and 100000),
  recorded_by_id uuid not null,
  recorded_at timestamptz not null,
  payload_hash bytea not null,
  unique (commune_id, id),
  foreign key (commune_id, village_id) references org_unit (commune_id, id),
  foreign key (commune_id, recorded_by_id) references person (commune_id, id)
);
create index on guidance_session (commune_id, village_id, held_at);
create index on guidance_session (commune_id, recorded_by_id);

create table guidance_session_household (
  commune_id integer not null references commune (id),
  guidance_session_id uuid not null,
  household_id uuid not null,
  primary key (guidance_session_id, household_id),
  foreign key (commune_id, guidance_session_id) references guidance_session (commune_id, id),
  foreign key (commune_id, household_id) references household (commune_id, id)
);
create index on guidance_session_household (commune_id, guidance_session_id);
create index on guidance_session_household (commune_id, household_id);

-- The Service Center's register, by the decree's month (15th of the month before to the 14th).
create table dossier_month (
  id uuid primary key default uuidv7(),
  commune_id integer not null references commune (id),
  ends_on date not null check (extract(day from ends_on) = 14),
  dossiers integer not null check (dossiers >= 0),
  dossiers_online integer not null check (dossiers_online >= 0),
  online_users integer not null check (online_users >= 0),
  online_users_verified integer not null check (online_users_verified >= 0),
  recorded_by_id uuid not null,
  recorded_at timestamptz not null,
  unique (commune_id, id),
  unique (commune_id, ends_on),
  foreign key (commune_id, recorded_by_id) references person (commune_id, id),
  check (dossiers_online <= dossiers),
  check (online_users_verified <= online_users)
);
create index on dossier_month (commune_id, recorded_by_id);

-- ── Judgement ────────────────────────────────────────────────────────────────────────────────────

-- The current state of a resident household: a projection of its visits and sessions, kept narrow and
-- apart from personal data, because the indicators of a whole country are aggregates of this table.
-- Only resident households (kind HOUSEHOLD, not removed) have a row. Null is unknown.
create table household_state (
  household_id uuid primary key,
  commune_id integer not null,
  village_id integer not null,
  last_visit_on date,
  met_on date,
  guided_on date,
  -- When the home's skills were last assessed; skilled_on is that day if it passed. Without the first, an
  -- assessed home that failed could not be told from one that nobody asked.
  skills_assessed_on date,
  skilled_on date,
  adults smallint,
  citizens14 smallint,
  adults_with_smartphone smallint,
  adults_with_epayment smallint,
  vneid_level2 smallint,
  health_book smallint,
  foreign key (commune_id, household_id) references household (commune_id, id),
  foreign key (commune_id, village_id) references org_unit (commune_id, id)
);
create index on household_state (commune_id, village_id);
create index on household_state (commune_id, household_id);

-- The value of an indicator for an org unit (a village, or the commune's People's Committee) now.
create table indicator_value (
  commune_id integer not null references commune (id),
  plan_id uuid not null,
  org_unit_id integer not null,
  indicator_code text not null,
  numerator integer not null,
  denominator integer not null,
  -- Households whose answer is not known yet; they count as not achieved.
  unknown_households integer not null default 0,
  formula_version smallint not null,
  source text not null check (source in ('VISITS', 'DOSSIER_REGISTER')),
  as_of timestamptz not null,
  primary key (plan_id, org_unit_id, indicator_code),
  foreign key (commune_id, plan_id) references plan (commune_id, id),
  foreign key (commune_id, org_unit_id) references org_unit (commune_id, id)
);
create index on indicator_value (commune_id, plan_id);
create index on indicator_value (commune_id, org_unit_id);

-- One row a day that something changed; a day without a row has the value of the day before.
create table indicator_history (
  commune_id integer not null references commune (id),
  plan_id uuid not null,
  org_unit_id integer not null,
  indicator_code text not null,
  on_date date not null,
  numerator integer not null,
  denominator integer not null,
  primary key (plan_id, org_unit_id, indicator_code, on_date),
  foreign key (commune_id, plan_id) references plan (commune_id, id),
  foreign key (commune_id, org_unit_id) references org_unit (commune_id, id)
);
create index on indicator_history (commune_id, plan_id);
create index on indicator_history (commune_id, org_unit_id);

-- How alive a village is, refreshed with its values: what the dashboard and NO_ACTIVITY read.
create table village_activity (
  commune_id integer not null references commune (id),
  village_id integer primary key,
  households integer not null,
  households_visited integer not null,
  visits_30_days integer not null,
  -- Visits in each of the last eight weeks, oldest first.
  weekly_visits integer[] not null,
  last_visit_at timestamptz,
  as_of timestamptz not null,
  foreign key (commune_id, village_id) references org_unit (commune_id, id)
);
create index on village_activity (commune_id, village_id);

-- WATCHED: the condition held at one daily evaluation. OPEN: at two in a row. CLOSED: cleared.
create table lag_flag (
  id uuid primary key default uuidv7(),
  commune_id integer not null references commune (id),
  plan_id uuid not null,
  village_id integer not null,
  reason text not null,
  indicator_code text,
  severity text not null check (severity in ('YELLOW', 'RED')),
  status text not null check (status in ('WATCHED', 'OPEN', 'CLOSED')),
  evidence jsonb not null,
  watched_on date not null,
  opened_at timestamptz,
  closed_at timestamptz,
  unique (commune_id, id),
  foreign key (commune_id, plan_id) references plan (commune_id, id),
  foreign key (commune_id, village_id) references org_unit (commune_id, id),
  check ((status = 'WATCHED') = (opened_at is null)),
  check ((status = 'CLOSED') = (closed_at is not null))
);
create unique index lag_flag_one_live on lag_flag (plan_id, village_id, reason, coalesce(indicator_code, '')) where status <> 'CLOSED';
create index on lag_flag (commune_id, plan_id, status);
create index on lag_flag (commune_id, village_id);
