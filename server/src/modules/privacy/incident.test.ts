import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUIDv7 } from 'node:crypto';
import type { Client } from '../../../../tests/kit/client.js';
import { addNeighbour } from '../../../../tests/kit/neighbour.js';
import { refusalOf } from '../../../../tests/kit/refusal.js';
import { createWorld, type World } from '../../../../tests/kit/world.js';

let world: World;
let office: Client;

// On the morning of 1 December 2025 Phạm Văn Hoá learns that a team member's phone was lost on Saturday.
beforeAll(async () => {
  world = await createWorld({ env: { FACES: 'http' } });
  office = await world.as('vanhoa');
});
afterAll(() => world.close());

const shown =
  'id state title kinds peopleAffected severity discoveredAt notifyBy notifiedAt notifiedTo actions lessons isLate version';
const record = `mutation ($input: IncidentInput!) { recordIncident(input: $input) { ${shown} recordedBy { fullName } } }`;
const change = `mutation ($id: ID!, $version: Int!, $input: IncidentInput!) { changeIncident(id: $id, version: $version, input: $input) { ${shown} } }`;
const notify = `mutation ($id: ID!, $to: String!, $at: DateTime!) { notifyIncident(id: $id, notifiedTo: $to, notifiedAt: $at) { ${shown} } }`;
const close = `mutation ($id: ID!, $lessons: String!) { closeIncident(id: $id, lessons: $lessons) { ${shown} } }`;

const lostPhone = (more: Record<string, unknown> = {}) => ({
  title: 'Mất điện thoại của thành viên Tổ',
  description: 'Điện thoại mất ở chợ, có mở sẵn ứng dụng.',
  discoveredAt: '2025-11-29T18:00:00+07:00',
  kinds: ['NAME', 'PHONE'],
  severity: 'MEDIUM',
  ...more,
});
interface Shown {
  id: string;
  version: number;
  [field: string]: unknown;
}
const recorded = async (more?: Record<string, unknown>) =>
  (await office.ask<{ recordIncident: Shown }>(record, { input: lostPhone(more) })).recordIncident;

describe('an incident is refused', () => {
  test('from those who do not keep the register', async () => {
    const input = lostPhone();
    expect(await refusalOf(world, world.anonymous(), record, { input })).toEqual(['NOT_SIGNED_IN']);
    for (const login of ['lanhdao', 'thanhvien', 'sokhcn'] as const)
      expect(await refusalOf(world, await world.as(login), record, { input })).toEqual(['NOT_ALLOWED']);
    expect(await (await world.as('mattran')).refused('{ incidents { nodes { id } } }')).toBe('NOT_ALLOWED');
  });

  test.each<[string, Record<string, unknown>, string[]]>([
    ['without a title', { title: ' ' }, ['INCIDENT_TEXT_EMPTY', 'input.title INCIDENT_TEXT_EMPTY']],
    [
      'that is yet to come',
      { discoveredAt: '2025-12-01T09:00:00+07:00' },
      ['INCIDENT_IN_FUTURE', 'input.discoveredAt INCIDENT_IN_FUTURE'],
    ],
    [
      'of fewer people than none',
      { peopleAffected: -1 },
      ['PEOPLE_AFFECTED_NEGATIVE', 'input.peopleAffected PEOPLE_AFFECTED_NEGATIVE'],
    ],
    ['of a kind we do not know', { kinds: ['SOUL'] }, ['QUERY_NOT_VALID']],
  ])('%s', async (_, more, expected) => {
    expect(await refusalOf(world, office, record, { input: lostPhone(more) })).toEqual(expected);
  });

  test('that is another commune’s, to change and to see', async () => {
    const { communeId, personId } = await addNeighbour(world.owner);
    const id = randomUUIDv7();
    await world.owner.query(
      `insert into incident (id, commune_id, title, description, kinds, severity, discovered_at, notify_hours, notify_by, recorded_by_id, recorded_at)
       values ($1, $2, 'Của xã bên', 'x', '{}', 'LOW', now(), 72, now(), $3, now())`,
      [id, communeId, personId],
    );
    expect(await refusalOf(world, office, close, { id, lessons: 'x' })).toEqual(['NOT_FOUND']);
    expect(await office.ask('query ($id: ID!) { incident(id: $id) { id } }', { id })).toEqual({
      incident: null,
    });
  });
});

