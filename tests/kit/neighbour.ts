/** Another commune in the same database: everything of it must stay out of sight. */
import type pg from 'pg';

export interface Neighbour {
  communeId: number;
  villageId: number;
  homeId: string;
  personId: string;
  teamId: string;
  planId: string;
  visitId: string;
}

/** Adds xã Láng Giềng with one village, one home and a row of everything that can be seen. */
export async function addNeighbour(owner: pg.Client): Promise<Neighbour> {
  const id = async <T>(text: string, values: unknown[]) =>
    (await owner.query<{ id: T }>(text, values)).rows[0]!.id;
  const communeId = await id<number>(
    `insert into commune (code, name, province_code, province_name) values ('12127', 'Láng Giềng', '31', 'Hải Phòng') returning id`,
    [],
  );
  const villageId = await id<number>(
    `insert into org_unit (commune_id, kind, code, name, valid_from) values ($1, 'VILLAGE', 'LANG', 'Thôn Láng', '2025-07-01') returning id`,
    [communeId],
  );
  const personId = await id<string>(
    `insert into person (commune_id, full_name, phone, created_at) values ($1, 'Người Láng Giềng', '0911111111', now()) returning id`,
    [communeId],
  );
  const teamId = await id<string>(
    `insert into team (commune_id, village_id, name, founded_on) values ($1, $2, 'Tổ thôn Láng', '2025-08-01') returning id`,
    [communeId, villageId],
  );
  await owner.query(
    `insert into team_membership (commune_id, team_id, village_id, person_id, role, valid_from) values ($1, $2, $3, $4, 'LEADER', '2025-08-01')`,
    [communeId, teamId, villageId, personId],
  );
  const planId = await id<string>(
    `insert into plan (commune_id, code, title, year, starts_on, ends_on, is_active) values ($1, 'LG', 'Kế hoạch', 2025, '2025-10-01', '2025-12-31', true) returning id`,
    [communeId],
  );
  await owner.query(
    `insert into plan_clause (commune_id, plan_id, code, ordinal, kind, text) values ($1, $2, 'I', 1, 'PART', 'Mục tiêu')`,
    [communeId, planId],
  );
  await owner.query(
    `insert into plan_target (commune_id, plan_id, clause_code, indicator_code, ordinal, starts_on, due_on) values ($1, $2, 'I', 'HEALTH_BOOK', 1, '2025-10-01', '2025-12-31')`,
    [communeId, planId],
  );
  const homeId = await id<string>(
    `with home as (
       insert into household (commune_id, village_id, code, head_name, phone, adults, citizens14, created_at)
       values ($1, $2, 'LANG-0001', 'Nguyễn Văn Láng', '0922222222', 2, 2, now()) returning id),
     placed as (insert into household_village (commune_id, household_id, village_id, valid_from) select $1, id, $2, '2025-07-01' from home)
     select id from home`,
    [communeId, villageId],
  );
  const visitId = await id<string>(
    `insert into visit (id, commune_id, household_id, village_id, visited_at, result, recorded_by_id, recorded_at, payload_hash)
     values (uuidv7(), $1, $2, $3, '2025-11-01', 'MET', $4, now(), '\\x00') returning id`,
    [communeId, homeId, villageId, personId],
  );
  await owner.query(
    `insert into guidance_session (id, commune_id, village_id, form, held_at, place, topics, people_count, recorded_by_id, recorded_at, payload_hash)
     values (uuidv7(), $1, $2, 'GROUP', '2025-11-01', 'Nhà văn hoá', '{COURSES}', 5, $3, now(), '\\x00')`,
    [communeId, villageId, personId],
  );
  await owner.query(
    `insert into dossier_month (commune_id, ends_on, dossiers, dossiers_online, online_users, online_users_verified, recorded_by_id, recorded_at)
     values ($1, '2025-11-14', 10, 9, 5, 4, $2, now())`,
    [communeId, personId],
  );
  await owner.query(
    `insert into lag_flag (commune_id, plan_id, village_id, reason, severity, status, evidence, watched_on, opened_at)
     values ($1, $2, $3, 'NO_ACTIVITY', 'RED', 'OPEN', '{}', '2025-11-01', now())`,
    [communeId, planId, villageId],
  );
  return { communeId, villageId, homeId, personId, teamId, planId, visitId };
}
