-- Consent, requests, incidents, retention, dated parameters and notes that wait to be settled.

-- ── Notes that hold what they should not ─────────────────────────────────────────────────────────

-- SUSPECT: its text looks like an ID number, a code, a card or a password, and only its author sees it whole until
-- somebody has looked (KEPT), or has taken it away (REMOVED). A visit is never refused, or lost, over its note.
alter table visit
  add column note_state text not null default 'NONE' check (note_state in ('NONE', 'CLEAR', 'SUSPECT', 'KEPT', 'REMOVED')),
  add column note_kinds text[] not null default '{}',
  -- What the others see while it waits.
  add column note_masked text;

-- Notes of before were never looked through. Coarser than what looks at new ones, and erring towards masking.
update visit v set note_state = case when kinds = '{}' then 'CLEAR' else 'SUSPECT' end, note_kinds = kinds,
    note_masked = case when kinds <> '{}' then
      regexp_replace(regexp_replace(v.note, '((mật khẩu|password|mk)\s*[:=]\s*)\S+', '\1•••', 'gi'), '[0-9]+', '•••', 'g') end
  from (
    select id, array_remove(array[
      case when note ~ '(^|[^0-9])([0-9]{9}|[0-9]{12})([^0-9]|$)' then 'ID_NUMBER' end,
      case when note ~* '(otp|mã|code|pin|mật khẩu).{0,25}[0-9]{4,8}([^0-9]|$)' then 'ONE_TIME_CODE' end,
      case when note ~ '[0-9]([ -]?[0-9]){12,18}' then 'CARD_NUMBER' end,
      case when note ~* '(mật khẩu|password|mk)\s*[:=]\s*\S' then 'PASSWORD' end], null) as kinds
    from visit where note is not null) seen
  where v.id = seen.id;

alter table visit
  add check (note_state <> 'SUSPECT' or note_masked is not null),
  add check (note_state <> 'REMOVED' or (note is null and note_masked is null));
create index on visit (commune_id, village_id) where note_state = 'SUSPECT';

-- The note as the caller may see it: every path that shows or exports a note goes through here.
create function shown_note(v visit) returns text
  language sql stable
  return case when v.note_state = 'SUSPECT' and v.recorded_by_id is distinct from current_person() then v.note_masked else v.note end;

-- Visits are append-only for the application; this is the one way in which a note's fate is settled. The hash of what
-- was sent stays, so that the same visit, sent again, is still recognised. False when the note was not there to settle.
create function settle_note(wanted uuid, keep boolean) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update visit set note_state = case when keep then 'KEPT' else 'REMOVED' end, note = case when keep then note end, note_masked = null
    where id = wanted and commune_id = current_commune() and (sees_every_village() or village_id = any (current_villages()))
      and (note_state = 'SUSPECT' or (not keep and note_state in ('CLEAR', 'KEPT')));
  return found;
end $$;
revoke execute on function settle_note from public;
grant execute on function settle_note to tungnha_app;

-- ── What rules and laws set, from which day on ───────────────────────────────────────────────────

-- A value holds from its day until the next one's. Nothing is overwritten: what was decided last year can be
-- reproduced. What no row says holds by the program's default, which the screen calls one.
create table parameter (
  id uuid primary key default uuidv7(),
  commune_id integer not null references commune (id),
  key text not null,
  value jsonb not null,
  legal_basis text not null check (legal_basis <> ''),
  -- Whether somebody vouches that the law says so.
  confirmed boolean not null,
  valid_from date not null,
  valid_to date,
  entered_by_id uuid not null,
  entered_at timestamptz not null,
  unique (commune_id, id),
  foreign key (commune_id, entered_by_id) references person (commune_id, id),
  check (valid_to is null or valid_to > valid_from),
  constraint parameter_once exclude using gist (commune_id with =, key with =, daterange(valid_from, valid_to) with &&)
);
create index on parameter (commune_id, entered_by_id);
alter table parameter enable row level security;
create policy of_commune on parameter using (commune_id = (select current_commune()));
revoke update, delete on parameter from tungnha_app;
grant update (valid_to) on parameter to tungnha_app;

