/** What becomes of a call that would change something: refused, not found, or done; in the words of the duties. */
import { has, reaches, type Caller } from './caller.js';
import type { Duty } from './duties.js';
import type { World } from './facts.js';
import { operationNeeds } from './operations.js';
import { askOf } from './oracle.js';
import type { Place } from './places.js';

export type Outcome = 'DONE' | 'NOT_SIGNED_IN' | 'NOT_ALLOWED' | 'NOT_FOUND';

interface Deed {
  /** What it is done to: who does not see it does not find it. */
  to?: [type: string, id: keyof Place];
  /** It is done in the village, where the duty must reach. */
  inVillage?: true;
}

const home: Deed = { to: ['Household', 'homeId'], inVillage: true };

/** Of the deeds that are done to something, or somewhere. The others are done in one's own commune. */
const deeds: Record<string, Deed> = {
  addHousehold: { to: ['OrgUnit', 'villageId'], inVillage: true },
  changeHousehold: home,
  verifyHousehold: home,
  recordVisit: home,
  correctVisit: { to: ['Visit', 'visitId'], inVillage: true },
  recordGuidanceSession: { to: ['OrgUnit', 'villageId'], inVillage: true },
  addMember: { to: ['Team', 'teamId'] },
  changeMemberRole: { to: ['Membership', 'membershipId'] },
  endMembership: { to: ['Membership', 'membershipId'] },
  changePerson: { to: ['Person', 'personId'] },
  addOrgUnit: { to: ['OrgUnit', 'officeId'] },
  renameOrgUnit: { to: ['OrgUnit', 'officeId'] },
};

/** What becomes of this operation when the caller asks for it in this place. */
export function outcomeOf(world: World, caller: Caller, operation: string, place: Place): Outcome {
  const needs = operationNeeds(operation);
  if (!has(caller, needs)) return caller.state === 'in' ? 'NOT_ALLOWED' : 'NOT_SIGNED_IN';
  const { to, inVillage } = deeds[operation] ?? {};
  if (to && !askOf(world, caller).one(to[0], place[to[1]])) return 'NOT_FOUND';
  if (inVillage && !reaches(caller, needs as Duty, place.villageId)) return 'NOT_ALLOWED';
  return 'DONE';
}
