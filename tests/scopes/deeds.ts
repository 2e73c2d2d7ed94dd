/** What becomes of a call that would change something: done, or refused and how; in the words of the duties. */
import { has, reaches, reachOf, type Caller } from './caller.js';
import type { Duty } from './duties.js';
import type { World } from './facts.js';
import { operationNeeds } from './operations.js';
import { askOf } from './oracle.js';
import type { Place } from './places.js';

export type Outcome = string;

interface Deed {
  /** What it is done to: who does not see all of it does not find it. */
  to?: [type: string, id: keyof Place][];
  /** It is done in the village, where the duty must reach. */
  inVillage?: true;
  /** A decision: whoever makes it has proved lately who they are, which a script cannot. */
  decides?: true;
  /** About one's own way in: a person at a screen, not a script. */
  atScreen?: true;
  /** May be done while looking as another role. */
  whileViewing?: true;
  /** Another duty that it takes besides. */
  also?: Duty;
  /** Duties that `when` asks. */
  takes?: Duty[];
  /** Whose it must be, or what else decides; null leaves it to the rest. */
  when?(caller: Caller, place: Place): Outcome | null;
  /** What whoever is let through hears, where the rest cannot be played here: "this code is wrong". */
  ends?: Outcome[];
}

const home: [string, keyof Place] = ['Household', 'homeId'];
const request: Deed = { to: [['DataRequest', 'requestId']] };
const incident: Deed = { to: [['Incident', 'incidentId']] };
const account: Deed = { to: [['Account', 'accountId']], decides: true };
const self: Deed = { atScreen: true };

/** Whoever has not come in all the way is not signed in; others have nothing to do there. */
const refusal = ({ state }: Caller): Outcome => (state === 'in' ? 'NOT_ALLOWED' : 'NOT_SIGNED_IN');

/** Lends, or ends what was lent: one's own positions, and an administrator anybody's. */
function ofOffice(caller: Caller, { officerId }: Place): Outcome | null {
  return reachOf(caller, 'delegate').commune || caller.personId === officerId ? null : 'NOT_ALLOWED';
}

/** Who decides is neither the author nor somebody with no other right to decide than the author's. */
function isOthersWork(caller: Caller, { officerId }: Place): Outcome | null {
  const independent = caller.held.filter(({ delegatedBy }) => delegatedBy !== officerId);
  const isFree = caller.personId !== officerId && has({ ...caller, held: independent }, 'manage privacy');
  return isFree ? null : 'OWN_WORK';
}

/** The author of a note settles it, and whoever has that duty in the village. */
function settles(caller: Caller, { villageId, authorId }: Place): Outcome | null {
  return caller.personId === authorId || reaches(caller, 'settle notes', villageId) ? null : 'NOT_ALLOWED';
}

/** Setting up a second factor: at the screen, by whoever is in and has proved lately who they are. */
function setsUp(caller: Caller): Outcome | null {
  if (caller.state !== 'in') return 'NOT_SIGNED_IN';
  if (caller.scopes) return 'NOT_FOR_KEYS';
  return caller.confirmed ? null : 'CONFIRM_IDENTITY';
}

