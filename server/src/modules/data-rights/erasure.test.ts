import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Client } from '../../../../tests/kit/client.js';
import { queueOf, untilIdle } from '../../../../tests/kit/jobs.js';
import { aVisit, correctVisit, recordVisit } from '../../../../tests/kit/visit.js';
import { createWorld, type World } from '../../../../tests/kit/world.js';
import type { JobQueue } from '../../kernel/queue.js';
import { everyFigure } from './kept.fixture.js';

let world: World;
let queue: JobQueue;
let member: Client;
let office: Client;
let colleague: Client;
let home: string;
let neighbours: string;
let requestId: string;

// Two homes of Thôn Đông were visited; the people of one want to be forgotten.
beforeAll(async () => {
  world = await createWorld();
  queue = queueOf(world);
  [member, office] = await Promise.all([world.as('thanhvien'), world.as('vanhoa')]);
  colleague = await world.newcomer({ login: 'vanhoa2', role: 'OFFICE', at: 'VHXH' });
  [home, neighbours] = [await world.home(), await world.home()];
  await office.ask(
    `mutation ($id: ID!) { changeHousehold(id: $id, version: 1, input: { headName: "Trần Thị Bưởi", address: "Số 7" }) { id } }`,
    { id: home },
  );
  for (const one of [home, neighbours]) {
    const first = aVisit(one, {
      adultsWithSmartphone: 2,
      skills: ['VNEID_LOGIN', 'CASHLESS_PAYMENT', 'RECOGNISE_SCAM'],
      note: 'Bà Bưởi, CCCD 030099001234',
      deviceId: 'may-cua-binh',
    });
    await member.ask(recordVisit, { input: first });
    const input = aVisit(one, { adultsWithSmartphone: 1, note: 'Nhà bà Bưởi cuối ngõ' });
    await member.ask(correctVisit, { visitId: first.id, reason: 'Nhầm sang nhà bà Bưởi', input });
    await member.ask(`mutation ($input: RecordConsentInput!) { recordConsent(input: $input) { id } }`, {
      input: {
        householdId: one,
        purpose: 'ZALO_CONTACT',
        wordingVersion: 1,
        giverName: 'Trần Thị Bưởi',
        givenAt: '2025-12-01T07:40:00+07:00',
      },
    });
  }
  await office.ask('mutation { recomputeCommune }');
  await untilIdle(world, queue);
  const { recordDataRequest } = await office.ask<{ recordDataRequest: { id: string } }>(
    `mutation ($input: RecordDataRequestInput!) { recordDataRequest(input: $input) { id } }`,
    { input: { kind: 'DELETE', requesterName: 'Trần Thị Bưởi', householdId: home } },
  );
  requestId = recordDataRequest.id;
  await office.ask(`mutation ($id: ID!) { answerDataRequest(id: $id, answer: "Sẽ xoá") { id } }`, {
    id: requestId,
  });
});
afterAll(async () => {
  await queue.close();
  await world.close();
});

const traces = async () => {
  const { rows } = await world.owner.query<{ text: string }>(
    `select h::text as text from household h where id = $1
     union all select v::text from visit v where household_id = $1
     union all select c::text from consent c where household_id = $1
     union all select d.detail::text from event e join event_detail d on d.event_id = e.id
       where e.data ->> 'householdId' = $1::text and e.subject_type <> 'data_request'`,
    [home],
  );
  return rows.map(({ text }) => text).join('\n');
};

test('a home that is deleted leaves no name, address, phone, note or device, and every figure as it was', async () => {
  expect(await traces()).toMatch(/Bưởi[^]*may-cua-binh/);
  const before = await everyFigure(world);
  const answers = await Promise.all(
    [1, 2].map(() =>
      colleague.send(
        `mutation ($id: ID!) { completeDataRequest(id: $id, outcome: "Đã xoá") { state household { headName phone lane address consents { giverName withdrawnAt } visits { note noteState correctionReason } } } }`,
        { id: requestId },
      ),
    ),
  );
  const done = answers.find(({ errors }) => !errors);
  expect(answers.filter(({ errors }) => errors)).toHaveLength(1);
  expect(done!.data).toMatchObject({
    completeDataRequest: {
      state: 'COMPLETED',
      household: {
        ...{ headName: 'Hộ đã ẩn danh', phone: null, lane: null, address: null },
        consents: [{ giverName: null, withdrawnAt: expect.any(String) }],
        visits: [
          { note: null, noteState: 'REMOVED', correctionReason: 'Đã ẩn danh' },
          { note: null, noteState: 'REMOVED', correctionReason: null },
        ],
      },
    },
  });
  expect(await traces()).not.toMatch(/Bưởi|030099001234|may-cua-binh|Số 7|Ngõ 3|0987654321/);
  expect(await everyFigure(world)).toEqual(before);
});

test('a full recompute afterwards changes nothing', async () => {
  const before = await everyFigure(world);
  await office.ask('mutation { recomputeCommune }');
  await untilIdle(world, queue);
  expect(await everyFigure(world)).toEqual(before);
  expect(before['indicator_value']!.length).toBeGreaterThan(5);
});

test('the home beside it keeps everything', async () => {
  const { household } = await office.ask<{ household: { headName: string; consents: object[] } }>(
    `query ($id: ID!) { household(id: $id) { headName phone consents { giverName withdrawnAt } visits { note } } }`,
    { id: neighbours },
  );
  expect(household).toMatchObject({
    consents: [{ giverName: 'Trần Thị Bưởi', withdrawnAt: null }],
    visits: expect.arrayContaining([{ note: 'Nhà bà Bưởi cuối ngõ' }]),
  });
});

test('a visit to the home is still recorded and counted', async () => {
  await member.ask(recordVisit, { input: aVisit(home, { adultsWithSmartphone: 3 }) });
  await untilIdle(world, queue);
  const { rows } = await world.owner.query(
    'select adults_with_smartphone from household_state where household_id = $1',
    [home],
  );
  expect(rows).toEqual([{ adults_with_smartphone: 3 }]);
});

test('nobody without sight of requests can make the database do it', async () => {
  const app = await world.owner.query(
    `select has_function_privilege('tungnha_app', 'anonymise_homes(uuid[], date)', 'execute') as may`,
  );
  expect(app.rows).toEqual([{ may: false }]);
});
