/** What each operation of the API needs, in the words of the duties; and what the few answer that are no plain list. */
import type { Needs } from './caller.js';
import type { Ask, Row } from './model.js';

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
  signIn: 'anybody',
  signOut: 'anybody',
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
  activePlan: (ask) => ask.all('Plan').find(({ isActive }) => isActive === true) ?? null,
};

/** Queries whose answers the oracle does not foretell: it says who may ask, and whether there is an answer. */
const unforetold = ['topics', 'scoreboard', 'indicators', 'indicatorHistory'];

export const foretold = (query: string) => !unforetold.includes(query);
