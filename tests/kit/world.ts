/**
 * A small commune to test in: two villages that stand and one that was merged, a team, homes, the plan, and a named
 * person for each role. The server runs for real, on its own database and a free port; people sign in through the API.
 */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { readConfig } from '../../server/src/kernel/config.js';
import { createLogger } from '../../server/src/kernel/log.js';
import { hashPassword } from '../../server/src/modules/access/password.js';
import { start, type Running } from '../../server/src/start.js';
import { Client } from './client.js';
import { testDatabase } from './database.js';

/** When the commune's story begins: a Monday morning, two weeks before the quarter's deadline. */
export const openingTime = '2025-12-01T08:00:00+07:00';

const password = 'một-mật-khẩu-thử';

/** Who is who. The login says the role; the name is what screens show. */
export const cast = {
  lanhdao: { name: 'Vũ Thị Lãnh', role: 'LEADER', at: 'UBND' },
  vanhoa: { name: 'Phạm Văn Hoá', role: 'OFFICE', at: 'VHXH' },
  trungtam: { name: 'Đỗ Minh Tâm', role: 'SERVICE_CENTER', at: 'TTPVHCC' },
  mattran: { name: 'Nguyễn Thị Mặt', role: 'FRONT', at: 'MTTQ' },
  truongthon: { name: 'Trần Văn Đông', role: 'VILLAGE_HEAD', at: 'DONG' },
  chidao: { name: 'Lê Chỉ Đạo', role: 'STEERING_VIEWER', at: 'BCD' },
  sokhcn: { name: 'Bùi Thành Phố', role: 'CITY_VIEWER', at: 'SKHCN' },
  quantri: { name: 'Hoàng Quản Trị', role: 'ADMIN', at: 'UBND' },
} as const;

/** Members of the team of the village Đông; they hold no position, membership is their role. */
export const teamOfDong = {
  totruong: { name: 'Nguyễn Thị Hoà', role: 'LEADER' },
  thanhvien: { name: 'Đặng Văn Bình', role: 'MEMBER' },
} as const;

export type Login = keyof typeof cast | keyof typeof teamOfDong;

export interface World {
  url: string;
  communeId: number;
  /** Ids of org units by code: UBND, VHXH, …, and the villages DONG, TAY and CU (merged into DONG). */
  units: Record<string, number>;
  teamId: string;
  /** Ids of people by login. */
  people: Record<Login, string>;
  /** Signs in through the API; the same client when asked again. */
  as(login: Login): Promise<Client>;
  anonymous(): Client;
  /** Somebody who comes in with a position of their own, signed in. `at` is the code of a unit. */
  newcomer(who: { login: string; role: string; at: string }): Promise<Client>;
  /** Adds a home by SQL; `village` is a code. */
  home(options?: {
    village?: string;
    adults?: number | null;
    citizens14?: number | null;
    kind?: string;
  }): Promise<string>;
  /** The database as its owner, for facts and for what no API should tell. */
  owner: pg.Client;
  running: Running;
  /** What the server was configured with, for processes that shall work beside it. */
  env: Record<string, string>;
  close(): Promise<void>;
}

interface WorldOptions {
  /** Environment for the server, e.g. FACES or REDIS_URL. */
  env?: Record<string, string>;
  /** How often the worker looks for deadlines; a test that moves the clock cannot wait for the usual tick. */
  tickMs?: number;
}

