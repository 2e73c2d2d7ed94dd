/** A village with everything in it that a call can name: what is one's own, next door, or another commune's. */
import { accountOf, holdsToday, personOf, unitOf, type World } from './facts.js';

export interface Place {
  name: string;
  communeId: number;
  villageId: number;
  /** An office of the commune, and the Office itself with who sits there. */
  officeId: number;
  cultureId: number;
  officerId: string;
  positionId: string;
  teamId: string;
  homeId: string;
  visitId: string;
  /** A visit whose note waits, and its author. */
  suspectId: string;
  authorId: string;
  sessionId: string;
  membershipId: string;
  /** Who leads the team of the village, and has an account. */
  leaderId: string;
  leaderLogin: string;
  /** An account of the commune that nobody in these tests signs in with. */
  accountId: string;
  /** Somebody of the commune without an account. */
  personId: string;
  planId: string;
  targetId: string;
  monthId: string;
  flagId: string;
  consentId: string;
  requestId: string;
  incidentId: string;
}

export function placeOf(world: World, code: string): Place {
  const village = unitOf(world, code);
  const { communeId, id: villageId } = village;
  const prefix = communeId === 1 ? '' : `x${communeId}.`;
  const of = <T extends { communeId: number }>(rows: T[]) => rows.find((row) => row.communeId === communeId)!;
  const inVillage = <T extends { villageId: number | null }>(rows: T[]) =>
    rows.find((row) => row.villageId === villageId)!;
  const lower = code.replace(prefix, '').toLowerCase();
  const leaderLogin = `${prefix}totruong.${lower}`;
  const leaderId = personOf(world, leaderLogin).id;
  const authorId = personOf(world, `${prefix}thanhvien.${lower}`).id;
  const homeId = inVillage(world.household).id;
  const officerId = personOf(world, `${prefix}vanhoa`).id;
  return {
    name: code,
    communeId,
    villageId,
    officeId: unitOf(world, `${prefix}NONGDAN`).id,
    cultureId: unitOf(world, `${prefix}VHXH`).id,
    officerId,
    positionId: world.position.find(({ personId }) => personId === officerId)!.id,
    teamId: inVillage(world.team).id,
    homeId,
    visitId: inVillage(world.visit).id,
    suspectId: world.visit.find(
      (visit) =>
        visit.villageId === villageId && visit.noteState === 'SUSPECT' && visit.recordedById === authorId,
    )!.id,
    authorId,
    sessionId: inVillage(world.guidanceSession).id,
    membershipId: world.teamMembership.find((row) => row.personId === leaderId && holdsToday(row))!.id,
    leaderId,
    leaderLogin,
    accountId: accountOf(world, `${prefix}topho.${lower}`).id,
    personId: world.person.find(
      ({ id, communeId: commune }) =>
        commune === communeId && world.account.every(({ personId }) => personId !== id),
    )!.id,
    planId: of(world.plan).id,
    targetId: of(world.planTarget).id,
    monthId: of(world.dossierMonth).id,
    flagId: inVillage(world.lagFlag).id,
    consentId: world.consent.find(({ householdId }) => householdId === homeId)!.id,
    requestId: of(world.dataRequest.filter(({ kind }) => kind === 'DELETE')).id,
    incidentId: of(world.incident).id,
  };
}

/** Two villages of xã Thượng Hồng and one of xã Láng Giềng. */
export const placesOf = (world: World): Place[] =>
  ['DONG', 'TAY', 'x2.LANG'].map((code) => placeOf(world, code));