const deeds: Record<string, Deed> = {
  addHousehold: { to: [['OrgUnit', 'villageId']], inVillage: true },
  changeHousehold: { to: [home], inVillage: true },
  verifyHousehold: { to: [home], inVillage: true },
  recordVisit: { to: [home], inVillage: true },
  correctVisit: { to: [['Visit', 'visitId']], inVillage: true },
  settleNote: { to: [['Visit', 'suspectId']], takes: ['settle notes'], when: settles },
  recordGuidanceSession: { to: [['OrgUnit', 'villageId']], inVillage: true },
  addMember: { to: [['Team', 'teamId']] },
  changeMemberRole: { to: [['Membership', 'membershipId']] },
  endMembership: { to: [['Membership', 'membershipId']] },
  changePerson: { to: [['Person', 'personId']] },
  addOrgUnit: { to: [['OrgUnit', 'officeId']] },
  renameOrgUnit: { to: [['OrgUnit', 'officeId']] },
  recordConsent: { to: [home], inVillage: true },
  withdrawConsent: { to: [['Consent', 'consentId']], inVillage: true },
  recordDataRequest: { to: [home] },
  answerDataRequest: request,
  refuseDataRequest: request,
  // Deleting somebody's data is not for who took it down, nor for who stands in for them.
  completeDataRequest: { ...request, when: isOthersWork },
  changeIncident: incident,
  notifyIncident: incident,
  closeIncident: incident,
  exportVisits: { also: 'see the visits' },
  exportHouseholds: { also: 'see the homes' },
  exportPeople: { also: 'see the people' },
  requestUpload: { also: 'manage accounts' },
  readInvitationSheet: { ends: ['FILE_NOT_FOUND'] },
  setParameter: { decides: true },
  inviteAccounts: { decides: true, to: [['OrgUnit', 'officeId']] },
  resetAccess: account,
  disableAccount: account,
  enableAccount: account,
  removeAccountFactor: account,
  endAccountSessions: { to: [['Account', 'accountId']] },
  addPosition: {
    decides: true,
    to: [
      ['Person', 'personId'],
      ['OrgUnit', 'officeId'],
    ],
  },
  endPosition: { decides: true, to: [['Position', 'positionId']] },
  delegate: { decides: true, to: [['Person', 'officerId']], when: ofOffice },
  // One's own are seen, and all of them by an administrator.
  endDelegation: {
    when: (caller, place) => (ofCommune(caller, place) && !ofOffice(caller, place) ? null : 'NOT_FOUND'),
  },
  createApiKey: { decides: true },
  revokeApiKey: {
    ...self,
    takes: ['manage accounts'],
    when: (caller, place) =>
      caller.personId === place.leaderId || (has(caller, 'manage accounts') && ofCommune(caller, place))
        ? null
        : 'NOT_FOUND',
  },
  setSecondFactorRoles: { decides: true },
  viewAs: { ...self, to: [['OrgUnit', 'villageId']] },
  stopViewing: { ...self, whileViewing: true },
  signIn: { whileViewing: true, when: ({ scopes }) => scopes && 'NOT_ALLOWED' },
  signOut: { whileViewing: true },
  enterCode: {
    when: (caller) => (caller.state === 'pending' ? null : refusal(caller)),
    ends: ['CODE_WRONG'],
  },
  beginSecondFactor: { when: setsUp },
  confirmSecondFactor: { when: setsUp, ends: ['CODE_WRONG', 'FACTOR_NOT_STARTED'] },
  renewRecoveryCodes: { decides: true, ends: ['FACTOR_NOT_ON'] },
  removeSecondFactor: { decides: true, ends: ['FACTOR_NOT_ON'] },
  checkInvitation: { whileViewing: true },
  acceptInvitation: { whileViewing: true, when: ({ scopes }) => scopes && 'NOT_ALLOWED' },
  // Everybody here comes from one address, which may not try a setup code often.
  foundCommune: { ends: ['SETUP_REFUSED', 'TOO_MANY_ATTEMPTS'] },
  endSession: { ...self, when: ({ personId }, { leaderId }) => (personId === leaderId ? null : 'NOT_FOUND') },
  signOutEverywhere: self,
  confirmIdentity: { ...self, whileViewing: true },
  changePassword: { ...self, ends: ['PASSWORD_WRONG'] },
};

const ofCommune = (caller: Caller, place: Place) => caller.communeId === place.communeId;

/** The duties that decide over an operation besides the one it is named after. */
export const deedsOf = (operation: string): Duty[] => {
  const { also, takes = [] } = deeds[operation] ?? {};
  return also ? [also, ...takes] : takes;
};

/** Whether the caller sees all that this operation is done to. */
export function seesTarget(world: World, caller: Caller, operation: string, place: Place): boolean {
  const ask = askOf(world, caller);
  return deeds[operation]?.to?.every(([type, id]) => ask.one(type, place[id]) !== null) ?? true;
}

/** What may become of this operation when the caller asks for it in this place; one thing, but where two locks stand before it. */
export function outcomesOf(world: World, caller: Caller, operation: string, place: Place): Outcome[] {
  const needs = operationNeeds(operation);
  const deed = deeds[operation] ?? {};
  const lacks = !has(caller, needs) || (deed.also !== undefined && !has(caller, deed.also));
  const locks = [
    ...(deed.decides && caller.state === 'in' && caller.scopes ? ['NOT_ALLOWED'] : []),
    ...(deed.decides && caller.state === 'in' && !caller.scopes && !caller.confirmed
      ? ['CONFIRM_IDENTITY']
      : []),
    ...(caller.viewing && !deed.whileViewing ? ['VIEWING_ONLY'] : []),
    ...(lacks ? [refusal(caller)] : []),
  ];
  if (locks.length > 0) return locks;
  if (deed.atScreen && caller.scopes) return ['NOT_FOR_KEYS'];
  if (!seesTarget(world, caller, operation, place)) return ['NOT_FOUND'];
  const decided = deed.when?.(caller, place);
  if (decided) return [decided];
  if (deed.inVillage && !reaches(caller, needs as Duty, place.villageId)) return ['NOT_ALLOWED'];
  return deed.ends ?? ['DONE'];
}
