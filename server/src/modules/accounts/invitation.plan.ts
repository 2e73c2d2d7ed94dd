// What would become of each row of a batch of invitations: who it is, which login, which position, and what is wrong.
// Pure: what the database knows is passed in.
import { fieldProblem, fold, kernelErrors, problem, Problem, type FieldProblem } from '../../kernel/index.js';
import type { OrgUnit } from '../org/index.js';
import { requirePhone } from '../people/index.js';
import type { Role } from '../access/index.js';
import { positionErrors } from './position.errors.js';
import { invitationErrors } from './invitation.errors.js';
import type { InviteRowInput } from './invitation.types.js';
import { isLogin, takeLogin } from './login.js';
import type { Position } from './position.entity.js';
import { overlap, requirePosition } from './position.rules.js';

export interface KnownPerson {
  id: string;
  fullName: string;
  folded: string;
  phone: string | null;
  birthYear: number | null;
  hasAccount: boolean;
}

export interface Facts {
  today: string;
  /** Everybody whom a row names, or who has the phone or the name of a row. */
  people: KnownPerson[];
  units: OrgUnit[];
  /** Positions of the people whom a row names. */
  positions: Position[];
  /** Logins of all communes that could clash. */
  takenLogins: Iterable<string>;
}

interface Somebody {
  /** Null for a new person. */
  id: string | null;
  fullName: string;
  folded: string;
  phone: string | null;
  birthYear: number | null;
}

export interface PlannedPosition {
  role: Role;
  orgUnitId: number;
  validFrom: string;
}

export interface PlannedRow {
  index: number;
  person: Somebody | null;
  login: string | null;
  position: PlannedPosition | null;
  problems: FieldProblem[];
}

/**
 * The plan for every row, in the order given. A row without problems has a person and a login. `numberOf` says how people
 * know a row that another one repeats: its place in the list, or its line in a sheet.
 */
export function planInvitations(
  rows: readonly InviteRowInput[],
  facts: Facts,
  numberOf = (index: number) => index + 1,
): PlannedRow[] {
  const planned = rows.map((row, index) => planRow(row, index, facts));
  refuseRepeated(planned, numberOf);
  giveLogins(planned, new Set(facts.takenLogins));
  return planned;
}

function planRow(row: InviteRowInput, index: number, facts: Facts): PlannedRow {
  const problems: FieldProblem[] = [];
  const attempt = <T>(read: () => T): T | null => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof Problem) || error.fields.length === 0) throw error;
      problems.push(...error.fields);
      return null;
    }
  };
  const person = row.personId
    ? attempt(() => knownPerson(row.personId!, facts))
    : newPerson(row, facts, attempt);
  const login = attempt(() => typedLogin(row));
  const position = attempt(() => wantedPosition(row, person, facts));
  return { index, person, login, position, problems };
}

function knownPerson(id: string, { people }: Facts): Somebody {
  const where = { path: 'personId' };
  const person = people.find((known) => known.id === id);
  if (!person) throw problem(kernelErrors.NOT_FOUND, {}, where);
  if (person.hasAccount) throw problem(invitationErrors.HAS_ACCOUNT, { name: person.fullName }, where);
  return person;
}

type Attempt = <T>(read: () => T) => T | null;

function newPerson(row: InviteRowInput, facts: Facts, attempt: Attempt): Somebody | null {
  const fullName = attempt(() => requireName(row.fullName));
  const phone = attempt(() => requirePhone(row.phone, 'phone'));
  const birthYear = attempt(() => requireBirthYear(row.birthYear ?? null, facts.today));
  if (fullName === null) return null;
  const person = { id: null, fullName, folded: fold(fullName), phone, birthYear };
  attempt(() => refuseKnown(person, facts));
  return person;
}

function requireName(typed: string | null | undefined): string {
  const fullName = (typed ?? '').trim().replace(/\s+/g, ' ');
  if (fullName === '') throw problem(invitationErrors.INVITED_NAME_EMPTY, {}, { path: 'fullName' });
  return fullName;
}

function requireBirthYear(year: number | null, today: string): number | null {
  const latest = Number(today.slice(0, 4));
  if (year === null || (year >= 1900 && year <= latest)) return year;
  throw problem(invitationErrors.INVITED_BIRTH_YEAR, { year, latest }, { path: 'birthYear' });
}

