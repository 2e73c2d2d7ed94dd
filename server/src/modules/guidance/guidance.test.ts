import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createWorld, type World } from '../../../../tests/kit/world.js';

let world: World;
beforeAll(async () => void (world = await createWorld()));
afterAll(() => world.close());

const record = `mutation ($input: RecordGuidanceSessionInput!) { recordGuidanceSession(input: $input) {
  id form heldAt place topics peopleCount householdCount village { code } households { id } recordedBy { fullName } } }`;

const meeting = (more: Record<string, unknown> = {}) => ({
  id: randomUUID(),
  villageId: String(world.units['DONG']),
  form: 'VILLAGE_MEETING',
  heldAt: '2025-11-20T19:30:00+07:00',
  place: 'Nhà văn hoá thôn Đông',
  topics: ['VNEID_LEVEL2', 'CASHLESS_PAYMENT'],
  peopleCount: 42,
  ...more,
});

async function countOf(id: string) {
  const { rows } = await world.owner.query<{ sessions: number; events: number }>(
    `select (select count(*)::int from guidance_session where id = $1) as sessions,
       (select count(*)::int from event where type = 'GuidanceSessionRecorded' and subject_id = $1::text) as events`,
    [id],
  );
  return rows[0];
}

async function guidedOn(home: string): Promise<string | null | undefined> {
  const { rows } = await world.owner.query<{ guided_on: string | null }>(
    'select guided_on::text from household_state where household_id = $1',
    [home],
  );
  return rows[0]?.guided_on;
}

describe('what is refused', () => {
  test('a visitor, the steering committee and the village head record nothing', async () => {
    expect(await world.anonymous().refused(record, { input: meeting() })).toBe('NOT_SIGNED_IN');
    for (const login of ['chidao', 'truongthon'] as const) {
      const client = await world.as(login);
      expect(await client.refused(record, { input: meeting() })).toBe('NOT_ALLOWED');
    }
  });

  test('a team records for its own village, not for another and not for the whole commune', async () => {
    const client = await world.as('thanhvien');
    expect(await client.refused(record, { input: meeting({ villageId: String(world.units['TAY']) }) })).toBe(
      'NOT_ALLOWED',
    );
    expect(await client.refused(record, { input: meeting({ villageId: null }) })).toBe('NOT_ALLOWED');
  });

  test('tomorrow, the day before the plan, no topic, a topic nobody teaches', async () => {
    const client = await world.as('totruong');
    const tomorrow = await client.send(record, {
      input: meeting({ heldAt: '2025-12-02T08:00:00+07:00', topics: [] }),
    });
    expect(tomorrow.errors![0]!.extensions).toMatchObject({
      key: 'SESSION_REFUSED',
      fields: [
        { path: 'input.heldAt', key: 'SESSION_IN_FUTURE' },
        { path: 'input.topics', key: 'SESSION_WITHOUT_TOPIC' },
      ],
    });
    const early = await client.send(record, { input: meeting({ heldAt: '2025-09-30T23:00:00+07:00' }) });
    expect(early.errors![0]!.extensions.fields[0]).toMatchObject({ key: 'SESSION_BEFORE_PLAN' });
    expect(await client.refused(record, { input: meeting({ topics: ['KARAOKE'] }) })).toBe('UNKNOWN_TOPIC');
  });

  test('a merged village, and an office in place of a village', async () => {
    const client = await world.as('vanhoa');
    for (const code of ['CU', 'VHXH']) {
      const input = meeting({ villageId: String(world.units[code]) });
      expect(await client.refused(record, { input })).toBe('SESSION_VILLAGE_NOT_STANDING');
    }
  });

  test('a home of another village for a team, a home that is not there for the Office', async () => {
    const far = await world.home({ village: 'TAY' });
    const near = await world.home();
    const team = await world.as('totruong');
    const { errors } = await team.send(record, { input: meeting({ householdIds: [near, far] }) });
    expect(errors![0]!.extensions.fields).toMatchObject([
      { path: 'input.householdIds.1', key: 'SESSION_HOME_UNKNOWN' },
    ]);
    const office = await world.as('vanhoa');
    expect(await office.refused(record, { input: meeting({ householdIds: [randomUUID()] }) })).toBe(
      'SESSION_REFUSED',
    );
  });

  test('the same id with other content', async () => {
    const client = await world.as('totruong');
    const input = meeting();
    await client.ask(record, { input });
    const { errors } = await client.send(record, { input: { ...input, peopleCount: 43 } });
    expect(errors![0]!.extensions).toMatchObject({ code: 'CONFLICT', key: 'SESSION_ID_TAKEN' });
    expect(await countOf(input.id)).toEqual({ sessions: 1, events: 1 });
  });
});

describe('recording a session', () => {
  test('ten sendings at once leave one row, one event and one answer', async () => {
    const client = await world.as('totruong');
    const input = meeting({ householdIds: [await world.home(), await world.home()] });
    const answers = await Promise.all(Array.from({ length: 10 }, () => client.ask(record, { input })));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await countOf(input.id)).toEqual({ sessions: 1, events: 1 });
  });

  test('homes shown something by hand are guided from that day; the loudspeaker guides nobody', async () => {
    const client = await world.as('thanhvien');
    const [shown, heard] = [await world.home(), await world.home()];
    await client.ask(record, { input: meeting({ householdIds: [shown] }) });
    await client.ask(record, { input: meeting({ form: 'LOUDSPEAKER', householdIds: [heard] }) });
    expect(await guidedOn(shown)).toBe('2025-11-20');
    expect(await guidedOn(heard)).toBeNull();
  });

  test('the Center helps at its counter, for people of any village', async () => {
    const client = await world.as('trungtam');
    const home = await world.home({ village: 'TAY' });
    const input = meeting({
      form: 'SERVICE_COUNTER',
      villageId: null,
      place: 'Quầy số 2',
      householdIds: [home, home],
    });
    const { recordGuidanceSession } = await client.ask<{ recordGuidanceSession: object }>(record, { input });
    expect(recordGuidanceSession).toMatchObject({
      id: input.id,
      village: null,
      topics: ['VNEID_LEVEL2', 'CASHLESS_PAYMENT'],
      peopleCount: 42,
      householdCount: 1,
      households: [{ id: home }],
      recordedBy: { fullName: 'Đỗ Minh Tâm' },
    });
    const { rows } = await world.owner.query<{ data: object }>(
      'select data from event where subject_id = $1',
      [input.id],
    );
    expect(rows[0]!.data).toEqual({ guidanceSessionId: input.id, villageId: null, householdIds: [home] });
  });

  test('a team sees its village’s sessions and those of the whole commune, by place and topic', async () => {
    const office = await world.as('vanhoa');
    await office.ask(record, {
      input: meeting({ villageId: String(world.units['TAY']), place: 'Đình Tây', topics: ['ECOMMERCE'] }),
    });
    await office.ask(record, {
      input: meeting({ villageId: null, place: 'Hội trường xã', topics: ['ECOMMERCE'] }),
    });
    const find = `{ guidanceSessions(filter: { topics: { has: "ECOMMERCE" } }) { totalCount nodes { place } } }`;
    const team = await world.as('thanhvien');
    expect(await team.ask(find)).toEqual({
      guidanceSessions: { totalCount: 1, nodes: [{ place: 'Hội trường xã' }] },
    });
    const search = `{ guidanceSessions(filter: { search: "dinh tay" }) { nodes { place } } }`;
    expect(await office.ask(search)).toEqual({ guidanceSessions: { nodes: [{ place: 'Đình Tây' }] } });
  });
});
