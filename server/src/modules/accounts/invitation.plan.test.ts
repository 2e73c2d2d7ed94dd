import { describe, expect, test } from '@jest/globals';
import { fold } from '../../kernel/index.js';
import { Role } from '../access/index.js';
import { OrgUnitKind, type OrgUnit } from '../org/index.js';
import { planInvitations, type Facts, type KnownPerson } from './invitation.plan.js';
import type { InviteRowInput } from './invitation.types.js';

const person = (id: string, fullName: string, more: Partial<KnownPerson> = {}): KnownPerson => ({
  ...{ id, fullName, folded: fold(fullName), phone: null, birthYear: null, hasAccount: false },
  ...more,
});
const unit = (id: number, code: string, kind: OrgUnitKind, validTo: string | null = null) =>
  ({ id, code, name: `Đơn vị ${code}`, kind, validFrom: '2025-07-01', validTo }) as OrgUnit;

const facts: Facts = {
  today: '2025-12-01',
  people: [
    person('hoa', 'Phạm Văn Hoá', { hasAccount: true }),
    person('binh', 'Đặng Văn Bình', { phone: '0912345678', birthYear: 1990 }),
  ],
  units: [
    unit(1, 'DONG', OrgUnitKind.VILLAGE),
    unit(2, 'CU', OrgUnitKind.VILLAGE, '2025-09-01'),
    unit(3, 'MTTQ', OrgUnitKind.FATHERLAND_FRONT),
  ],
  positions: [],
  takenLogins: ['an.lv', 'da.co'],
};

const plan = (...rows: InviteRowInput[]) => planInvitations(rows, facts);
const problems = (...rows: InviteRowInput[]) =>
  plan(...rows).map(({ problems: found }) => found.map(({ path, key }) => `${path} ${key}`));
const wrongIn = (row: InviteRowInput) => problems(row)[0];

describe('a row is refused', () => {
  test.each<[string, InviteRowInput, string]>([
    ['without a name', {}, 'fullName INVITED_NAME_EMPTY'],
    ['with a blank name', { fullName: ' \t ' }, 'fullName INVITED_NAME_EMPTY'],
    ['with a phone that is none', { fullName: 'Lê A', phone: '12' }, 'phone PHONE_NOT_VALID'],
    ['born in the year 12', { fullName: 'Lê A', birthYear: 12 }, 'birthYear INVITED_BIRTH_YEAR'],
    ['born next year', { fullName: 'Lê A', birthYear: 2026 }, 'birthYear INVITED_BIRTH_YEAR'],
    ['with marks in the login', { fullName: 'Lê A', login: 'lê.a' }, 'login INVITED_LOGIN'],
    ['with a login that is taken', { fullName: 'Lê A', login: ' DA.CO ' }, 'login LOGIN_TAKEN'],
    [
      'with a role and no organisation',
      { fullName: 'Lê A', role: Role.FRONT },
      'orgUnitId POSITION_INCOMPLETE',
    ],
    [
      'with an organisation and no role',
      { fullName: 'Lê A', orgUnitCode: 'DONG' },
      'role POSITION_INCOMPLETE',
    ],
    [
      'with an organisation that is not there',
      { fullName: 'Lê A', role: Role.FRONT, orgUnitCode: 'X' },
      'orgUnitCode NOT_FOUND',
    ],
    ['with an id of none', { fullName: 'Lê A', role: Role.FRONT, orgUnitId: '99' }, 'orgUnitId NOT_FOUND'],
    [
      'with a role that the organisation has not',
      { fullName: 'Lê A', role: Role.OFFICE, orgUnitCode: 'DONG' },
      'orgUnitId ROLE_NOT_AT_UNIT',
    ],
    [
      'with a role in a team',
      { fullName: 'Lê A', role: Role.TEAM_MEMBER, orgUnitCode: 'DONG' },
      'role ROLE_FROM_TEAM',
    ],
    [
      'in a village that was merged',
      { fullName: 'Lê A', role: Role.VILLAGE_HEAD, orgUnitCode: 'CU' },
      'orgUnitId UNIT_NOT_STANDING',
    ],
    ['about nobody', { personId: 'nobody' }, 'personId NOT_FOUND'],
    ['about somebody with an account', { personId: 'hoa' }, 'personId HAS_ACCOUNT'],
    ['with the phone of somebody', { fullName: 'Lê A', phone: '0912 345 678' }, 'phone PHONE_OF_SOMEBODY'],
    ['with the name of somebody', { fullName: 'dang van  BINH' }, 'fullName NAME_OF_SOMEBODY'],
    [
      'with the name and year of somebody',
      { fullName: 'Đặng Văn Bình', birthYear: 1990 },
      'fullName NAME_OF_SOMEBODY',
    ],
  ])('%s', (_, row, expected) => {
    expect(wrongIn(row)).toEqual([expected]);
  });

  test('with everything that is wrong at once', () => {
    expect(wrongIn({ phone: '1', birthYear: 1, login: '?', role: Role.FRONT })).toEqual([
      'fullName INVITED_NAME_EMPTY',
      'phone PHONE_NOT_VALID',
      'birthYear INVITED_BIRTH_YEAR',
      'login INVITED_LOGIN',
      'orgUnitId POSITION_INCOMPLETE',
    ]);
  });

  test('when it repeats an earlier one, which stands', () => {
    expect(
      problems(
        { fullName: 'Lê An', phone: '0987000001' },
        { fullName: 'Lê Bé', phone: '+84 987 000 001' },
        { fullName: 'LÊ AN' },
        { personId: 'binh', login: 'binh.moi' },
        { personId: 'binh' },
        { fullName: 'Lê Chi', login: 'BINH.moi' },
      ),
    ).toEqual([
      [],
      ['phone SAME_AS_ROW'],
      ['fullName SAME_AS_ROW'],
      [],
      ['personId SAME_AS_ROW'],
      ['login SAME_AS_ROW'],
    ]);
  });

  test('with a sentence in both languages that names the row it repeats', () => {
    const [, second] = plan({ fullName: 'Lê An' }, { fullName: 'Lê An' });
    expect(second!.problems[0]!.messages).toEqual({
      vi: 'Trùng với dòng thứ 1 của danh sách.',
      en: 'The same as row 1 of the list.',
    });
  });

  test('when the person holds the position already', () => {
    const held = { personId: 'binh', role: Role.FRONT, orgUnitId: 3, validFrom: '2025-07-01', validTo: null };
    const planned = planInvitations([{ personId: 'binh', role: Role.FRONT, orgUnitCode: 'MTTQ' }], {
      ...facts,
      positions: [held as Facts['positions'][number]],
    });
    expect(planned[0]!.problems.map(({ path, key }) => `${path} ${key}`)).toEqual(['role POSITION_HELD']);
  });
});

