/**
 * Whatever people type is text: markup in any field of any record does nothing on any page. A violation of the content
 * security policy, a request for what the markup names, or an error in the console fails the journey by itself.
 */
import { expect } from '@jest/globals';
import { journeys, type Person } from './kit/index.js';

const journey = journeys();

const hostile = `<img src="/planted.png" onerror="document.title=1"><svg onload="document.title=1">\u202e{{7*7}}"'`;

/** Every column that holds what somebody wrote, in every table of the product, and one record of what the sample lacks. */
const planting = `
do $$
declare
  place record;
  hostile text := $hostile$${hostile}$hostile$;
begin
  insert into delegation (commune_id, from_person_id, to_person_id, org_unit_id, role, valid_from, valid_to, reason, created_by_id, created_at)
    select p.commune_id, p.person_id, other.person_id, p.org_unit_id, p.role, '2025-11-01', '2026-01-01', 'nghỉ phép', p.person_id, now()
    from position p, lateral (select person_id from position o where o.role = 'LEADER' limit 1) other where p.role = 'OFFICE' limit 1;
  insert into data_request (id, commune_id, kind, requester_name, requester_contact, description, received_at, answer_due_on, complete_due_on, recorded_by_id, recorded_at)
    select uuidv7(), commune_id, 'ACCESS', 'Lê Văn Hỏi', '0912345678', 'Hỏi', now(), '2025-12-03', '2025-12-16', person_id, now()
    from position where role = 'OFFICE' limit 1;
  insert into incident (id, commune_id, title, description, kinds, severity, discovered_at, notify_hours, notify_by, recorded_by_id, recorded_at)
    select uuidv7(), commune_id, 'Mất điện thoại', 'Mất', '{OTHER}', 'LOW', now(), 72, now() + interval '3 days', person_id, now()
    from position where role = 'OFFICE' limit 1;
  insert into consent (id, commune_id, household_id, purpose, wording_version, giver_name, given_at, recorded_by_id, recorded_at)
    select uuidv7(), h.commune_id, h.id, 'PHOTO', 1, 'Lê Văn Cho', now(), p.person_id, now()
    from household h, position p where p.role = 'OFFICE' limit 1;
  insert into parameter (commune_id, key, value, legal_basis, confirmed, valid_from, entered_by_id, entered_at)
    select commune_id, 'retention-months', '24', 'Quyết định', false, '2025-11-01', person_id, now() from position where role = 'ADMIN' limit 1;
  for place in
    select c.table_name, c.column_name from information_schema.columns c
    join information_schema.tables t on t.table_name = c.table_name and t.table_schema = 'public' and t.table_type = 'BASE TABLE'
    where c.table_schema = 'public' and c.data_type = 'text' and c.is_generated = 'NEVER' and c.column_name in ('full_name', 'head_name',
      'lane', 'address', 'note', 'correction_reason', 'name', 'title', 'text', 'corrected_text', 'place', 'reason', 'disabled_reason',
      'description', 'requester_name', 'requester_contact', 'answer', 'outcome', 'refused_reason', 'actions', 'lessons', 'giver_name',
      'withdrawal_note', 'legal_basis', 'user_agent', 'signatory', 'decision_number', 'province_name')
      and c.table_name not in ('migration', 'event', 'lag_flag')
  loop
    -- What a check of the database refuses cannot be planted.
    begin
      execute format('update %I set %I = %I || %L where %I is not null', place.table_name, place.column_name, place.column_name, hostile, place.column_name);
    exception when check_violation or string_data_right_truncation then null;
    end;
  end loop;
  update event_detail set detail = jsonb_build_object('before', jsonb_build_object('fullName', hostile), 'after', jsonb_build_object('fullName', hostile || '!'));
end $$`;

async function lookEverywhere(person: Person): Promise<void> {
  for (const place of await person.places()) {
    await person.goTo(place);
    await looksHarmless(person, place);
    // And into the first record of the page, if it has any.
    const record = person.page.getByRole('main').getByRole('link').first();
    if ((await record.count()) === 0) continue;
    await record.click();
    await person.settled();
    await looksHarmless(person, `${place}, a record`);
  }
}

async function looksHarmless({ page }: Person, where: string): Promise<void> {
  expect({ where, planted: await page.locator('img[src="/planted.png"]').count() }).toEqual({
    where,
    planted: 0,
  });
  expect({ where, title: await page.title() }).not.toEqual({ where, title: '1' });
}

let planted: Promise<void> | undefined;

for (const login of ['vanhoa', 'lanhdao', 'quantri', 'to.dong']) {
  journey(`${login} reads hostile text on every page, and nothing happens`, async (stage) => {
    await (planted ??= stage.plants(planting));
    const person = await stage.worksAs(login);
    await lookEverywhere(person);
  });
}
