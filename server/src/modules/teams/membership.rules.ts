// When a time in a team may start and end, and what a decision needs. Pure: all it needs is passed in.
import { problem } from '../../kernel/index.js';
import type { OrgUnit } from '../org/index.js';
import type { Membership } from './membership.entity.js';
import type { Team } from './team.entity.js';
import { teamErrors } from './team.errors.js';

interface StartFacts {
  today: string;
  team: Pick<Team, 'foundedOn'>;
  village: Pick<OrgUnit, 'name' | 'validTo'>;
}

/** Errors: MEMBERSHIP_IN_FUTURE, BEFORE_TEAM_FOUNDED, TEAM_VILLAGE_CLOSED. */
export function requireStartDay(day: string, { today, team, village }: StartFacts): void {
  const where = { path: 'input.validFrom' };
  if (day > today) throw problem(teamErrors.MEMBERSHIP_IN_FUTURE, { day }, where);
  if (day < team.foundedOn)
    throw problem(teamErrors.BEFORE_TEAM_FOUNDED, { day, foundedOn: team.foundedOn }, where);
  // The new row is open-ended, so it is today's village that counts, whatever day it starts on.
  if (village.validTo !== null && village.validTo <= today) {
    throw problem(
      teamErrors.TEAM_VILLAGE_CLOSED,
      { village: village.name, day: village.validTo },
      { path: 'input.teamId' },
    );
  }
}

interface EndFacts {
  today: string;
  membership: Pick<Membership, 'validFrom'>;
  path: string;
}

/** Errors: MEMBERSHIP_IN_FUTURE, NOT_AFTER_MEMBERSHIP_START. */
export function requireEndDay(day: string, { today, membership, path }: EndFacts): void {
  if (day > today) throw problem(teamErrors.MEMBERSHIP_IN_FUTURE, { day }, { path });
  const { validFrom } = membership;
  if (day <= validFrom) throw problem(teamErrors.NOT_AFTER_MEMBERSHIP_START, { validFrom }, { path });
}

/** As a caller types it; what is left out is not there. */
export type TypedDecision = Partial<Decision>;
type Decision = Pick<Membership, 'decisionNumber' | 'decisionDate'>;

/** Number and date, or neither. Errors: DECISION_INCOMPLETE, DECISION_IN_FUTURE. */
export function readDecision(
  typed: TypedDecision,
  { today, path }: { today: string; path: string },
): Decision {
  const decisionNumber = typed.decisionNumber?.trim() || null;
  const decisionDate = typed.decisionDate ?? null;
  if ((decisionNumber === null) !== (decisionDate === null)) {
    const missing = decisionNumber === null ? 'decisionNumber' : 'decisionDate';
    throw problem(teamErrors.DECISION_INCOMPLETE, {}, { path: `${path}${missing}` });
  }
  if (decisionDate !== null && decisionDate > today) {
    throw problem(teamErrors.DECISION_IN_FUTURE, { day: decisionDate }, { path: `${path}decisionDate` });
  }
  return { decisionNumber, decisionDate };
}