export async function createWorld({ env = {}, tickMs }: WorldOptions = {}): Promise<World> {
  const { appUrl, ownerUrl } = await testDatabase();
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const facts = await settle(owner);
  const queue: Record<string, string> =
    process.env['QUEUE_BACKEND'] === 'redis' ? { REDIS_URL: process.env['REDIS_URL']! } : {};
  const settings: Record<string, string> = {
    DATABASE_URL: appUrl,
    PORT: '0',
    LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent',
    QUEUE_PREFIX: `test-${randomBytes(6).toString('hex')}`,
    DATABASE_POOL: '10',
    ...queue,
    ...env,
  };
  const config = readConfig(settings);
  const running = await start(config, createLogger(config.LOG_LEVEL), tickMs === undefined ? {} : { tickMs });
  const url = `http://127.0.0.1:${running.port}`;
  const clients = new Map<Login, Promise<Client>>();

  return {
    url,
    owner,
    running,
    env: settings,
    ...facts,
    anonymous: () => new Client(url),
    as(login) {
      const known = clients.get(login) ?? Client.signIn(url, login, password);
      clients.set(login, known);
      return known;
    },
    async newcomer({ login, role, at }) {
      const { communeId, units } = facts;
      const id = await addPerson(owner, {
        communeId,
        login,
        name: `Người mới ${login}`,
        passwordHash: await hashPassword(password),
      });
      await owner.query(
        `insert into position (commune_id, person_id, org_unit_id, role, valid_from) values ($1, $2, $3, $4, '2025-07-01')`,
        [communeId, id, units[at], role],
      );
      return Client.signIn(url, login, password);
    },
    home: (options) => addHome(owner, facts, options),
    async close() {
      await running.stop();
      await owner.end();
    },
  };
}

type Facts = Pick<World, 'communeId' | 'units' | 'people' | 'teamId'>;

async function settle(owner: pg.Client): Promise<Facts> {
  await owner.query('begin');
  await owner.query(
    'update business_clock set assumed = true, anchor_at = $1, heartbeat_at = clock_timestamp()',
    [openingTime],
  );
  const { rows } = await owner.query<{ id: number }>(
    `insert into commune (code, name, province_code, province_name, is_sample)
     values ('10993', 'Thượng Hồng', '31', 'Hải Phòng', true) returning id`,
  );
  const communeId = rows[0]!.id;
  const units = await addUnits(owner, communeId);
  await addPlan(owner, communeId);
  const people = {} as Record<Login, string>;
  const passwordHash = await hashPassword(password);
  for (const [login, { name, role, at }] of Object.entries(cast)) {
    people[login as Login] = await addPerson(owner, { communeId, login, name, passwordHash });
    await owner.query(
      `insert into position (commune_id, person_id, org_unit_id, role, valid_from) values ($1, $2, $3, $4, '2025-07-01')`,
      [communeId, people[login as Login], units[at], role],
    );
  }
  const team = await owner.query<{ id: string }>(
    `insert into team (commune_id, village_id, name, founded_on) values ($1, $2, 'Tổ công nghệ số thôn Đông', '2025-08-26') returning id`,
    [communeId, units['DONG']],
  );
  const teamId = team.rows[0]!.id;
  for (const [login, { name, role }] of Object.entries(teamOfDong)) {
    people[login as Login] = await addPerson(owner, { communeId, login, name, passwordHash });
    await owner.query(
      `insert into team_membership (commune_id, team_id, village_id, person_id, role, valid_from) values ($1, $2, $3, $4, $5, '2025-08-26')`,
      [communeId, teamId, units['DONG'], people[login as Login], role],
    );
  }
  await owner.query('commit');
  return { communeId, units, people, teamId };
}

async function addUnits(owner: pg.Client, communeId: number): Promise<Record<string, number>> {
  const kinds = [
    ['UBND', 'PEOPLES_COMMITTEE', 'Uỷ ban nhân dân xã'],
    ['VHXH', 'CULTURE_SOCIETY_OFFICE', 'Phòng Văn hoá - Xã hội'],
    ['TTPVHCC', 'PUBLIC_SERVICE_CENTER', 'Trung tâm Phục vụ hành chính công'],
    ['MTTQ', 'FATHERLAND_FRONT', 'Uỷ ban Mặt trận Tổ quốc xã'],
    ['BCD', 'STEERING_COMMITTEE', 'Ban Chỉ đạo'],
    ['SKHCN', 'CITY_DEPARTMENT', 'Sở Khoa học và Công nghệ'],
    ['DONG', 'VILLAGE', 'Thôn Đông'],
    ['TAY', 'VILLAGE', 'Thôn Tây'],
    ['CU', 'VILLAGE', 'Thôn Cũ'],
  ];
  const units: Record<string, number> = {};
  for (const [index, [code, kind, name]] of kinds.entries()) {
    const { rows } = await owner.query<{ id: number }>(
      `insert into org_unit (commune_id, kind, code, name, sort_order, valid_from, valid_to)
       values ($1, $2, $3, $4, $5, '2025-07-01', $6) returning id`,
      [communeId, kind, code, name, index, code === 'CU' ? '2025-09-01' : null],
    );
    units[code!] = rows[0]!.id;
  }
  await owner.query(
    `insert into village_succession (commune_id, predecessor_id, successor_id, effective_on) values ($1, $2, $3, '2025-09-01')`,
    [communeId, units['CU'], units['DONG']],
  );
  return units;
}

