import { parse } from 'graphql';

/** Operations about personal data that are no list, record or form, and the files that leave the house. */
const person = '{ id fullName }';
const consent = `id purpose wordingVersion household { id headName } person ${person} giverName givenAt recordedBy ${person}
  withdrawnAt withdrawalNote`;

export const consentWordingsQuery = parse(
  `query ConsentWordings { consentWordings { purpose version text } }`,
);
export const householdConsentsQuery = parse(
  `query HouseholdConsents($id: ID!) { household(id: $id) { id consents { ${consent} } } }`,
);
export const recordConsentMutation = parse(
  `mutation RecordConsent($input: RecordConsentInput!) { recordConsent(input: $input) { id } }`,
);
export const withdrawConsentMutation = parse(
  `mutation WithdrawConsent($id: ID!, $note: String) { withdrawConsent(id: $id, note: $note) { id } }`,
);

export const answerDataRequestMutation = parse(
  `mutation AnswerDataRequest($id: ID!, $answer: String!) { answerDataRequest(id: $id, answer: $answer) { id state } }`,
);
export const completeDataRequestMutation = parse(
  `mutation CompleteDataRequest($id: ID!, $outcome: String!) { completeDataRequest(id: $id, outcome: $outcome) { id state } }`,
);
export const refuseDataRequestMutation = parse(
  `mutation RefuseDataRequest($id: ID!, $reason: String!) { refuseDataRequest(id: $id, reason: $reason) { id state } }`,
);

export const notifyIncidentMutation = parse(
  `mutation NotifyIncident($id: ID!, $notifiedTo: String!, $notifiedAt: DateTime!) {
    notifyIncident(id: $id, notifiedTo: $notifiedTo, notifiedAt: $notifiedAt) { id state }
  }`,
);
export const closeIncidentMutation = parse(
  `mutation CloseIncident($id: ID!, $lessons: String!) { closeIncident(id: $id, lessons: $lessons) { id state } }`,
);

export const retentionRulesQuery = parse(
  `query RetentionRules { retentionRules { key title { vi en } keepsMonths lastRunAt lastCount waiting } }`,
);

const value = 'value validFrom validTo legalBasis isDefault isConfirmed';
export const parametersQuery = parse(
  `query Parameters { parameters { key title { vi en } unit unitEn ${value} history { ${value} } } }`,
);
export const setParameterMutation = parse(
  `mutation SetParameter($input: SetParameterInput!) { setParameter(input: $input) { key } }`,
);

export const settleNoteMutation = parse(
  `mutation SettleNote($visitId: ID!, $keep: Boolean!) { settleNote(visitId: $visitId, keep: $keep) { id noteState } }`,
);

const file = 'path fileName rows expiresAt';
export const exportHouseholdsMutation = parse(
  `mutation ExportHouseholds($filter: HouseholdFilter, $orderBy: [HouseholdOrder!], $columns: [HouseholdColumn!], $format: ExportFormat!, $reason: String!) {
    file: exportHouseholds(filter: $filter, orderBy: $orderBy, columns: $columns, format: $format, reason: $reason) { ${file} }
  }`,
);
export const exportVisitsMutation = parse(
  `mutation ExportVisits($filter: VisitFilter, $orderBy: [VisitOrder!], $columns: [VisitColumn!], $format: ExportFormat!, $reason: String!) {
    file: exportVisits(filter: $filter, orderBy: $orderBy, columns: $columns, format: $format, reason: $reason) { ${file} }
  }`,
);
export const exportPeopleMutation = parse(
  `mutation ExportPeople($filter: PersonFilter, $orderBy: [PersonOrder!], $columns: [PersonColumn!], $format: ExportFormat!, $reason: String!) {
    file: exportPeople(filter: $filter, orderBy: $orderBy, columns: $columns, format: $format, reason: $reason) { ${file} }
  }`,
);
