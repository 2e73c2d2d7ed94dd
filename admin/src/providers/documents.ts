import { parse } from 'graphql';

/** Operations that are no resource of the list-and-form kind. */
const cell =
  'indicatorCode numerator denominator basisPoints unknownHouseholds expectedPercent status exactlyAtTarget hidden';
const point = 'onDate numerator denominator basisPoints hidden';

export const scoreboardQuery = parse(`query Scoreboard { scoreboard {
  plan { id title year startsOn endsOn }
  asOf today
  indicators { code nameVi nameEn shortVi shortEn clauseCode byVillage comparator targetPercent dueOn
    commune { ${cell} } trend { ${point} } }
  villages { id code name households householdsVisited visits30Days weeklyVisits lastVisitAt
    cells { ${cell} } flags { id reason severity indicatorCode sentenceVi sentenceEn } }
} }`);

export const scoreboardChangedSubscription = `subscription ScoreboardChanged { scoreboardChanged { villageIds at } }`;

export const indicatorHistoryQuery =
  parse(`query IndicatorHistory($orgUnitId: ID!, $indicatorCode: String!, $from: LocalDate) {
  indicatorHistory(orgUnitId: $orgUnitId, indicatorCode: $indicatorCode, from: $from) { ${point} }
}`);

export const indicatorsQuery = parse(`query Indicators { indicators {
  code nameVi nameEn shortVi shortEn numeratorVi numeratorEn denominatorVi denominatorEn grains source formulaVersion
} }`);

export const topicsQuery = parse(`query Topics { topics { code nameVi nameEn handsOn clauseCode } }`);

export const activePlanQuery = parse(`query ActivePlan { activePlan {
  id code title year startsOn endsOn isActive isSample legalBases recipients signatory
  clauses { id code parentCode ordinal kind text correctedText quantified
    tasks { id code clauseCode title dueOn recurrence units { isLead orgUnit { id name kind } } }
    targets { id clauseCode indicatorCode ordinal comparator targetPercent baselinePercent startsOn dueOn } }
} }`);

export const setBusinessClockMutation = parse(
  `mutation SetBusinessClock($now: DateTime) { setBusinessClock(now: $now) { now assumed offsetMs } }`,
);
export const recomputeCommuneMutation = parse(`mutation RecomputeCommune { recomputeCommune }`);

export const changeMemberRoleMutation =
  parse(`mutation ChangeMemberRole($id: ID!, $role: MembershipRole!, $from: LocalDate!, $decisionNumber: String, $decisionDate: LocalDate) {
  changeMemberRole(id: $id, role: $role, from: $from, decisionNumber: $decisionNumber, decisionDate: $decisionDate) { id }
}`);
export const endMembershipMutation =
  parse(`mutation EndMembership($id: ID!, $on: LocalDate!, $decisionNumber: String, $decisionDate: LocalDate) {
  endMembership(id: $id, on: $on, decisionNumber: $decisionNumber, decisionDate: $decisionDate) { id }
}`);
export const verifyHouseholdMutation = parse(
  `mutation VerifyHousehold($id: ID!) { verifyHousehold(id: $id) { id verifiedOn version } }`,
);
export const renameOrgUnitMutation = parse(
  `mutation RenameOrgUnit($id: ID!, $name: String!) { renameOrgUnit(id: $id, name: $name) { id name } }`,
);