async function addPlan(owner: pg.Client, communeId: number): Promise<void> {
  const { rows } = await owner.query<{ id: string }>(
    `insert into plan (commune_id, code, title, year, starts_on, ends_on, is_active, is_sample)
     values ($1, 'TH-2025', 'Kế hoạch 2025', 2025, '2025-10-01', '2025-12-31', true, true) returning id`,
    [communeId],
  );
  const planId = rows[0]!.id;
  await owner.query(
    `insert into plan_clause (commune_id, plan_id, code, ordinal, kind, text) values ($1, $2, 'II.2', 1, 'SECTION', 'Mục tiêu cụ thể')`,
    [communeId, planId],
  );
  const targets: [string, string | null, number | null][] = [
    ['HOUSEHOLD_SKILLS', 'GTE', 70],
    ['ONLINE_DOSSIERS', 'GTE', 90],
    ['EPAYMENT', 'GT', 80],
    ['SMARTPHONE', 'GT', 80],
    ['VNEID_SERVICE_USERS', 'GTE', 80],
    ['HOUSEHOLDS_GUIDED', 'GTE', 90],
    ['HEALTH_BOOK', null, null],
    ['VNEID_LEVEL2', null, null],
  ];
  for (const [ordinal, [code, comparator, percent]] of targets.entries()) {
    await owner.query(
      `insert into plan_target (commune_id, plan_id, clause_code, indicator_code, ordinal, comparator, target_percent, starts_on, due_on)
       values ($1, $2, 'II.2', $3, $4, $5, $6, '2025-10-01', '2025-12-31')`,
      [communeId, planId, code, ordinal, comparator, percent],
    );
  }
}

interface NewPerson {
  communeId: number;
  login: string;
  name: string;
  passwordHash: string;
}

async function addPerson(
  owner: pg.Client,
  { communeId, login, name, passwordHash }: NewPerson,
): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `insert into person (commune_id, full_name, phone, created_at) values ($1, $2, '0912345678', $3) returning id`,
    [communeId, name, openingTime],
  );
  await owner.query(
    `insert into account (commune_id, person_id, login, password_hash, created_at) values ($1, $2, $3, $4, $5)`,
    [communeId, rows[0]!.id, login, passwordHash, openingTime],
  );
  return rows[0]!.id;
}

let homes = 0;

async function addHome(
  owner: pg.Client,
  { communeId, units }: Pick<Facts, 'communeId' | 'units'>,
  { village = 'DONG', adults = 3, citizens14 = 4, kind = 'HOUSEHOLD' }: Parameters<World['home']>[0] = {},
): Promise<string> {
  homes += 1;
  const { rows } = await owner.query<{ id: string }>(
    `with home as (
       insert into household (commune_id, village_id, kind, code, head_name, lane, phone, adults, citizens14, created_at)
       values ($1, $2, $3, $4, $5, 'Ngõ 3', '0987654321', $6, $7, $8) returning id),
     placed as (insert into household_village (commune_id, household_id, village_id, valid_from) select $1, id, $2, '2025-07-01' from home)
     select id from home`,
    [
      communeId,
      units[village],
      kind,
      `${village}-${String(homes).padStart(4, '0')}`,
      `Nguyễn Văn Số ${homes}`,
      adults,
      citizens14,
      openingTime,
    ],
  );
  return rows[0]!.id;
}