describe('an incident', () => {
  test('must be told of within 72 hours of its discovery, Saturdays and Sundays included', async () => {
    expect(await recorded()).toMatchObject({
      state: 'OPEN',
      notifyBy: '2025-12-02T11:00:00.000Z',
      isLate: false,
      kinds: ['NAME', 'PHONE'],
      peopleAffected: null,
      recordedBy: { fullName: 'Phạm Văn Hoá' },
      version: 1,
    });
    expect(await recorded({ discoveredAt: '2025-11-20T08:00:00+07:00' })).toMatchObject({ isLate: true });
  });

  test('is reported once, and knows whether that was in time', async () => {
    const { id } = await recorded();
    const told = { id, to: 'Công an thành phố', at: '2025-12-01T07:50:00+07:00' };
    expect(await refusalOf(world, office, notify, { ...told, at: '2025-11-28T08:00:00+07:00' })).toEqual([
      'INCIDENT_TOLD_TOO_EARLY',
      'notifiedAt INCIDENT_TOLD_TOO_EARLY',
    ]);
    const answers = await Promise.all([1, 2, 3].map(() => office.send(notify, told)));
    const keys = answers.map(({ errors }) => errors?.[0]?.extensions.key ?? 'told');
    expect(keys.toSorted()).toEqual(['INCIDENT_NOT_OPEN', 'INCIDENT_NOT_OPEN', 'told']);
    const { incident } = await office.ask<{ incident: Shown }>(
      `query ($id: ID!) { incident(id: $id) { ${shown} } }`,
      { id },
    );
    expect(incident).toMatchObject({ state: 'REPORTED', notifiedTo: 'Công an thành phố', isLate: false });
  });

  test('keeps its clock when the rule changes, and follows its discovery', async () => {
    const { id, version } = await recorded();
    const admin = await world.as('quantri');
    await admin.ask(`mutation ($input: SetParameterInput!) { setParameter(input: $input) { key } }`, {
      input: {
        key: 'incident-notification-hours',
        value: 24,
        validFrom: '2025-12-01',
        legalBasis: 'Quyết định thử',
      },
    });
    const input = lostPhone({ discoveredAt: '2025-11-30T18:00:00+07:00', peopleAffected: 12 });
    const { changeIncident } = await office.ask<{ changeIncident: Shown }>(change, { id, version, input });
    expect(changeIncident).toMatchObject({
      notifyBy: '2025-12-03T11:00:00.000Z',
      peopleAffected: 12,
      version: 2,
    });
    expect(await recorded()).toMatchObject({ notifyBy: '2025-11-30T11:00:00.000Z', isLate: true });
    expect(await refusalOf(world, office, change, { id, version, input })).toEqual(['CHANGED_MEANWHILE']);
    const { rows } = await world.owner.query(
      `select e.data, d.detail from event e join event_detail d on d.event_id = e.id where e.type = 'IncidentChanged' and e.subject_id = $1`,
      [id],
    );
    expect(rows).toMatchObject([
      {
        data: { fields: ['discoveredAt', 'peopleAffected'] },
        detail: { before: { peopleAffected: null }, after: { peopleAffected: 12 } },
      },
    ]);
  });

  test('is closed with what was learnt, and then stays as it is', async () => {
    const { id, version } = await recorded();
    expect(await refusalOf(world, office, close, { id, lessons: '' })).toEqual([
      'INCIDENT_TEXT_EMPTY',
      'lessons INCIDENT_TEXT_EMPTY',
    ]);
    await office.ask(close, { id, lessons: 'Đặt khoá màn hình trên mọi máy.' });
    expect(await refusalOf(world, office, close, { id, lessons: 'lại' })).toEqual(['INCIDENT_CLOSED']);
    expect(await refusalOf(world, office, change, { id, version: version + 1, input: lostPhone() })).toEqual([
      'INCIDENT_CLOSED',
    ]);
    expect(await refusalOf(world, office, notify, { id, to: 'x', at: '2025-12-01T07:50:00+07:00' })).toEqual([
      'INCIDENT_NOT_OPEN',
    ]);
  });

  test('is read by the leader and the administrator too', async () => {
    for (const login of ['lanhdao', 'quantri'] as const) {
      const { incidents } = await (
        await world.as(login)
      ).ask<{ incidents: { totalCount: number } }>(
        '{ incidents(filter: { severity: { eq: MEDIUM } }, orderBy: [{ field: NOTIFY_BY, direction: ASC }]) { totalCount nodes { title isLate } } }',
      );
      expect(incidents.totalCount).toBeGreaterThan(3);
    }
  });
});
