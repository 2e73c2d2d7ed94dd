import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../../../../tests/kit/client.js';
import { queueOf, untilIdle } from '../../../../tests/kit/jobs.js';
import { aVisit, recordVisit } from '../../../../tests/kit/visit.js';
import { createWorld, type World } from '../../../../tests/kit/world.js';
import { openDatabase, openUnit, type Database } from '../../kernel/database.js';
import { createLogger } from '../../kernel/log.js';
import type { JobQueue } from '../../kernel/queue.js';
import { entities } from '../../modules.js';
import { applyRetention } from '../privacy/retention.service.js';
import { keptFrom } from '../privacy/retention.rules.js';
import { everyFigure } from './kept.fixture.js';

let world: World;
let queue: JobQueue;
let database: Database;
let office: Client;
let home: string;
let gone: string;

// The plan is 2025's. What it knows of people is kept through 2027; the first night of 2028 takes it away.
beforeAll(async () => {
  world = await createWorld();
  queue = queueOf(world);
  database = await openDatabase(world.env['DATABASE_URL']!, 2, entities, createLogger('silent'));
  const member = await world.as('thanhvien');
  office = await world.as('vanhoa');
  [home, gone] = [await world.home(), await world.home()];
  for (const one of [home, gone])
    await member.ask(recordVisit, {
      input: aVisit(one, { adultsWithSmartphone: 1, note: 'Nhà bà Bưởi', deviceId: 'may-cua-binh' }),
    });
  await world.owner.query(`update household set removed_on = '2025-12-01' where id = $1`, [gone]);
  await office.ask(
    `mutation ($id: ID!) { changeHousehold(id: $id, version: 1, input: { headName: "Trần Thị Bưởi" }) { id } }`,
    { id: home },
  );
  const { recordDataRequest } = await office.ask<{ recordDataRequest: { id: string } }>(
    `mutation ($input: RecordDataRequestInput!) { recordDataRequest(input: $input) { id } }`,
    { input: { kind: 'ACCESS', requesterName: 'Trần Thị Bưởi', householdId: home } },
  );
  await office.ask(
    `mutation ($id: ID!) { refuseDataRequest(id: $id, reason: "Bà Bưởi rút lại") { id } }`,
    recordDataRequest,
  );
  await office.ask('{ households { nodes { id } } }');
  // Sessions and invitations live in system time, so what ended in 2025 is put there.
  await world.owner.query(
    `with s as (insert into session (commune_id, account_id, token_hash, expires_at, address, created_at)
       select commune_id, id, '\\x01', '2025-12-20', '192.0.2.7', '2025-12-01' from account limit 1 returning id, commune_id)
     select from s`,
  );
  await world.owner.query(
    `insert into invitation (commune_id, account_id, kind, token_hash, created_at, expires_at, used_at)
     select commune_id, id, 'JOIN', '\\x02', '2025-12-01', '2025-12-08', '2025-12-02' from account limit 1`,
  );
  await office.ask('mutation { recomputeCommune }');
  await untilIdle(world, queue);
});
afterAll(async () => {
  await database.close();
  await queue.close();
  await world.close();
});

/** What the night's job does, on a day and by the commune's clock of that day. */
async function nightOf(day: string, most?: number): Promise<boolean> {
  const clock = { now: () => new Date(`${day}T02:30:00+07:00`), state: { assumed: true, offsetMs: 0 } };
  const unit = await openUnit({ database, clock, log: createLogger('silent') }, { jobOf: world.communeId });
  try {
    return await unit.transaction(() => applyRetention(unit.ctx, day, most));
  } finally {
    unit.close();
  }
}
const traces = async () => {
  const { rows } = await world.owner.query<{ text: string }>(
    `select h::text as text from household h union all select v::text from visit v union all select r::text from data_request r
     union all select d.detail::text from event_detail d union all select s.address from session s union all select p.address from session_place p`,
  );
  return rows.map(({ text }) => text).join('\n');
};
const applied = async () =>
  (
    await world.owner.query<{ data: object }>(
      `select data from event where type = 'RetentionApplied' order by occurred_at, id`,
    )
  ).rows.map(({ data }) => data);
const rules = async (client: Client) =>
  (
    await client.ask<{
      retentionRules: {
        key: string;
        waiting: number;
        lastCount: number | null;
        keepsMonths: number;
        lastRunAt: string | null;
      }[];
    }>('{ retentionRules { key title { vi en } keepsMonths lastRunAt lastCount waiting } }')
  ).retentionRules;

test('what is kept ends with a plan’s year', () => {
  expect(['2027-12-31', '2028-01-01', '2028-12-31', '2029-01-01'].map((day) => keptFrom(day, 24))).toEqual([
    '2025-01-01',
    '2026-01-01',
    '2026-01-01',
    '2027-01-01',
  ]);
  expect(keptFrom('2026-02-28', 1)).toBe('2026-01-01');
});

