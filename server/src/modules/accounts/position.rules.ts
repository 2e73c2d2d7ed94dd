// Which role is held at which kind of organisation, and when. Pure: all it needs is passed in.
import { problem } from '../../kernel/index.js';
import { kindOfUnit, Role } from '../access/index.js';
import type { OrgUnit } from '../org/index.js';
import { positionErrors } from './position.errors.js';

/** These two are no positions: they follow from a team's list of members. */
const rolesOfTeam: ReadonlySet<Role> = new Set([Role.TEAM_LEADER, Role.TEAM_MEMBER]);

interface Period {
  validFrom: string;
  /** The first day outside; null while it lasts. */
  validTo: string | null;
}

/** Whether a period includes this day. */
export function covers({ validFrom, validTo }: Period, day: string): boolean {
  return validFrom <= day && (validTo === null || validTo > day);
}

/** Whether two periods share a day. */
export function overlap(one: Period, other: Period): boolean {
  const first = one.validFrom > other.validFrom ? one.validFrom : other.validFrom;
  return covers(one, first) && covers(other, first);
}

/** Errors: ROLE_FROM_TEAM. */
export function requireRoleOfPosition(role: Role, path: string): void {
  if (rolesOfTeam.has(role)) throw problem(positionErrors.ROLE_FROM_TEAM, {}, { path });
}

interface Wanted extends Period {
  role: Role;
  unit: Pick<OrgUnit, 'name' | 'kind' | 'validFrom' | 'validTo'>;
}

/**
 * A role that fits the organisation, which stands on the first day. `path` comes before the name of the input's field.
 * Errors: ROLE_FROM_TEAM, ROLE_NOT_AT_UNIT, UNIT_NOT_STANDING, POSITION_DATES.
 */
export function requirePosition({ role, unit, validFrom, validTo }: Wanted, path: string): void {
  requireRoleOfPosition(role, `${path}role`);
  if (kindOfUnit[role] !== unit.kind)
    throw problem(positionErrors.ROLE_NOT_AT_UNIT, { unit: unit.name }, { path: `${path}orgUnitId` });
  if (!covers(unit, validFrom))
    throw problem(
      positionErrors.UNIT_NOT_STANDING,
      { unit: unit.name, day: validFrom },
      { path: `${path}orgUnitId` },
    );
  if (validTo !== null && validTo <= validFrom)
    throw problem(positionErrors.POSITION_DATES, { validFrom }, { path: `${path}validTo` });
}

/**
 * The first day on which a position no longer holds. It may be its very first day: then it was never held, which is how
 * a mistake is taken back without being wiped out. Errors: POSITION_OVER, BEFORE_POSITION_START, ENDS_SOONER_ALREADY.
 */
export function requireEndOfPosition(on: string, position: Period, today: string): void {
  const { validFrom, validTo } = position;
  if (validTo !== null && validTo <= today) throw problem(positionErrors.POSITION_OVER, { day: validTo });
  if (on < validFrom) throw problem(positionErrors.BEFORE_POSITION_START, { validFrom }, { path: 'on' });
  if (validTo !== null && on >= validTo)
    throw problem(positionErrors.ENDS_SOONER_ALREADY, { day: validTo }, { path: 'on' });
}
