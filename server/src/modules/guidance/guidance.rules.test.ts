import { describe, expect, test } from '@jest/globals';
import { Problem } from '../../kernel/index.js';
import { OrgUnitKind } from '../org/index.js';
import { GuidanceForm } from './guidance-session.entity.js';
import type { RecordGuidanceSessionInput } from './guidance.inputs.js';
import { checkSession, requireHomes, requireSessionId, requireVillageOn } from './guidance.rules.js';

function fieldsOf(work: () => void): string[] {
  try {
    work();
    return [];
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.fields.map(({ path, key }) => `${path} ${key}`);
  }
}

const facts = { now: new Date('2025-12-01T08:00:00+07:00'), planStartsOn: '2025-10-01' };
const good: Readonly<RecordGuidanceSessionInput> = {
  id: '019ad000-0000-7000-8000-000000000001',
  form: GuidanceForm.VILLAGE_MEETING,
  heldAt: new Date('2025-11-20T19:30:00+07:00'),
  place: 'Nhà văn hoá thôn Đông',
  topics: ['VNEID_LEVEL2'],
  peopleCount: 42,
};
const check = (change: Partial<RecordGuidanceSessionInput>) =>
  fieldsOf(() => checkSession({ ...good, ...change }, facts));

describe('a session', () => {
  test('is refused with every wrong field named', () => {
    expect(
      check({ topics: [], place: '  ', peopleCount: -1, heldAt: new Date('2025-12-02T08:00:00+07:00') }),
    ).toEqual([
      'input.heldAt SESSION_IN_FUTURE',
      'input.topics SESSION_WITHOUT_TOPIC',
      'input.place SESSION_PLACE_NOT_VALID',
      'input.peopleCount SESSION_PEOPLE_OUT_OF_RANGE',
    ]);
  });

  test('is refused with a topic that nobody teaches', () => {
    expect(check({ topics: ['VNEID_LEVEL2', 'KARAOKE'] })).toEqual(['input.topics UNKNOWN_TOPIC']);
  });

  test('was held on the plan’s first day in Vietnam or later', () => {
    expect(check({ heldAt: new Date('2025-09-30T23:59:59+07:00') })).toEqual([
      'input.heldAt SESSION_BEFORE_PLAN',
    ]);
    expect(check({ heldAt: new Date('2025-10-01T00:00:00+07:00') })).toEqual([]);
  });

  test('may come from a phone whose clock is a few minutes fast', () => {
    expect(check({ heldAt: new Date('2025-12-01T08:04:00+07:00') })).toEqual([]);
  });

  test('reaches at most a thousand homes', () => {
    const homes = Array.from({ length: 1_001 }, () => good.id);
    expect(check({ householdIds: homes })).toEqual(['input.householdIds SESSION_TOO_MANY_HOMES']);
  });
});

test('an id that is no UUID is refused; capitals are small letters', () => {
  expect(fieldsOf(() => requireSessionId('42'))).toEqual(['input.id SESSION_ID_NOT_UUID']);
  expect(requireSessionId('019AD000-0000-7000-8000-00000000000F')).toBe(
    '019ad000-0000-7000-8000-00000000000f',
  );
});

test('each home out of reach is named by its place in the list', () => {
  const visible = new Set([good.id]);
  expect(
    fieldsOf(() => requireHomes([good.id, 'x', '019ad000-0000-7000-8000-000000000002'], visible)),
  ).toEqual(['input.householdIds.1 SESSION_HOME_UNKNOWN', 'input.householdIds.2 SESSION_HOME_UNKNOWN']);
});

test('a session belongs to a village that stood on its day', () => {
  const old = { kind: OrgUnitKind.VILLAGE, name: 'Thôn Cũ', validFrom: '2025-07-01', validTo: '2025-11-01' };
  expect(fieldsOf(() => requireVillageOn(old, '2025-10-31'))).toEqual([]);
  expect(fieldsOf(() => requireVillageOn(old, '2025-11-01'))).toEqual([
    'input.villageId SESSION_VILLAGE_NOT_STANDING',
  ]);
  const office = { ...old, kind: OrgUnitKind.CULTURE_SOCIETY_OFFICE, validTo: null };
  expect(fieldsOf(() => requireVillageOn(office, '2025-10-31'))).toEqual([
    'input.villageId SESSION_VILLAGE_NOT_STANDING',
  ]);
});