-- ── Consent ──────────────────────────────────────────────────────────────────────────────────────

-- What was read out, word for word: a consent points at the version that was agreed to. {commune} is its name.
create table consent_wording (
  purpose text not null check (purpose in ('PHOTO', 'ZALO_CONTACT', 'TESTIMONIAL')),
  version smallint not null check (version > 0),
  text text not null check (text <> ''),
  primary key (purpose, version)
);
revoke insert, update, delete on consent_wording from tungnha_app;

insert into consent_wording (purpose, version, text) values
('PHOTO', 1, 'Uỷ ban nhân dân xã {commune} (đầu mối là Phòng Văn hoá - Xã hội và Tổ công nghệ số cộng đồng của thôn) xin phép được chụp và dùng ảnh có mặt ông/bà hoặc người trong hộ khi Tổ đến hướng dẫn.
Dùng để: minh hoạ tin, bài và báo cáo về việc hướng dẫn kỹ năng số trong xã. Không dùng vào việc khác, không bán, không chuyển cho doanh nghiệp. Không chụp giấy tờ, màn hình điện thoại hay mã xác thực.
Ai xem: người đọc tin, bài và báo cáo nói trên. Ảnh có trẻ em chỉ dùng khi cha, mẹ hoặc người giám hộ đồng ý.
Ông/bà có thể từ chối mà vẫn được hướng dẫn đầy đủ. Lúc nào cũng có thể rút lại bằng cách nói với Tổ, trưởng thôn hoặc Phòng Văn hoá - Xã hội; từ lúc đó ảnh không được dùng thêm và được gỡ ở những nơi xã quản lý.'),
('ZALO_CONTACT', 1, 'Uỷ ban nhân dân xã {commune} (đầu mối là Phòng Văn hoá - Xã hội và Tổ công nghệ số cộng đồng của thôn) xin phép được nhắn tin cho hộ qua Zalo theo số điện thoại mà ông/bà cho biết.
Dùng để: báo lịch đến hướng dẫn, gửi tài liệu hướng dẫn và trả lời câu hỏi về kỹ năng số. Không quảng cáo, không chuyển số điện thoại cho người ngoài xã. Cán bộ và Tổ không bao giờ hỏi mật khẩu, mã OTP, số căn cước hay số tài khoản qua tin nhắn.
Ai biết: người trong Tổ của thôn và cán bộ đầu mối của xã. Zalo là ứng dụng của bên khác, có quy định riêng về dữ liệu.
Ông/bà có thể từ chối mà vẫn được hướng dẫn đầy đủ. Lúc nào cũng có thể rút lại bằng cách nhắn, gọi hoặc nói với Tổ, trưởng thôn hoặc Phòng Văn hoá - Xã hội; từ lúc đó xã không nhắn nữa.'),
('TESTIMONIAL', 1, 'Uỷ ban nhân dân xã {commune} (đầu mối là Phòng Văn hoá - Xã hội và Tổ công nghệ số cộng đồng của thôn) xin phép được ghi lại và kể lại lời của ông/bà về việc học và dùng kỹ năng số.
Dùng để: tuyên truyền trên loa, bảng tin, trang thông tin của xã và trong báo cáo, để người khác mạnh dạn học theo. Chỉ dùng những lời ông/bà đã xem hoặc nghe lại và đồng ý.
Ai xem: người nghe loa và người đọc tin, bài, báo cáo của xã. Tên được nêu hay không là do ông/bà chọn.
Ông/bà có thể từ chối mà vẫn được hướng dẫn đầy đủ. Lúc nào cũng có thể rút lại bằng cách nói với Tổ, trưởng thôn hoặc Phòng Văn hoá - Xã hội; từ lúc đó lời kể không được dùng thêm và được gỡ ở những nơi xã quản lý.');

-- Given by somebody of a home, or by one of the people who do the work. A withdrawal is added, never a row taken away.
create table consent (
  id uuid primary key,
  commune_id integer not null references commune (id),
  household_id uuid,
  person_id uuid,
  purpose text not null,
  wording_version smallint not null,
  -- Null once the home is anonymised.
  giver_name text check (giver_name <> ''),
  given_at timestamptz not null,
  recorded_by_id uuid not null,
  recorded_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by_id uuid,
  withdrawal_note text,
  unique (commune_id, id),
  foreign key (purpose, wording_version) references consent_wording (purpose, version),
  foreign key (commune_id, household_id) references household (commune_id, id),
  foreign key (commune_id, person_id) references person (commune_id, id),
  foreign key (commune_id, recorded_by_id) references person (commune_id, id),
  foreign key (commune_id, withdrawn_by_id) references person (commune_id, id),
  check (num_nonnulls(household_id, person_id) = 1),
  check ((withdrawn_at is null) = (withdrawn_by_id is null))
);
create index on consent (purpose, wording_version);
create index on consent (commune_id, household_id);
create index on consent (commune_id, person_id);
create index on consent (commune_id, recorded_by_id);
create index on consent (commune_id, withdrawn_by_id);
create index on consent (commune_id, given_at, id);
create unique index consent_stands on consent (coalesce(household_id, person_id), purpose, folded(giver_name))
  where withdrawn_at is null and giver_name is not null;

-- Whoever may read a home reads its consents, or nobody at its door would know them.
alter table consent enable row level security;
create policy of_homes on consent using (commune_id = (select current_commune())
  and ((select sees_wall(8)) or person_id = (select current_person()) or exists (select from household h where h.id = household_id)));
revoke update, delete on consent from tungnha_app;
grant update (withdrawn_at, withdrawn_by_id, withdrawal_note) on consent to tungnha_app;

-- ── What people ask about their data ─────────────────────────────────────────────────────────────

-- The clocks are days, counted when the request was received and by the rules of that day; they do not move.
create table data_request (
  id uuid primary key,
  commune_id integer not null references commune (id),
  kind text not null check (kind in ('ACCESS', 'CORRECT', 'DELETE', 'RESTRICT', 'OBJECT', 'WITHDRAW_CONSENT')),
  state text not null default 'RECEIVED' check (state in ('RECEIVED', 'ANSWERED', 'COMPLETED', 'REFUSED')),
  -- Who asks, and what; null once retention has taken them.
  requester_name text,
  folded text generated always as (folded(requester_name)) stored,
  requester_contact text,
  description text,
  household_id uuid,
  received_at timestamptz not null,
  answer_due_on date not null,
  complete_due_on date not null,
  answered_at timestamptz,
  answer text,
  completed_at timestamptz,
  outcome text,
  refused_reason text,
  recorded_by_id uuid not null,
  recorded_at timestamptz not null,
  decided_by_id uuid,
  unique (commune_id, id),
  foreign key (commune_id, household_id) references household (commune_id, id),
  foreign key (commune_id, recorded_by_id) references person (commune_id, id),
  foreign key (commune_id, decided_by_id) references person (commune_id, id),
  check ((state in ('COMPLETED', 'REFUSED')) = (completed_at is not null)),
  check ((completed_at is null) = (decided_by_id is null)),
  check (state <> 'ANSWERED' or answered_at is not null)
);
create index on data_request (commune_id, household_id);
create index on data_request (commune_id, recorded_by_id);
create index on data_request (commune_id, decided_by_id);
create index on data_request (commune_id, received_at, id);
alter table data_request enable row level security;
create policy of_privacy on data_request using (commune_id = (select current_commune()) and (select sees_wall(8)));
revoke update, delete on data_request from tungnha_app;
grant update (state, answered_at, answer, completed_at, outcome, refused_reason, decided_by_id) on data_request to tungnha_app;

-- ── Incidents ────────────────────────────────────────────────────────────────────────────────────

create table incident (
  id uuid primary key,
  commune_id integer not null references commune (id),
  state text not null default 'OPEN' check (state in ('OPEN', 'REPORTED', 'CLOSED')),
  title text not null check (title <> ''),
  description text not null check (description <> ''),
  kinds text[] not null,
  people_affected integer check (people_affected >= 0),
  severity text not null check (severity in ('LOW', 'MEDIUM', 'HIGH')),
  discovered_at timestamptz not null,
  -- The hours that the rule gave on the day it was recorded.
  notify_hours smallint not null check (notify_hours > 0),
  notify_by timestamptz not null,
  notified_at timestamptz,
  notified_to text,
  actions text,
  lessons text,
  recorded_by_id uuid not null,
  recorded_at timestamptz not null,
  closed_at timestamptz,
  version integer not null default 1,
  unique (commune_id, id),
  foreign key (commune_id, recorded_by_id) references person (commune_id, id),
  check ((notified_at is null) = (notified_to is null)),
  check (state <> 'REPORTED' or notified_at is not null),
  check ((state = 'CLOSED') = (closed_at is not null))
);
create index on incident (commune_id, recorded_by_id);
create index on incident (commune_id, discovered_at, id);
alter table incident enable row level security;
create policy of_incidents on incident using (commune_id = (select current_commune()) and (select sees_wall(16)));
revoke delete on incident from tungnha_app;

-- ── Making somebody nobody ───────────────────────────────────────────────────────────────────────

alter table household add column anonymised_on date;

-- Takes away who lives in these homes and keeps what is counted: visits, figures and history stay as they are. Called
-- only by the functions below, which say for whom.
create function anonymise_homes(homes uuid[], on_day date) returns void
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  commune integer := current_commune();
begin
  update household set head_name = 'Hộ đã ẩn danh', phone = null, lane = null, address = null, anonymised_on = on_day, version = version + 1
    where commune_id = commune and id = any (homes);
  perform forget_visit_details(array(select id from visit where commune_id = commune and household_id = any (homes)));
  update consent set giver_name = null, withdrawal_note = null where commune_id = commune and household_id = any (homes);
  delete from event_detail d using event e
    where d.commune_id = commune and e.commune_id = commune and e.id = d.event_id
      and (e.subject_type, e.subject_id) in (
        select 'household', home::text from unnest(homes) home
        union all select 'visit', v.id::text from visit v where v.commune_id = commune and v.household_id = any (homes)
        union all select 'consent', c.id::text from consent c where c.commune_id = commune and c.household_id = any (homes));
end $$;

-- What a visit says in free words, and of the device it was recorded on.
create function forget_visit_details(visits uuid[]) returns void
  language sql security definer set search_path = public, pg_temp
begin atomic
  update visit set note_state = case note_state when 'NONE' then 'NONE' else 'REMOVED' end, note = null, note_masked = null,
      correction_reason = case when corrects_id is not null then 'Đã ẩn danh' end, device_id = null, device_time = null
    where commune_id = current_commune() and id = any (visits);
end;

-- At the request of whoever lives there. False when there is no such home, or nobody in it any more.
create function anonymise_household(wanted uuid, on_day date) returns boolean
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if not sees_wall(8) then return false; end if;
  perform from household where id = wanted and commune_id = current_commune() and anonymised_on is null for update;
  if not found then return false; end if;
  perform anonymise_homes(array[wanted], on_day);
  return true;
end $$;

-- ── Retention ────────────────────────────────────────────────────────────────────────────────────

create table retention_run (
  commune_id integer not null references commune (id),
  key text not null,
  ran_at timestamptz not null,
  on_day date not null,
  -- Rows that were taken away on that day.
  count integer not null,
  primary key (commune_id, key)
);
alter table retention_run enable row level security;
create policy of_privacy on retention_run using (commune_id = (select current_commune()) and (select sees_wall(8)));
revoke delete on retention_run from tungnha_app;

-- For each rule what is older than a moment, as rows of ids; and, for background work alone, taking away at most so many.
-- Looking is for those who may see requests about data: how much waits is a number, never a name.

create function expired_event_details(before timestamptz) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select d.event_id from event_detail d where d.commune_id = current_commune() and sees_wall(8) and d.occurred_at < before;
end;

create function retire_event_details(before timestamptz, most integer) returns integer
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  taken integer;
begin
  if current_person() is not null then return 0; end if;
  delete from event_detail where event_id in (select expired_event_details(before) limit most);
  get diagnostics taken = row_count;
  return taken;
end $$;

create function expired_visit_details(before timestamptz) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select v.id from visit v
  where v.commune_id = current_commune() and sees_wall(8) and v.visited_at < before
    and (v.note is not null or v.device_id is not null or v.device_time is not null or v.correction_reason <> 'Đã ẩn danh');
end;

create function retire_visit_details(before timestamptz, most integer) returns integer
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  expired uuid[];
begin
  if current_person() is not null then return 0; end if;
  expired := array(select expired_visit_details(before) limit most);
  perform forget_visit_details(expired);
  return cardinality(expired);
end $$;

-- Homes that left the roster before the moment, and every home once the commune's last plan ended before it.
create function expired_households(before timestamptz) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select h.id from household h
  where h.commune_id = current_commune() and sees_wall(8) and h.anonymised_on is null
    and (h.removed_on < (before at time zone 'Asia/Ho_Chi_Minh')::date
      or (select max(p.ends_on) from plan p where p.commune_id = h.commune_id) < (before at time zone 'Asia/Ho_Chi_Minh')::date);
end;

create function retire_households(before timestamptz, most integer, on_day date) returns integer
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  expired uuid[];
begin
  if current_person() is not null then return 0; end if;
  expired := array(select expired_households(before) limit most);
  perform anonymise_homes(expired, on_day);
  return cardinality(expired);
end $$;

-- Requests that were decided: that there was one stays, with its days; who asked what goes.
create function expired_data_requests(before timestamptz) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select r.id from data_request r
  where r.commune_id = current_commune() and sees_wall(8) and r.completed_at < before
    and num_nonnulls(r.requester_name, r.requester_contact, r.description, r.answer, r.outcome, r.refused_reason) > 0;
end;

create function retire_data_requests(before timestamptz, most integer) returns integer
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  expired uuid[];
begin
  if current_person() is not null then return 0; end if;
  expired := array(select expired_data_requests(before) limit most);
  update data_request set requester_name = null, requester_contact = null, description = null, answer = null, outcome = null, refused_reason = null
    where commune_id = current_commune() and id = any (expired);
  return cardinality(expired);
end $$;

-- Sessions live in system time; what has ended, or run out, before the moment.
create function expired_sessions(before timestamptz) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select s.id from session s
  where s.commune_id = current_commune() and sees_wall(8) and least(s.ended_at, s.expires_at) < before and least(s.ended_at, s.expires_at) < now();
end;

create function retire_sessions(before timestamptz, most integer) returns integer
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  expired uuid[];
begin
  if current_person() is not null then return 0; end if;
  expired := array(select expired_sessions(before) limit most);
  delete from session_place where commune_id = current_commune() and session_id = any (expired);
  delete from session where commune_id = current_commune() and id = any (expired);
  return cardinality(expired);
end $$;

create function expired_invitations(before timestamptz) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select i.id from invitation i
  where i.commune_id = current_commune() and sees_wall(8)
    and least(i.used_at, i.revoked_at, i.expires_at) < before and least(i.used_at, i.revoked_at, i.expires_at) < now();
end;

create function retire_invitations(before timestamptz, most integer) returns integer
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  taken integer;
begin
  if current_person() is not null then return 0; end if;
  delete from invitation where id in (select expired_invitations(before) limit most);
  get diagnostics taken = row_count;
  return taken;
end $$;

create function expired_readings(before timestamptz) returns setof uuid
  language sql stable security definer set search_path = public, pg_temp
begin atomic
  select l.id from access_log l where l.commune_id = current_commune() and sees_wall(8) and l.at < before;
end;

do $$
declare name text;
begin
  foreach name in array array['anonymise_homes', 'forget_visit_details', 'anonymise_household',
    'expired_event_details', 'expired_visit_details', 'expired_households', 'expired_data_requests', 'expired_sessions', 'expired_invitations',
    'expired_readings', 'retire_event_details', 'retire_visit_details', 'retire_households', 'retire_data_requests', 'retire_sessions', 'retire_invitations']
  loop
    execute format('revoke execute on function %I from public', name);
    if name not in ('anonymise_homes', 'forget_visit_details') then
      execute format('grant execute on function %I to tungnha_app', name);
    end if;
  end loop;
end $$;
