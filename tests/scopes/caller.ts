/** Who asks, and how far each duty goes for them. */
import { duties, dutyRow, type Duty } from './duties.js';
import { accountOf, holdsToday, personOf, type Role, type World } from './facts.js';

interface Held {
  role: Role;
  orgUnitId: number;
  delegatedBy: string | null;
}

export interface Caller {
  /** For the names of tests. */
  name: string;
  /** nobody: not signed in. pending: the password was right, the second factor is missing. */
  state: 'nobody' | 'pending' | 'in';
  communeId: number | null;
  personId: string | null;
  login: string | null;
  held: Held[];
  /** Of an API key: the names of the duties it was made for. */
  scopes: readonly string[] | null;
  /** Whether they have proved lately who they are, as decisions ask. */
  confirmed: boolean;
  /** Looks at the screens of these roles, with the rows about people that both may see and no row about homes. */
  viewing: { own: Held[] } | null;
}

export const nobody: Caller = {
  name: 'nobody',
  state: 'nobody',
  communeId: null,
  personId: null,
  login: null,
  held: [],
  scopes: null,
  confirmed: false,
  viewing: null,
};

/** Somebody who has signed in all the way, with the positions of today. */
export function callerOf(world: World, login: string): Caller {
  const person = personOf(world, login);
  return {
    ...nobody,
    name: login,
    state: 'in',
    communeId: person.communeId,
    personId: person.id,
    login,
    confirmed: true,
    held: heldBy(world, person.id),
  };
}

/** The same person before the second factor: known, and allowed nothing. */
export function pendingCaller(caller: Caller): Caller {
  return {
    ...caller,
    name: `${caller.name} (second factor missing)`,
    state: 'pending',
    held: [],
    confirmed: false,
  };
}

/** A script with a key of theirs. It proves nothing. */
export function keyOf(world: World, login: string, name: string): Caller {
  const accountId = accountOf(world, login).id;
  const key = world.apiKey.find((candidate) => candidate.accountId === accountId && candidate.name === name)!;
  return { ...callerOf(world, login), name: `${login} key ${name}`, scopes: key.scopes, confirmed: false };
}

/** Signed in long ago, and not asked since who they are. */
export function unconfirmed(caller: Caller): Caller {
  return { ...caller, name: `${caller.name} (long ago)`, confirmed: false };
}

export function viewingAs(caller: Caller, role: Role, orgUnitId: number): Caller {
  return {
    ...caller,
    name: `${caller.name} viewing as ${role}`,
    held: [{ role, orgUnitId, delegatedBy: null }],
    viewing: { own: caller.held },
  };
}

/** What a person holds today: positions, places in teams, and what somebody has lent them. */
export function heldBy(world: World, personId: string): Held[] {
  const own = world.position.filter((position) => position.personId === personId && holdsToday(position));
  const inTeams = world.teamMembership.filter((member) => member.personId === personId && holdsToday(member));
  const lent = world.delegation.filter(
    (delegation) =>
      delegation.toPersonId === personId &&
      delegation.endedAt === null &&
      holdsToday(delegation) &&
      world.position.some(
        (position) =>
          position.personId === delegation.fromPersonId &&
          position.orgUnitId === delegation.orgUnitId &&
          position.role === delegation.role &&
          holdsToday(position),
      ),
  );
  return [
    ...own.map(({ role, orgUnitId }) => ({ role, orgUnitId, delegatedBy: null })),
    ...inTeams.map(({ role, villageId }) => ({
      role: role === 'MEMBER' ? ('TEAM_MEMBER' as const) : ('TEAM_LEADER' as const),
      orgUnitId: villageId,
      delegatedBy: null,
    })),
    ...lent.map(({ role, orgUnitId, fromPersonId }) => ({ role, orgUnitId, delegatedBy: fromPersonId })),
  ];
}

/** Who is asked about besides duties: anybody at all, or everybody who has signed in. */
export type Needs = Duty | 'anybody' | 'signed in';

export interface Reach {
  commune: boolean;
  /** The units it holds in, when it is not the whole commune. */
  units: number[];
  /** For oneself. */
  self: boolean;
}

const nowhere: Reach = { commune: false, units: [], self: false };

/** How far a duty goes: the union of what the positions give. A key's scopes take away, never add. */
export function reachOf(caller: Caller, duty: Duty): Reach {
  const { ability, marks } = dutyRow(duty);
  if (caller.state !== 'in' || (caller.scopes && !caller.scopes.includes(ability))) return nowhere;
  const given = caller.held.map(({ role, orgUnitId }) => ({ mark: marks[role], orgUnitId }));
  const commune = given.some(({ mark }) => mark === 'C');
  return {
    commune,
    units: commune
      ? []
      : [...new Set(given.filter(({ mark }) => mark === 'U').map(({ orgUnitId }) => orgUnitId))],
    self: given.some(({ mark }) => mark === 'S'),
  };
}

/** Whether the caller has this duty at all, wherever. */
export function has(caller: Caller, needs: Needs): boolean {
  if (needs === 'anybody') return true;
  if (needs === 'signed in') return caller.state === 'in';
  const { commune, units, self } = reachOf(caller, needs);
  return commune || units.length > 0 || self;
}

export function reaches(caller: Caller, duty: Duty, orgUnitId: number | null): boolean {
  const { commune, units } = reachOf(caller, duty);
  return commune || (orgUnitId !== null && units.includes(orgUnitId));
}

/** Whether rows about people of this duty are the caller's to see: while viewing, only what both roles may see. */
export function seesRowsOf(caller: Caller, duty: Duty): boolean {
  if (!has(caller, duty)) return false;
  return caller.viewing === null || has({ ...caller, held: caller.viewing.own, viewing: null }, duty);
}

export interface AbilityTold {
  action: string;
  reach: 'COMMUNE' | 'UNIT' | 'SELF';
  orgUnitIds: string[] | null;
}

/** What the panel is told it may show. */
export function abilitiesTold(caller: Caller): AbilityTold[] {
  return duties
    .filter(({ duty }) => has(caller, duty))
    .map(({ duty, ability }): AbilityTold => {
      const { commune, units } = reachOf(caller, duty);
      if (commune) return { action: ability, reach: 'COMMUNE', orgUnitIds: null };
      if (units.length > 0) return { action: ability, reach: 'UNIT', orgUnitIds: units.map(String) };
      return { action: ability, reach: 'SELF', orgUnitIds: null };
    });
}
