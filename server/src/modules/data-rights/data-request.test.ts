import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUIDv7 } from 'node:crypto';
import type { Client } from '../../../../tests/kit/client.js';
import { addNeighbour } from '../../../../tests/kit/neighbour.js';
import { refusalOf } from '../../../../tests/kit/refusal.js';
import { createWorld, type World } from '../../../../tests/kit/world.js';

let world: World;
let office: Client;
let colleague: Client;
let home: string;

// Phạm Văn Hoá takes requests down; a colleague of the same office decides what he may not.
beforeAll(async () => {
  world = await createWorld({ env: { FACES: 'http' } });
  office = await world.as('vanhoa');
  colleague = await world.newcomer({ login: 'vanhoa2', role: 'OFFICE', at: 'VHXH' });
});
beforeEach(async () => void (home = await world.home()));
afterAll(() => world.close());

const shown =
  'id kind state requesterName receivedAt answerDueOn completeDueOn answeredAt answer completedAt outcome refusedReason isLate household { id } recordedBy { fullName } decidedBy { fullName }';
const record = `mutation ($input: RecordDataRequestInput!) { recordDataRequest(input: $input) { ${shown} } }`;
const answer = `mutation ($id: ID!, $text: String!) { answerDataRequest(id: $id, answer: $text) { ${shown} } }`;
const complete = `mutation ($id: ID!, $text: String!) { completeDataRequest(id: $id, outcome: $text) { ${shown} } }`;
const refuse = `mutation ($id: ID!, $text: String!) { refuseDataRequest(id: $id, reason: $text) { ${shown} } }`;

const asked = (more: Record<string, unknown> = {}) => ({
  input: {
    kind: 'ACCESS',
    requesterName: 'Ông Lê Văn Tám',
    requesterContact: '0912345678',
    householdId: home,
    description: 'Xã đang giữ gì của nhà tôi?',
    ...more,
  },
});
interface Shown {
  id: string;
  [field: string]: unknown;
}
const recorded = async (more?: Record<string, unknown>) =>
  (await office.ask<{ recordDataRequest: Shown }>(record, asked(more))).recordDataRequest;

describe('a request is refused', () => {
  test('from those who do not decide on them, and to those who do not read them', async () => {
    expect(await refusalOf(world, world.anonymous(), record, asked())).toEqual(['NOT_SIGNED_IN']);
    for (const login of ['lanhdao', 'thanhvien', 'quantri', 'mattran'] as const)
      expect(await refusalOf(world, await world.as(login), record, asked())).toEqual(['NOT_ALLOWED']);
    for (const login of ['quantri', 'thanhvien', 'mattran', 'sokhcn'] as const)
      expect(await (await world.as(login)).refused('{ dataRequests { nodes { id } } }')).toBe('NOT_ALLOWED');
  });

  test.each<[string, Record<string, unknown>, string[]]>([
    ['from nobody', { requesterName: '' }, ['SAID_NOTHING', 'input.requesterName SAID_NOTHING']],
    [
      'to delete nobody knows what',
      { kind: 'DELETE', householdId: null },
      ['DATA_REQUEST_WITHOUT_HOME', 'input.householdId DATA_REQUEST_WITHOUT_HOME'],
    ],
    ['about a home that is none', { householdId: randomUUIDv7() }, ['NOT_FOUND']],
    [
      'that is yet to come in',
      { receivedAt: '2025-12-02T08:00:00+07:00' },
      ['SAID_IN_FUTURE', 'input.receivedAt SAID_IN_FUTURE'],
    ],
    ['of no kind', { kind: 'FORGIVE' }, ['QUERY_NOT_VALID']],
  ])('%s', async (_, more, expected) => {
    expect(await refusalOf(world, office, record, asked(more))).toEqual(expected);
  });

  test('of another commune, to read and to decide', async () => {
    const { communeId, personId } = await addNeighbour(world.owner);
    const id = randomUUIDv7();
    await world.owner.query(
      `insert into data_request (id, commune_id, kind, requester_name, received_at, answer_due_on, complete_due_on, recorded_by_id, recorded_at)
       values ($1, $2, 'ACCESS', 'Ai đó', now(), '2026-01-01', '2026-01-01', $3, now())`,
      [id, communeId, personId],
    );
    for (const step of [answer, complete, refuse])
      expect(await refusalOf(world, office, step, { id, text: 'x' })).toEqual(['NOT_FOUND']);
    expect(await office.ask('query ($id: ID!) { dataRequest(id: $id) { id } }', { id })).toEqual({
      dataRequest: null,
    });
  });

  test('a step that it has taken, or cannot take yet, or without a word', async () => {
    const { id } = await recorded();
    expect(await refusalOf(world, office, complete, { id, text: 'Đã gửi' })).toEqual([
      'DATA_REQUEST_NOT_ANSWERED',
    ]);
    expect(await refusalOf(world, office, answer, { id, text: '  ' })).toEqual([
      'SAID_NOTHING',
      'answer SAID_NOTHING',
    ]);
    await office.ask(answer, { id, text: 'Sẽ gửi trong tuần' });
    expect(await refusalOf(world, office, answer, { id, text: 'Lại' })).toEqual(['DATA_REQUEST_MOVED_ON']);
    await office.ask(refuse, { id, text: 'Người yêu cầu rút lại' });
    for (const step of [answer, complete, refuse])
      expect(await refusalOf(world, office, step, { id, text: 'Lại' })).toEqual(['DATA_REQUEST_MOVED_ON']);
  });

  test('to be completed, when it deletes, by the one who took it down', async () => {
    const { id } = await recorded({ kind: 'DELETE' });
    await office.ask(answer, { id, text: 'Sẽ xoá' });
    expect(await refusalOf(world, office, complete, { id, text: 'Đã xoá' })).toEqual(['OWN_WORK']);
    const { rows } = await world.owner.query('select head_name from household where id = $1', [home]);
    expect(rows[0].head_name).not.toBe('Hộ đã ẩn danh');
  });
});

