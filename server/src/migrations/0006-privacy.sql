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