function refuseKnown(person: Somebody, { people }: Facts): void {
  const samePhone = people.find(({ phone }) => phone !== null && phone === person.phone);
  if (samePhone)
    throw problem(invitationErrors.PHONE_OF_SOMEBODY, { name: samePhone.fullName }, { path: 'phone' });
  const sameName = people.find((known) => mayBeTheSame(known, person));
  if (sameName)
    throw problem(invitationErrors.NAME_OF_SOMEBODY, { name: sameName.fullName }, { path: 'fullName' });
}

type Described = Pick<Somebody, 'folded' | 'phone' | 'birthYear'>;

/** The same name, and nothing known of both that tells them apart. */
function mayBeTheSame(one: Described, other: Described): boolean {
  const differ = <T>(a: T | null, b: T | null) => a !== null && b !== null && a !== b;
  return (
    one.folded === other.folded && !differ(one.phone, other.phone) && !differ(one.birthYear, other.birthYear)
  );
}

function typedLogin({ login: typed }: InviteRowInput): string | null {
  const login = typed?.trim().toLowerCase() || null;
  if (login !== null && !isLogin(login))
    throw problem(invitationErrors.INVITED_LOGIN, { login }, { path: 'login' });
  return login;
}

function wantedPosition(row: InviteRowInput, person: Somebody | null, facts: Facts): PlannedPosition | null {
  const unitField = row.orgUnitId ? 'orgUnitId' : 'orgUnitCode';
  const named = row.orgUnitId || row.orgUnitCode?.trim() || null;
  if (!row.role && !named) return null;
  if (!row.role || !named) {
    const path = row.role ? 'orgUnitId' : 'role';
    throw problem(invitationErrors.POSITION_INCOMPLETE, {}, { path });
  }
  const unit = facts.units.find(({ id, code }) => (row.orgUnitId ? String(id) : code) === named);
  if (!unit) throw problem(kernelErrors.NOT_FOUND, {}, { path: unitField });
  const position = { role: row.role, orgUnitId: unit.id, validFrom: row.validFrom ?? facts.today };
  const period = { validFrom: position.validFrom, validTo: null };
  requirePosition({ role: row.role, unit, ...period }, '');
  const holdsIt = facts.positions.some(
    (held) =>
      held.personId === person?.id &&
      held.role === position.role &&
      held.orgUnitId === unit.id &&
      overlap(held, period),
  );
  if (holdsIt) throw problem(positionErrors.POSITION_HELD, {}, { path: 'role' });
  return position;
}

// The first of equal rows stands; the later ones say which one they repeat.
function refuseRepeated(planned: PlannedRow[], numberOf: (index: number) => number): void {
  for (const row of planned) {
    for (const [field, isSame] of sameness) {
      const earlier = planned.find((other) => other.index < row.index && isSame(other, row));
      if (!earlier) continue;
      const args = { row: numberOf(earlier.index) };
      row.problems.push(fieldProblem(invitationErrors.SAME_AS_ROW, args, field));
      break;
    }
  }
}

const equal = <T>(one: T | null | undefined, other: T | null | undefined) => one != null && one === other;
const bothNew = ({ person: one }: PlannedRow, { person: other }: PlannedRow) =>
  one?.id === null && other?.id === null;

const sameness: [string, (one: PlannedRow, other: PlannedRow) => boolean][] = [
  ['personId', (one, other) => equal(one.person?.id, other.person?.id)],
  ['phone', (one, other) => bothNew(one, other) && equal(one.person!.phone, other.person!.phone)],
  ['fullName', (one, other) => bothNew(one, other) && mayBeTheSame(one.person!, other.person!)],
  ['login', (one, other) => equal(one.login, other.login)],
];

// Typed logins first: one that is made steps aside for them.
function giveLogins(planned: PlannedRow[], taken: Set<string>): void {
  for (const { login, problems } of planned) {
    if (login !== null && taken.has(login))
      problems.push(fieldProblem(invitationErrors.LOGIN_TAKEN, {}, 'login'));
  }
  for (const { login } of planned) if (login !== null) taken.add(login);
  for (const row of planned) {
    if (row.problems.length > 0) row.login = null;
    else row.login ??= takeLogin(row.person!.fullName, taken);
  }
}