describe('the clocks of a request', () => {
  const clocks = async (receivedAt: string) => {
    const { answerDueOn, completeDueOn } = await recorded({ receivedAt });
    return [answerDueOn, completeDueOn];
  };

  test('leave two working days to answer and fifteen days to complete', async () => {
    expect(await clocks('2025-11-25T08:00:00+07:00')).toEqual(['2025-11-27', '2025-12-10']);
  });

  test('run over the week-end and holidays: a Friday evening, Tết', async () => {
    expect(await clocks('2025-11-28T22:30:00+07:00')).toEqual(['2025-12-02', '2025-12-13']);
    expect(await clocks('2025-01-24T16:00:00+07:00')).toEqual(['2025-02-04', '2025-02-08']);
    // In Vietnam it was Saturday already.
    expect(await clocks('2025-11-28T17:30:00Z')).toEqual(['2025-12-02', '2025-12-14']);
  });

  test('stay as they were when the rule changes, and hold for what comes in from then on', async () => {
    const { id } = await recorded({ receivedAt: '2025-12-01T07:00:00+07:00' });
    const admin = await world.as('quantri');
    await admin.ask(`mutation ($input: SetParameterInput!) { setParameter(input: $input) { key } }`, {
      input: {
        key: 'data-request-answer-days',
        value: 5,
        validFrom: '2025-12-01',
        legalBasis: 'Quy định thử',
      },
    });
    const later = await recorded({ receivedAt: '2025-12-01T07:30:00+07:00' });
    const { dataRequest } = await office.ask<{ dataRequest: Shown }>(
      `query ($id: ID!) { dataRequest(id: $id) { answerDueOn } }`,
      { id },
    );
    expect([dataRequest['answerDueOn'], later['answerDueOn']]).toEqual(['2025-12-03', '2025-12-08']);
  });

  test('say that it is late, by the days of the commune', async () => {
    const late = await recorded({ receivedAt: '2025-11-20T08:00:00+07:00' });
    expect(late).toMatchObject({ answerDueOn: '2025-11-24', isLate: true });
    const { answerDataRequest } = await office.ask<{ answerDataRequest: Shown }>(answer, {
      id: late.id,
      text: 'Xin lỗi vì chậm',
    });
    expect(answerDataRequest).toMatchObject({ isLate: true });
    expect(await recorded()).toMatchObject({ isLate: false });
  });
});

describe('a request', () => {
  test('is answered, then completed, with who decided', async () => {
    const { id } = await recorded();
    await office.ask(answer, { id, text: 'Sẽ gửi bản in trong tuần' });
    expect(await office.ask(complete, { id, text: 'Đã gửi bản in' })).toMatchObject({
      completeDataRequest: {
        state: 'COMPLETED',
        answer: 'Sẽ gửi bản in trong tuần',
        outcome: 'Đã gửi bản in',
        recordedBy: { fullName: 'Phạm Văn Hoá' },
        decidedBy: { fullName: 'Phạm Văn Hoá' },
        isLate: false,
      },
    });
  });

  test('is decided once when two decide at once', async () => {
    const { id } = await recorded();
    await office.ask(answer, { id, text: 'Đang xem' });
    const answers = await Promise.all([
      office.send(complete, { id, text: 'Đã xong' }),
      colleague.send(refuse, { id, text: 'Không thuộc xã' }),
      office.send(complete, { id, text: 'Đã xong' }),
    ]);
    const keys = answers.map(({ errors }) => errors?.[0]?.extensions.key ?? 'decided');
    expect(keys.toSorted()).toEqual(['DATA_REQUEST_MOVED_ON', 'DATA_REQUEST_MOVED_ON', 'decided']);
  });

  test('is found by the name of whoever asked, with or without diacritics, and its reading goes on record', async () => {
    await recorded({ requesterName: 'Bà Đỗ Thị Hường' });
    const { dataRequests } = await (
      await world.as('lanhdao')
    ).ask<{ dataRequests: { nodes: Shown[] } }>(
      `{ dataRequests(filter: { search: "do thi huong", state: { in: [RECEIVED] } }) { nodes { requesterName } } }`,
    );
    expect(dataRequests.nodes).toEqual([{ requesterName: 'Bà Đỗ Thị Hường' }]);
    const { rows } = await world.owner.query(
      `select rows from access_log where list = 'DataRequest' order by id desc limit 1`,
    );
    expect(rows).toEqual([{ rows: 1 }]);
  });

  test('tells history of each step, and who asked only to those who see homes', async () => {
    const { id } = await recorded();
    await office.ask(answer, { id, text: 'Đã nhận' });
    const { rows } = await world.owner.query(
      `select e.type, e.data, d.detail, d.about_rows from event e join event_detail d on d.event_id = e.id
       where e.subject_type = 'data_request' and e.subject_id = $1 order by e.id`,
      [id],
    );
    expect(rows.map(({ type, about_rows: about }) => [type, about])).toEqual([
      ['DataRequestRecorded', true],
      ['DataRequestAnswered', true],
    ]);
    expect(rows[1].detail).toEqual({
      before: { state: 'RECEIVED' },
      after: { state: 'ANSWERED', answer: 'Đã nhận' },
    });
    expect(JSON.stringify(rows.map(({ data }) => data))).not.toContain('Tám');
  });
});
