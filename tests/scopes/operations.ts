/** What each operation of the API needs, in the words of the duties; and what the few answer that are no plain list. */
import type { Caller, Needs } from './caller.js';
import type { Ask, Row } from './model.js';
import { historyPage } from './model-history.js';

const needs: Record<string, Needs> = {
  // ── Reading ──
  me: 'anybody',
  orgUnits: 'see the organisations',
  orgUnit: 'see the organisations',
  activePlan: 'see the plan',
  plans: 'see the plan',
  plan: 'see the plan',
  planTargets: 'see the plan',
  planTarget: 'see the plan',
  topics: 'see the plan',
  scoreboard: 'see the figures',
  scoreboardChanged: 'see the figures',
  indicators: 'see the figures',
  indicatorHistory: 'see the figures',
  lagFlags: 'see the warnings',
  lagFlag: 'see the warnings',
  people: 'see the people',
  person: 'see the people',
  teams: 'see the teams',
  team: 'see the teams',
  memberships: 'see the teams',
  membership: 'see the teams',
  households: 'see the homes',
  householdsAggregate: 'see the homes',
  household: 'see the homes',
  visits: 'see the visits',
  visitsAggregate: 'see the visits',
  visit: 'see the visits',
  guidanceSessions: 'see the visits',
  guidanceSession: 'see the visits',
  dossierMonths: 'see the register',
  dossierMonth: 'see the register',
  setup: 'anybody',
  mySecondFactor: 'anybody',
  mySessions: 'signed in',
  apiKeys: 'signed in',
  securitySettings: 'set security',
  accounts: 'see accounts',
  account: 'see accounts',
  positions: 'see accounts',
  delegations: 'signed in',
  parameters: 'see the parameters',
  parameter: 'see the parameters',
  history: 'see the history',
  historyTypes: 'see the history',
  historySeal: 'see the history',
  readings: 'see the history',
  consents: 'see privacy',
  consentWordings: 'record consents',
  dataRequests: 'see privacy',
  dataRequest: 'see privacy',
  incidents: 'see incidents',
  incident: 'see incidents',
  retentionRules: 'see privacy',
  // ── Doing ──
  addHousehold: 'keep the roster',
  changeHousehold: 'keep the roster',
  verifyHousehold: 'verify the roster',
  recordVisit: 'record visits',
  correctVisit: 'record visits',
  recordGuidanceSession: 'record sessions',
  recordDossierMonth: 'keep the register',
  addMember: 'keep the teams',
  changeMemberRole: 'keep the teams',
  endMembership: 'keep the teams',
  addPerson: 'keep the list of people',
  changePerson: 'keep the list of people',
  addOrgUnit: 'manage organisations',
  renameOrgUnit: 'manage organisations',
  recomputeCommune: 'recompute',
  setBusinessClock: 'set the clock',
  settleNote: 'record visits',
  recordConsent: 'record consents',
  withdrawConsent: 'record consents',
  recordDataRequest: 'manage privacy',
  answerDataRequest: 'manage privacy',
  completeDataRequest: 'manage privacy',
  refuseDataRequest: 'manage privacy',
  recordIncident: 'record incidents',
  changeIncident: 'record incidents',
  notifyIncident: 'record incidents',
  closeIncident: 'record incidents',
  exportHouseholds: 'take homes out',
  exportVisits: 'take homes out',
  exportPeople: 'take people out',
  requestUpload: 'hand in files',
  setParameter: 'set parameters',
  inviteAccounts: 'manage accounts',
  readInvitationSheet: 'manage accounts',
  resetAccess: 'manage accounts',
  disableAccount: 'manage accounts',
  enableAccount: 'manage accounts',
  endAccountSessions: 'manage accounts',
  removeAccountFactor: 'manage accounts',
  addPosition: 'manage positions',
  endPosition: 'manage positions',
  delegate: 'delegate',
  endDelegation: 'delegate',
  createApiKey: 'make keys',
  revokeApiKey: 'signed in',
  setSecondFactorRoles: 'set security',
  viewAs: 'view as a role',
  // ── Oneself ──
  signIn: 'anybody',
  signOut: 'anybody',
  enterCode: 'anybody',
  beginSecondFactor: 'anybody',
  confirmSecondFactor: 'anybody',
  checkInvitation: 'anybody',
  acceptInvitation: 'anybody',
  foundCommune: 'anybody',
  endSession: 'signed in',
  signOutEverywhere: 'signed in',
  confirmIdentity: 'signed in',
  changePassword: 'signed in',
  renewRecoveryCodes: 'signed in',
  removeSecondFactor: 'signed in',
  stopViewing: 'signed in',
};

export const judgedOperations = Object.keys(needs);

export function operationNeeds(operation: string): Needs {
  const known = needs[operation];
  if (!known) throw new Error(`Nobody has judged the operation ${operation}`);
  return known;
}

/** Queries that are neither a list, a count nor one row by its id. */
export const specialAnswers: Record<string, (ask: Ask, args: Row) => unknown> = {
  me: () => ({}),
  setup: () => ({ isOpen: false }),
  securitySettings: () => ({ secondFactorRoles: [] }),
  history: historyPage,
  activePlan: (ask) => ask.all('Plan').find(({ isActive }) => isActive === true) ?? null,
};

/** Queries whose answers the oracle does not foretell: it says who may ask, and whether there is an answer. */
const unforetold = new Set([
  ...['topics', 'scoreboard', 'indicators', 'indicatorHistory'],
  ...['parameters', 'parameter', 'historyTypes', 'historySeal', 'readings', 'mySessions', 'mySecondFactor'],
  ...['consentWordings', 'retentionRules'],
]);

export const foretold = (query: string) => !unforetold.has(query);

/** What is about one's own way in: a person at a screen asks it, not a script; some of it also on the way in. */
const ofSession = new Set(['apiKeys', 'mySessions']);
const ofSessionOrPending = new Set(['mySecondFactor']);

/** Why somebody is refused who may ask as such, or null. */
export function refusedFor(operation: string, { state, scopes }: Caller): string | null {
  const isPersonal = ofSession.has(operation) || ofSessionOrPending.has(operation);
  if (!isPersonal) return null;
  if (scopes) return 'NOT_FOR_KEYS';
  const isIn = state === 'in' || (state === 'pending' && ofSessionOrPending.has(operation));
  return isIn ? null : 'NOT_SIGNED_IN';
}
