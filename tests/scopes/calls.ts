/**
 * One valid call for each operation of the API: what somebody who may would send, about a village, an office or a
 * person of a place. What a call uses up (a membership that ends, a visit that is corrected) is made anew when it is
 * sent by somebody who may, so that only the caller decides the answer.
 */
import { byId, doing, whole, type CallMaker } from './call.js';
import { accessCalls } from './calls-access.js';
import { privacyCalls } from './calls-privacy.js';
import type { Place } from './places.js';
import { stock } from './stock.js';

const inVillage = (name: string, type: string): CallMaker => [
  `query ($filter: ${type}Filter) { ${name}(filter: $filter) { totalCount nodes { id } } }`,
  ({ villageId }) => ({ filter: { villageId: { eq: String(villageId) } } }),
];
const counted = (name: string, type: string): CallMaker => [
  `query ($filter: ${type}Filter) { ${name}(filter: $filter) { count } }`,
  ({ villageId }) => ({ filter: { villageId: { eq: String(villageId) } } }),
];
const taking = (name: string): CallMaker => [
  `mutation { ${name}(format: CSV, reason: "Báo cáo tháng 11 của xã") { path fileName rows expiresAt } }`,
];

export const calls: Record<string, CallMaker> = {
  // ── Reading ──
  me: [
    '{ me { login person { id } positions { role orgUnit { id } } abilities { action reach orgUnitIds } } }',
  ],
  orgUnits: whole('orgUnits'),
  orgUnit: byId('orgUnit', 'villageId'),
  activePlan: ['{ activePlan { id } }'],
  plans: whole('plans'),
  plan: byId('plan', 'planId'),
  planTargets: whole('planTargets'),
  planTarget: byId('planTarget', 'targetId'),
  topics: ['{ topics { code } }'],
  scoreboard: ['{ scoreboard { villages { id flags { id } } } }'],
  scoreboardChanged: ['subscription { scoreboardChanged { at villageIds } }'],
  indicators: ['{ indicators { code } }'],
  indicatorHistory: [
    'query ($unit: ID!) { indicatorHistory(orgUnitId: $unit, indicatorCode: "SMARTPHONE") { onDate } }',
    ({ villageId }) => ({ unit: String(villageId) }),
  ],
  lagFlags: inVillage('lagFlags', 'LagFlag'),
  lagFlag: byId('lagFlag', 'flagId'),
  people: whole('people'),
  person: byId('person', 'leaderId'),
  teams: inVillage('teams', 'Team'),
  team: byId('team', 'teamId'),
  memberships: inVillage('memberships', 'Membership'),
  membership: byId('membership', 'membershipId'),
  households: inVillage('households', 'Household'),
  householdsAggregate: counted('householdsAggregate', 'Household'),
  household: byId('household', 'homeId'),
  visits: inVillage('visits', 'Visit'),
  visitsAggregate: counted('visitsAggregate', 'Visit'),
  visit: byId('visit', 'visitId'),
  guidanceSessions: inVillage('guidanceSessions', 'GuidanceSession'),
  guidanceSession: byId('guidanceSession', 'sessionId'),
  dossierMonths: whole('dossierMonths'),
  dossierMonth: byId('dossierMonth', 'monthId'),

  // ── Doing ──
  addHousehold: doing('addHousehold', 'AddHouseholdInput', ({ villageId }, fresh) => ({
    villageId: String(villageId),
    headName: 'Trần Thị Thêm',
    code: fresh.word(),
  })),
  changeHousehold: [
    'mutation ($id: ID!) { changeHousehold(id: $id, version: 1, input: { lane: "Ngõ 9" }) { id } }',
    async (place, fresh) => ({ id: await fresh.home(place) }),
  ],
  verifyHousehold: [
    'mutation ($id: ID!) { verifyHousehold(id: $id) { id } }',
    async (place, fresh) => ({ id: await fresh.home(place) }),
  ],
  recordVisit: doing('recordVisit', 'RecordVisitInput', (place, fresh) => stock.visit(place, fresh)),
  correctVisit: [
    'mutation ($visit: ID!, $input: RecordVisitInput!) { correctVisit(visitId: $visit, reason: "đếm nhầm", input: $input) { id } }',
    async (place, fresh) => ({ visit: await fresh.visit(place), input: stock.visit(place, fresh) }),
  ],
  recordGuidanceSession: doing('recordGuidanceSession', 'RecordGuidanceSessionInput', (place, fresh) =>
    stock.session(place, fresh),
  ),
  recordDossierMonth: doing('recordDossierMonth', 'RecordDossierMonthInput', () => ({
    endsOn: '2025-11-14',
    dossiers: 9,
    dossiersOnline: 8,
    onlineUsers: 7,
    onlineUsersVerified: 6,
  })),
  addMember: doing('addMember', 'AddMemberInput', async (place, fresh) => ({
    teamId: place.teamId,
    personId: await fresh.person(place),
    nominatedById: String(place.officeId),
  })),
  changeMemberRole: [
    'mutation ($id: ID!) { changeMemberRole(id: $id, role: MEMBER, from: "2025-12-01") { id } }',
    async (place, fresh) => ({ id: await fresh.membership(place) }),
  ],
  endMembership: [
    'mutation ($id: ID!) { endMembership(id: $id, on: "2025-12-01") { id } }',
    async (place, fresh) => ({ id: await fresh.membership(place) }),
  ],
  addPerson: doing('addPerson', 'PersonInput', () => ({ fullName: 'Lê Văn Thêm' })),
  changePerson: [
    'mutation ($id: ID!) { changePerson(id: $id, input: { fullName: "Lê Văn Đổi" }) { id } }',
    async (place, fresh) => ({ id: await fresh.person(place) }),
  ],
  addOrgUnit: doing('addOrgUnit', 'AddOrgUnitInput', ({ officeId }, fresh) => ({
    kind: 'MASS_ORGANIZATION',
    code: fresh.word(),
    name: 'Hội',
    parentId: String(officeId),
  })),
  renameOrgUnit: [
    'mutation ($id: ID!) { renameOrgUnit(id: $id, name: "Tên khác") { id } }',
    ({ officeId }) => ({ id: String(officeId) }),
  ],
  recomputeCommune: ['mutation { recomputeCommune }'],
  setBusinessClock: ['mutation { setBusinessClock(now: "2025-12-01T08:00:00+07:00") { assumed } }'],
  settleNote: [
    'mutation ($id: ID!) { settleNote(visitId: $id, keep: true) { id } }',
    async (place, fresh) => ({ id: await fresh.suspect(place) }),
  ],
  ...privacyCalls,
  exportHouseholds: taking('exportHouseholds'),
  exportVisits: taking('exportVisits'),
  exportPeople: taking('exportPeople'),
  requestUpload: [
    'mutation { requestUpload(purpose: ACCOUNTS_SHEET, fileName: "moi.csv", sizeBytes: 10) { path expiresAt maxBytes } }',
  ],
  setParameter: [
    'mutation ($input: SetParameterInput!) { setParameter(input: $input) { key } }',
    (_, fresh) => ({
      input: {
        key: 'holidays',
        value: { daysOff: [], workdays: [] },
        validFrom: fresh.days().validFrom,
        legalBasis: 'Nghị định 1',
      },
    }),
    'anywhere',
  ],
  parameters: ['{ parameters { key } }'],
  parameter: ['{ parameter(key: "holidays") { key } }'],
  history: ['{ history(first: 100) { nodes { id detailState changes { field before after } } } }'],
  historyTypes: ['{ historyTypes }'],
  historySeal: ['{ historySeal { sealedEntries waitingEntries head sealedAt } }'],
  readings: ['{ readings { nodes { id } } }'],
  ...accessCalls,
};

/** Of queries that cannot do without: their arguments, as they stand in a document. */
export const argumentsOf = ({ villageId }: Place): Record<string, string> => ({
  indicatorHistory: `(orgUnitId: "${villageId}", indicatorCode: "SMARTPHONE")`,
});
