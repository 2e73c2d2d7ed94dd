/**
 * The typed document table: for each resource, the names of its operations and what a row selects.
 * `buildQuery` is the only reader; a new resource is one entry here.
 */
export interface ResourceEntry {
  /** GraphQL type; the filter and order inputs are named after it. */
  type: string;
  list?: string;
  one?: string;
  row: string;
  /** What the single record selects; `row` when left out. */
  detail?: string;
  create?: MutationEntry;
  update?: MutationEntry;
}

export interface MutationEntry {
  name: string;
  /** GraphQL variables in order: name → type, e.g. `{ input: 'PersonInput!' }`. */
  variables: Record<string, string>;
  /** From what the form holds to those variables. */
  toVariables: (data: Record<string, unknown>, id?: string) => Record<string, unknown>;
}

/** The given keys of a form, with the rest of the record left behind. Unset keys are not sent. */
export function pick(data: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(keys.filter((key) => data[key] !== undefined).map((key) => [key, data[key]]));
}

const asInput = (keys: readonly string[]) => (data: Record<string, unknown>) => ({ input: pick(data, keys) });

const ref = '{ id name }';
const personName = '{ id fullName }';
const counts = 'adults citizens14 adultsWithSmartphone adultsWithEpayment vneidLevel2 healthBook';
const person = 'id fullName phone skills hasAccount';
const member = `id team { id name } person { ${person} } role nominatedBy ${ref} validFrom validTo decisionNumber decisionDate`;
const visit = `id household { id code headName } village ${ref} visitedAt result topics ${counts} skills note noteState noteKinds
  performers ${personName} recordedBy ${personName} recordedAt receivedAt correctionReason corrects { id } correctedBy { id }`;
const household = `id kind code headName village ${ref} lane address phone adults citizens14 verifiedOn removedOn version
  state { lastVisitOn metOn guidedOn skilledOn adultsWithSmartphone adultsWithEpayment vneidLevel2 healthBook }`;
const team = `id village ${ref} name foundedOn decisionNumber leader { id person { ${person} } } memberCount warnings`;
const flag = `id village ${ref} reason indicatorCode severity status evidence sentenceVi sentenceEn watchedOn openedAt closedAt`;
const target = 'id clauseCode indicatorCode ordinal comparator targetPercent baselinePercent startsOn dueOn';

const changeableHouseholdKeys = ['headName', 'lane', 'address', 'phone', 'adults', 'citizens14'];
const householdKeys = ['kind', 'code', 'villageId', ...changeableHouseholdKeys];
const personKeys = ['fullName', 'phone', 'birthYear', 'skills'];
const consent = `id purpose wordingVersion household { id headName } person ${personName} giverName givenAt recordedBy ${personName}
  withdrawnAt withdrawalNote`;
const dataRequest = `id kind state requesterName requesterContact household { id headName } description receivedAt
  answerDueOn completeDueOn answeredAt answer completedAt outcome refusedReason
  recordedBy ${personName} decidedBy ${personName} isLate`;
const incident = `id state title description discoveredAt kinds peopleAffected severity notifyBy notifiedAt notifiedTo
  actions lessons recordedBy ${personName} closedAt isLate version`;
const incidentKeys = [
  'title',
  'description',
  'discoveredAt',
  'kinds',
  'peopleAffected',
  'severity',
  'actions',
];

const session = 'id device address createdAt lastSeenAt expiresAt isCurrent';
const position = `id person ${personName} role orgUnit ${ref} validFrom validTo`;
const account = `id login state person ${personName} roles orgUnitIds positions { ${position} } hasSecondFactor lastSignInAt createdAt
  disabledAt disabledReason openInvitation { id kind createdAt expiresAt createdBy ${personName} }`;