describe('a row is taken', () => {
  test('of somebody with the name of another, when a phone or a year tells them apart', () => {
    expect(wrongIn({ fullName: 'Đặng Văn Bình', birthYear: 1985 })).toEqual([]);
    expect(wrongIn({ fullName: 'Đặng Văn Bình', phone: '0987000002' })).toEqual([]);
    expect(problems({ fullName: 'Lê An', birthYear: 1980 }, { fullName: 'Lê An', birthYear: 1981 })).toEqual([
      [],
      [],
    ]);
  });

  test('with a login from the name, beside those of other communes and those typed further down', () => {
    const logins = plan(
      { fullName: 'Lê Văn An' },
      { fullName: 'Lò Vi An' },
      { fullName: 'Ai Đó', login: 'an.lv2' },
      { personId: 'binh' },
    ).map(({ login }) => login);
    expect(logins).toEqual(['an.lv3', 'an.lv4', 'an.lv2', 'binh.dv']);
  });

  test('and a refused one uses up no login', () => {
    const logins = plan(
      { fullName: 'Vũ Tư', phone: '0987000003', role: Role.FRONT },
      { fullName: 'Vũ Tư', phone: '0987000004' },
    ).map(({ login }) => login);
    expect(logins).toEqual([null, 'tu.v']);
  });

  test('with a position from today unless told; a date without a role is nothing', () => {
    const [today, later, none] = plan(
      { fullName: 'Lê Một', role: Role.VILLAGE_HEAD, orgUnitCode: ' DONG ' },
      { fullName: 'Lê Hai', role: Role.FRONT, orgUnitId: '3', validFrom: '2026-01-01' },
      { fullName: 'Lê Ba', validFrom: '2026-01-01' },
    ).map(({ position }) => position);
    expect(today).toEqual({ role: 'VILLAGE_HEAD', orgUnitId: 1, validFrom: '2025-12-01' });
    expect(later).toEqual({ role: 'FRONT', orgUnitId: 3, validFrom: '2026-01-01' });
    expect(none).toBeNull();
  });
});
