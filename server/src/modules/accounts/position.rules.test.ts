import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { Problem } from '../../kernel/index.js';
import { Role } from '../access/index.js';
import { OrgUnitKind } from '../org/index.js';
import { covers, overlap, requireEndOfPosition, requirePosition } from './position.rules.js';

function refusalOf(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [error.key, ...error.fields.map(({ path }) => path)].join(' ');
  }
}

const unit = { name: 'Thôn Cũ', kind: OrgUnitKind.VILLAGE, validFrom: '2025-07-01', validTo: '2025-09-01' };
const head = { role: Role.VILLAGE_HEAD, unit, validFrom: '2025-08-01', validTo: null };

// From the organisations of the plan: which one each role belongs to.
const places: [Role, OrgUnitKind][] = [
  [Role.LEADER, OrgUnitKind.PEOPLES_COMMITTEE],
  [Role.ADMIN, OrgUnitKind.PEOPLES_COMMITTEE],
  [Role.COUNCIL_MEMBER, OrgUnitKind.PEOPLES_COMMITTEE],
  [Role.OFFICE, OrgUnitKind.CULTURE_SOCIETY_OFFICE],
  [Role.COMMUNE_OFFICE, OrgUnitKind.COMMUNE_OFFICE],
  [Role.SERVICE_CENTER, OrgUnitKind.PUBLIC_SERVICE_CENTER],
  [Role.FRONT, OrgUnitKind.FATHERLAND_FRONT],
  [Role.MASS_ORG, OrgUnitKind.MASS_ORGANIZATION],
  [Role.VILLAGE_HEAD, OrgUnitKind.VILLAGE],
  [Role.STEERING_VIEWER, OrgUnitKind.STEERING_COMMITTEE],
  [Role.CITY_VIEWER, OrgUnitKind.CITY_DEPARTMENT],
];

describe('a role', () => {
  test.each(places)('%s is held at %s and nowhere else', (role, kind) => {
    for (const other of Object.values(OrgUnitKind)) {
      const refused = refusalOf(() => requirePosition({ ...head, role, unit: { ...unit, kind: other } }, ''));
      expect([other, refused]).toEqual([other, other === kind ? undefined : 'ROLE_NOT_AT_UNIT orgUnitId']);
    }
  });

  test.each([Role.TEAM_LEADER, Role.TEAM_MEMBER])('%s is no position: it follows from the team', (role) => {
    expect(refusalOf(() => requirePosition({ ...head, role }, 'input.'))).toBe('ROLE_FROM_TEAM input.role');
  });

  test('begins while the organisation stands', () => {
    const from = (validFrom: string) => refusalOf(() => requirePosition({ ...head, validFrom }, ''));
    expect(from('2025-06-30')).toBe('UNIT_NOT_STANDING orgUnitId');
    expect(from('2025-07-01')).toBeUndefined();
    expect(from('2025-08-31')).toBeUndefined();
    expect(from('2025-09-01')).toBe('UNIT_NOT_STANDING orgUnitId');
  });

  test('ends after it begins', () => {
    const to = (validTo: string) => refusalOf(() => requirePosition({ ...head, validTo }, ''));
    expect(to('2025-08-01')).toBe('POSITION_DATES validTo');
    expect(to('2025-08-02')).toBeUndefined();
  });
});

describe('ending a position', () => {
  const end = (on: string, validTo: string | null = null) =>
    refusalOf(() => requireEndOfPosition(on, { validFrom: '2025-08-01', validTo }, '2025-12-01'));

  test('not before it began, but on its first day: then it was never held', () => {
    expect(end('2025-07-31')).toBe('BEFORE_POSITION_START on');
    expect(end('2025-08-01')).toBeUndefined();
  });

  test('not when it is over, and never later than it would end anyway', () => {
    expect(end('2025-12-05', '2025-12-01')).toBe('POSITION_OVER');
    expect(end('2025-12-20', '2025-12-20')).toBe('ENDS_SOONER_ALREADY on');
    expect(end('2025-12-19', '2025-12-20')).toBeUndefined();
  });
});

test('two periods overlap when there is a day in both', () => {
  const day = fc.integer({ min: 1, max: 9 }).map((number) => `2025-12-0${number}`);
  const period = fc
    .tuple(day, fc.option(day))
    .map(([validFrom, validTo]) => ({ validFrom, validTo: validTo && validTo < validFrom ? null : validTo }));
  const days = Array.from({ length: 20 }, (_, at) => `2025-12-${String(at + 1).padStart(2, '0')}`);
  fc.assert(
    fc.property(period, period, (one, other) => {
      expect(overlap(one, other)).toBe(days.some((each) => covers(one, each) && covers(other, each)));
    }),
  );
});