export const resourceTable = {
  'org-units': {
    type: 'OrgUnit',
    list: 'orgUnits',
    one: 'orgUnit',
    row: `id kind code name parent ${ref} validFrom validTo successors ${ref}`,
    create: {
      name: 'addOrgUnit',
      variables: { input: 'AddOrgUnitInput!' },
      toVariables: asInput(['kind', 'code', 'name', 'parentId', 'validFrom']),
    },
  },
  teams: {
    type: 'Team',
    list: 'teams',
    one: 'team',
    row: team,
    detail: `${team} members { ${member} }`,
  },
  memberships: {
    type: 'Membership',
    list: 'memberships',
    one: 'membership',
    row: member,
    create: {
      name: 'addMember',
      variables: { input: 'AddMemberInput!' },
      toVariables: asInput([
        'teamId',
        'personId',
        'role',
        'validFrom',
        'decisionNumber',
        'decisionDate',
        'nominatedById',
      ]),
    },
  },
  people: {
    type: 'Person',
    list: 'people',
    one: 'person',
    row: person,
    // Only who may change people may see this; a list that asked for it would be refused to everybody else.
    detail: `${person} birthYear`,
    create: { name: 'addPerson', variables: { input: 'PersonInput!' }, toVariables: asInput(personKeys) },
    update: {
      name: 'changePerson',
      variables: { id: 'ID!', input: 'PersonInput!' },
      toVariables: (data, id) => ({ id, input: pick(data, personKeys) }),
    },
  },
  households: {
    type: 'Household',
    list: 'households',
    one: 'household',
    row: household,
    detail: `${household} visits(limit: 50) { ${visit} }`,
    create: {
      name: 'addHousehold',
      variables: { input: 'AddHouseholdInput!' },
      toVariables: asInput(householdKeys),
    },
    update: {
      name: 'changeHousehold',
      variables: { id: 'ID!', version: 'Int!', input: 'ChangeHouseholdInput!' },
      toVariables: (data, id) => ({ id, version: data.version, input: pick(data, changeableHouseholdKeys) }),
    },
  },
  visits: {
    type: 'Visit',
    list: 'visits',
    one: 'visit',
    row: visit,
    create: {
      name: 'recordVisit',
      variables: { input: 'RecordVisitInput!' },
      toVariables: (data) => ({ input: data }),
    },
  },
  'guidance-sessions': {
    type: 'GuidanceSession',
    list: 'guidanceSessions',
    one: 'guidanceSession',
    row: `id village ${ref} form heldAt place topics peopleCount recordedBy ${personName}`,
    create: {
      name: 'recordGuidanceSession',
      variables: { input: 'RecordGuidanceSessionInput!' },
      toVariables: asInput(['id', 'villageId', 'form', 'heldAt', 'place', 'topics', 'peopleCount']),
    },
  },
  'dossier-months': {
    type: 'DossierMonth',
    list: 'dossierMonths',
    row: `id endsOn dossiers dossiersOnline onlineUsers onlineUsersVerified recordedBy ${personName} recordedAt`,
    create: {
      name: 'recordDossierMonth',
      variables: { input: 'RecordDossierMonthInput!' },
      toVariables: asInput(['endsOn', 'dossiers', 'dossiersOnline', 'onlineUsers', 'onlineUsersVerified']),
    },
  },
  accounts: {
    type: 'Account',
    list: 'accounts',
    one: 'account',
    row: account,
    detail: `${account} sessions { ${session} }`,
  },
  delegations: {
    type: 'Delegation',
    list: 'delegations',
    row: `id fromPerson ${personName} toPerson ${personName} orgUnit ${ref} role validFrom validTo reason
      createdBy ${personName} endedAt isLive`,
  },
  'api-keys': {
    type: 'ApiKey',
    list: 'apiKeys',
    row: `id name hint scopes createdAt expiresAt lastUsedAt lastUsedFrom revokedAt owner ${personName}`,
  },
  consents: { type: 'Consent', list: 'consents', row: consent },
  'data-requests': {
    type: 'DataRequest',
    list: 'dataRequests',
    one: 'dataRequest',
    row: dataRequest,
    create: {
      name: 'recordDataRequest',
      variables: { input: 'RecordDataRequestInput!' },
      toVariables: asInput([
        'kind',
        'requesterName',
        'requesterContact',
        'householdId',
        'description',
        'receivedAt',
      ]),
    },
  },
  incidents: {
    type: 'Incident',
    list: 'incidents',
    one: 'incident',
    row: incident,
    create: {
      name: 'recordIncident',
      variables: { input: 'IncidentInput!' },
      toVariables: asInput(incidentKeys),
    },
    update: {
      name: 'changeIncident',
      variables: { id: 'ID!', version: 'Int!', input: 'IncidentInput!' },
      toVariables: (data, id) => ({ id, version: data.version, input: pick(data, incidentKeys) }),
    },
  },
  'plan-targets': { type: 'PlanTarget', list: 'planTargets', one: 'planTarget', row: target },
  'lag-flags': { type: 'LagFlag', list: 'lagFlags', one: 'lagFlag', row: flag },
} satisfies Record<string, ResourceEntry>;

export type ResourceName = keyof typeof resourceTable;

export const entryOf = (resource: string): ResourceEntry => {
  const entry = (resourceTable as Record<string, ResourceEntry>)[resource];
  if (!entry) throw new Error(`resource ${resource} is not in the document table`);
  return entry;
};
