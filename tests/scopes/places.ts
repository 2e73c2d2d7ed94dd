/** A village with everything in it that a call can name: what is one's own, next door, or another commune's. */
import { holdsToday, personOf, unitOf, type World } from './facts.js';

export interface Place {
  name: string;
  communeId: number;
  villageId: number;
  officeId: number;
  teamId: string;
  homeId: string;
  visitId: string;
  sessionId: string;
  memberId: string;
  membershipId: string;
  planId: string;
  targetId: string;
  monthId: string;
  flagId: string;
  /** Somebody of the commune without an account. */
  personId: string;
  leaderLogin: string;
}

export function placeOf(world: World, code: string): Place {
  const village = unitOf(world, code);
  const { communeId, id: villageId } = village;
  const prefix = communeId === 1 ? '' : `x${communeId}.`;
  const of = <T extends { communeId: number }>(rows: T[]) => rows.find((row) => row.communeId === communeId)!;
  const inVillage = <T extends { villageId: number | null }>(rows: T[]) =>
    rows.find((row) => row.villageId === villageId)!;
  const leaderLogin = `${prefix}totruong.${code.replace(prefix, '').toLowerCase()}`;
  const memberId = personOf(world, leaderLogin).id;
  return {
    name: code,
    communeId,
    villageId,
    officeId: unitOf(world, `${prefix}NONGDAN`).id,
    teamId: inVillage(world.team).id,
    homeId: inVillage(world.household).id,
    visitId: inVillage(world.visit).id,
    sessionId: inVillage(world.guidanceSession).id,
    memberId,
    membershipId: world.teamMembership.find((row) => row.personId === memberId && holdsToday(row))!.id,
    planId: of(world.plan).id,
    targetId: of(world.planTarget).id,
    monthId: of(world.dossierMonth).id,
    flagId: inVillage(world.lagFlag).id,
    personId: world.person.find(
      ({ id, communeId: commune }) =>
        commune === communeId && world.account.every(({ personId }) => personId !== id),
    )!.id,
    leaderLogin,
  };
}

/** Two villages of xã Thượng Hồng and one of xã Láng Giềng. */
export const placesOf = (world: World): Place[] =>
  ['DONG', 'TAY', 'x2.LANG'].map((code) => placeOf(world, code));
