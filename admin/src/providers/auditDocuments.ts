import { parse } from 'graphql';

/** What the office's memory answers: what was done, what was read, and how far it is sealed. */
const person = '{ id fullName }';

export const historyQuery = parse(
  `query History($filter: HistoryFilter, $first: Int, $after: String) { history(filter: $filter, first: $first, after: $after) {
    nodes { id type occurredAt recordedAt actor ${person} channel device address subjectType subjectId
      changes { field before after } data detailState sealedAt }
    pageInfo { hasNextPage endCursor }
  } }`,
);
export const historyTypesQuery = parse(`query HistoryTypes { historyTypes }`);
export const historySealQuery = parse(
  `query HistorySeal { historySeal { sealedEntries waitingEntries head sealedAt } }`,
);
export const readingsQuery = parse(
  `query Readings($filter: ReadingFilter, $first: Int, $after: String) { readings(filter: $filter, first: $first, after: $after) {
    nodes { id at reader ${person} apiKeyId kind list filter rows reason address device }
    pageInfo { hasNextPage endCursor }
  } }`,
);

/** The names of what a page of history speaks of, asked once a page and kind. */
export const householdNamesQuery = parse(
  `query HouseholdNames($ids: [ID!]!) { rows: households(filter: { id: { in: $ids } }, limit: 100) { nodes { id headName } } }`,
);
export const visitNamesQuery = parse(
  `query VisitNames($ids: [ID!]!) { rows: visits(filter: { id: { in: $ids } }, limit: 100) { nodes { id household { headName } } } }`,
);
export const personNamesQuery = parse(
  `query PersonNames($ids: [ID!]!) { rows: people(filter: { id: { in: $ids } }, limit: 100) { nodes { id fullName } } }`,
);
export const orgUnitNamesQuery = parse(
  `query OrgUnitNames($ids: [ID!]!) { rows: orgUnits(filter: { id: { in: $ids } }, limit: 100) { nodes { id name } } }`,
);
export const membershipNamesQuery = parse(
  `query MembershipNames($ids: [ID!]!) { rows: memberships(filter: { id: { in: $ids } }, limit: 100) { nodes { id person { id fullName } } } }`,
);
export const accountNamesQuery = parse(
  `query AccountNames($ids: [ID!]!) { rows: accounts(filter: { id: { in: $ids } }, limit: 100) { nodes { id person { id fullName } } } }`,
);
export const dataRequestNamesQuery = parse(
  `query DataRequestNames($ids: [ID!]!) { rows: dataRequests(filter: { id: { in: $ids } }, limit: 100) { nodes { id requesterName } } }`,
);
/** Few, and named by the program: all of them at once, whichever are asked for. */
export const parameterNamesQuery = parse(
  `query ParameterNames { rows: parameters { id: key bilingual: title { vi en } } }`,
);
export const incidentNamesQuery = parse(
  `query IncidentNames($ids: [ID!]!) { rows: incidents(filter: { id: { in: $ids } }, limit: 100) { nodes { id title } } }`,
);
