/** A row in every table of a commune, whoever may see it: what row-level security has to hide. */
import { randomUUIDv7 } from 'node:crypto';
import type pg from 'pg';
import type { Neighbour } from './neighbour.js';

/** Adds a row to every table that addNeighbour() leaves empty; everything personal belongs to its one person, who can sign in. */
export async function fillTheRest(owner: pg.Client, neighbour: Neighbour): Promise<void> {
  const { communeId: c, villageId: v, homeId: h, personId: p, planId, visitId } = neighbour;
  const session = randomUUIDv7();
  const account = `select id from account where commune_id = $1 and person_id = $2`;
  const event = `select id from event where commune_id = $1 limit 1`;
  const statements: [string, unknown[]][] = [
    [
      `insert into org_unit (commune_id, kind, code, name, valid_from) values ($1, 'VILLAGE', 'X', 'Thôn X', '2025-07-01')`,
      [c],
    ],
    [`insert into village_succession select $1, id, $2, '2025-09-01' from org_unit where code = 'X'`, [c, v]],
    [`insert into person_skill values ($1, $2, 'ECOMMERCE')`, [c, p]],
    [
      `insert into account (commune_id, person_id, login, password_hash, created_at) values ($1, $2, 'lang', 'băm', now())`,
      [c, p],
    ],
    // Expired; its trigger adds a place.
    [
      `insert into session (commune_id, account_id, token_hash, expires_at) values ($1, (${account}), '\\x01', now())`,
      [c, p],
    ],
    [
      `insert into second_factor (commune_id, account_id, secret, confirmed_at) values ($1, (${account}), 'x', now())`,
      [c, p],
    ],
    [
      `insert into recovery_code (commune_id, account_id, code_hash) values ($1, (${account}), '\\x01')`,
      [c, p],
    ],
    [
      `insert into invitation (commune_id, account_id, kind, token_hash, expires_at) values ($1, (${account}), 'RESET', '\\x01', now())`,
      [c, p],
    ],
    [
      `insert into api_key (commune_id, account_id, name, hint, key_hash, scopes, expires_at)
       values ($1, (${account}), 'Khoá', 'tn_x', '\\x01', '{org:read}', now())`,
      [c, p],
    ],
    [
      `insert into position (commune_id, person_id, org_unit_id, role, valid_from) values ($1, $2, $3, 'VILLAGE_HEAD', '2025-07-01')`,
      [c, p, v],
    ],
    [
      `with other as (insert into person (commune_id, full_name, created_at) values ($1, 'Người Nhận', now()) returning id)
       insert into delegation (commune_id, from_person_id, to_person_id, org_unit_id, role, valid_from, valid_to, reason, created_by_id, created_at)
       select $1, $2, id, $3, 'VILLAGE_HEAD', '2025-07-01', '2025-08-01', 'Nghỉ phép', $2, now() from other`,
      [c, p, v],
    ],
    [
      `with e as (insert into event (commune_id, type, subject_type, subject_id, request_id, occurred_at, data)
         values ($1, 'T', 't', '1', 'r', now(), '{}') returning id)
       insert into event_detail (event_id, commune_id, salt, detail) select id, $1, '\\x00', '{}' from e`,
      [c],
    ],
    [`insert into event_link values ($1, 1, (${event}), '\\x00')`, [c]],
    [`insert into event_seal values ($1, 1, '\\x00', 1, now())`, [c]],
    [
      `insert into access_log (commune_id, kind, request_id, list, rows, at) values ($1, 'LIST', 'r', 'people', 1, now())`,
      [c],
    ],
    [
      `insert into parameter (commune_id, key, value, legal_basis, confirmed, valid_from, entered_by_id, entered_at)
       values ($1, 'K', '1', 'Nghị định', true, '2025-01-01', $2, now())`,
      [c, p],
    ],
    [
      `insert into consent (id, commune_id, household_id, purpose, wording_version, giver_name, given_at, recorded_by_id, recorded_at)
       select uuidv7(), $1, $3, purpose, version, 'Bà Láng', now(), $2, now() from consent_wording limit 1`,
      [c, p, h],
    ],
    [
      `insert into data_request (id, commune_id, kind, received_at, answer_due_on, complete_due_on, recorded_by_id, recorded_at)
       values (uuidv7(), $1, 'ACCESS', now(), now(), now(), $2, now())`,
      [c, p],
    ],
    [
      `insert into incident (id, commune_id, title, description, kinds, severity, discovered_at, notify_hours, notify_by, recorded_by_id, recorded_at)
       values (uuidv7(), $1, 'Mất máy', 'Mất', '{}', 'LOW', now(), 72, now(), $2, now())`,
      [c, p],
    ],
    [`insert into retention_run values ($1, 'visit-details', now(), now(), 0)`, [c]],
    [
      `insert into upload_ticket (token_hash, commune_id, account_id, holder_id, purpose, name, expires_at)
       values ('\\x01', $1, (${account}), uuidv7(), 'ACCOUNTS_SHEET', 'x.csv', now())`,
      [c, p],
    ],
    [
      `insert into uploaded_file (commune_id, account_id, purpose, name, bytes, sha256, expires_at)
       values ($1, (${account}), 'ACCOUNTS_SHEET', 'x.csv', 'x', '\\x01', now())`,
      [c, p],
    ],
    [
      `insert into exported_file (commune_id, account_id, holder_id, action, token_hash, name, media_type, bytes, expires_at)
       values ($1, (${account}), uuidv7(), 'household:export', '\\x01', 'x.csv', 'text/csv', 'x', now())`,
      [c, p],
    ],
    [
      `insert into plan_task (commune_id, plan_id, clause_code, code, title) values ($1, $2, 'I', 'T', 'Việc')`,
      [c, planId],
    ],
    [`insert into plan_task_unit select $1, id, $2, true from plan_task where commune_id = $1`, [c, v]],
    [`insert into visit_performer values ($1, $2, $3)`, [c, visitId, p]],
    [
      `insert into guidance_session (id, commune_id, form, held_at, place, topics, people_count, recorded_by_id, recorded_at, payload_hash)
         values ($2, $1, 'GROUP', now(), 'x', '{COURSES}', 1, $3, now(), '\\x00')`,
      [c, session, p],
    ],
    [`insert into guidance_session_household values ($1, $2, $3)`, [c, session, h]],
    [`insert into household_state (household_id, commune_id, village_id) values ($2, $1, $3)`, [c, h, v]],
    [
      `insert into indicator_value values ($1, $2, $3, 'HEALTH_BOOK', 1, 2, 0, 1, 'VISITS', now())`,
      [c, planId, v],
    ],
    [`insert into indicator_history values ($1, $2, $3, 'HEALTH_BOOK', '2025-11-01', 1, 2)`, [c, planId, v]],
    [`insert into village_activity values ($1, $2, 1, 1, 1, '{0,0,0,0,0,0,0,1}', now(), now())`, [c, v]],
  ];
  for (const [text, values] of statements) await owner.query(text, values);
}

/** Every table with rows of communes, whatever a later migration adds. */
export async function tablesOfCommunes(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `select table_name as name from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public' and column_name = 'commune_id' and table_type = 'BASE TABLE' order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** How many rows a connection sees in each of these tables; "denied" where it may not look at all. */
export async function rowsSeen(
  client: pg.Client,
  tables: readonly string[],
): Promise<Record<string, number | 'denied'>> {
  const counts: Record<string, number | 'denied'> = {};
  for (const table of tables) {
    const answer = await client
      .query<{ count: number }>(`select count(*)::int as count from ${table}`)
      .catch(denied);
    counts[table] = answer === 'denied' ? answer : answer.rows[0]!.count;
  }
  return counts;
}

function denied(error: { code: string }): 'denied' {
  if (error.code !== '42501') throw error as unknown as Error;
  return 'denied';
}