describe('retention', () => {
  test('is shown to those who see requests, and to nobody else', async () => {
    for (const login of ['quantri', 'thanhvien', 'sokhcn'] as const)
      expect(await (await world.as(login)).refused('{ retentionRules { key } }')).toBe('NOT_ALLOWED');
    const shown = await rules(await world.as('lanhdao'));
    expect(shown.map(({ key }) => key).toSorted()).toEqual([
      'DATA_REQUESTS',
      'EVENT_DETAIL',
      'HOUSEHOLDS',
      'INVITATIONS',
      'READINGS',
      'SESSIONS',
      'VISIT_DETAIL',
    ]);
    expect(
      shown.every(
        ({ keepsMonths, lastRunAt, waiting }) => keepsMonths === 24 && lastRunAt === null && waiting === 0,
      ),
    ).toBe(true);
  });

  test('takes nothing away on the last night of the second year', async () => {
    const before = await traces();
    expect(await nightOf('2027-12-31')).toBe(false);
    expect(await traces()).toBe(before);
    expect(await applied()).toEqual([]);
    expect(
      (await rules(office)).every(({ lastCount, lastRunAt }) => lastCount === 0 && lastRunAt !== null),
    ).toBe(true);
  });

  test('says how much waits, without taking it', async () => {
    await world.owner.query(`update household set removed_on = '2022-05-01' where id = $1`, [gone]);
    const waiting = Object.fromEntries((await rules(office)).map((rule) => [rule.key, rule.waiting]));
    expect(waiting).toMatchObject({ HOUSEHOLDS: 1, EVENT_DETAIL: 0, VISIT_DETAIL: 0 });
    await world.owner.query(`update household set removed_on = '2025-12-01' where id = $1`, [gone]);
  });

  test('in the first night of the third takes every person away, and leaves every figure as it was', async () => {
    expect(await traces()).toMatch(/Bưởi[^]*192\.0\.2\.7/);
    const before = await everyFigure(world);
    expect(await nightOf('2028-01-01')).toBe(false);
    expect(await traces()).not.toMatch(/Bưởi|may-cua-binh|Ngõ 3|0987654321|192\.0\.2\.7/);
    expect(await everyFigure(world)).toEqual(before);
    expect(await applied()).toEqual([
      {
        before: '2026-01-01',
        counts: {
          DATA_REQUESTS: 1,
          EVENT_DETAIL: expect.any(Number),
          HOUSEHOLDS: 2,
          INVITATIONS: 1,
          READINGS: expect.any(Number),
          SESSIONS: 1,
          VISIT_DETAIL: 2,
        },
      },
    ]);
  });

  test('twice is once: the second night finds nothing', async () => {
    const before = await traces();
    expect(await nightOf('2028-01-02')).toBe(false);
    expect(await traces()).toBe(before);
    expect(await applied()).toHaveLength(1);
  });

  test('keeps what a session that still runs, and the history, need', async () => {
    expect(await office.ask('{ me { login } }')).toEqual({ me: { login: 'vanhoa' } });
    const { rows } = await world.owner.query(
      `select count(*)::int as events from event where type = 'VisitRecorded'`,
    );
    expect(rows).toEqual([{ events: 2 }]);
  });

  test('a full recompute afterwards gives the same figures', async () => {
    const before = await everyFigure(world);
    await office.ask('mutation { recomputeCommune }');
    await untilIdle(world, queue);
    expect(await everyFigure(world)).toEqual(before);
  });

  test('goes on in another transaction when there is more than one can take', async () => {
    await world.owner.query(`update visit set device_id = 'cũ', visited_at = '2025-11-01'`);
    expect(await nightOf('2028-01-03', 1)).toBe(true);
    expect(await nightOf('2028-01-03', 1)).toBe(true);
    expect(await nightOf('2028-01-03', 1)).toBe(false);
    expect((await rules(office)).find(({ key }) => key === 'VISIT_DETAIL')!.lastCount).toBe(2);
  });

  test('runs as a job of the worker, and twice is once', async () => {
    await world.owner.query(`update visit set device_id = 'cũ', visited_at = '2025-11-01'`);
    const payload = JSON.stringify({ communeId: world.communeId, day: '2028-01-04' });
    const ask = () =>
      world.owner.query(`insert into outbox (job, payload) values ('apply-retention', $1)`, [payload]);
    await Promise.all([ask(), ask()]);
    await untilIdle(world, queue);
    const { rows } = await world.owner.query(
      'select count(*)::int as kept from visit where device_id is not null',
    );
    expect(rows).toEqual([{ kept: 0 }]);
    expect((await rules(office)).find(({ key }) => key === 'VISIT_DETAIL')!.lastCount).toBe(2);
  });

  test('is for the night alone: nobody at a screen can make the database do it', async () => {
    await world.owner.query(`update visit set device_id = 'cũ'`);
    const client = await database.connect();
    try {
      await client
        .query(`select set_scope($1, true, null, false, null, 31, $2, null)`, [
          world.communeId,
          world.people.vanhoa,
        ])
        .catch(() => undefined);
      const { rows } = await client.query(
        `select current_person() is not null as somebody, retire_visit_details(now(), 10) as taken`,
      );
      expect(rows).toEqual([{ somebody: true, taken: 0 }]);
    } finally {
      client.release(true);
    }
  });
});
