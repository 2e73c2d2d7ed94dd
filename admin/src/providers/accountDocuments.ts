import { parse } from 'graphql';

/** Operations about everybody's accounts, positions and delegations that are no list, record or form. */
const issuedLink = 'account { id login person { id fullName } } path expiresAt';
const rowProblem = 'field key messages { vi en }';

export const inviteAccountsMutation = parse(
  `mutation InviteAccounts($rows: [InviteRowInput!]!, $dryRun: Boolean) { inviteAccounts(rows: $rows, dryRun: $dryRun) {
    created refused rows { index fullName login problems { ${rowProblem} } link { ${issuedLink} } }
  } }`,
);
export const requestUploadMutation = parse(
  `mutation RequestUpload($purpose: UploadPurpose!, $fileName: String!, $sizeBytes: Int!) {
    requestUpload(purpose: $purpose, fileName: $fileName, sizeBytes: $sizeBytes) { path expiresAt maxBytes }
  }`,
);
export const readInvitationSheetMutation = parse(
  `mutation ReadInvitationSheet($fileId: ID!) { readInvitationSheet(fileId: $fileId) {
    columns ignoredColumns
    rows { line row { personId fullName phone birthYear login role orgUnitId orgUnitCode validFrom } problems { ${rowProblem} } }
  } }`,
);

export const resetAccessMutation = parse(
  `mutation ResetAccess($accountId: ID!) { resetAccess(accountId: $accountId) { ${issuedLink} } }`,
);
export const disableAccountMutation = parse(
  `mutation DisableAccount($id: ID!, $reason: String!) { disableAccount(id: $id, reason: $reason) { id state } }`,
);
export const enableAccountMutation = parse(
  `mutation EnableAccount($id: ID!) { enableAccount(id: $id) { id state } }`,
);
export const endAccountSessionsMutation = parse(
  `mutation EndAccountSessions($accountId: ID!) { endAccountSessions(accountId: $accountId) }`,
);
export const removeAccountFactorMutation = parse(
  `mutation RemoveAccountFactor($accountId: ID!) { removeAccountFactor(accountId: $accountId) { id hasSecondFactor } }`,
);

export const addPositionMutation = parse(
  `mutation AddPosition($input: AddPositionInput!) { addPosition(input: $input) { id } }`,
);
export const endPositionMutation = parse(
  `mutation EndPosition($id: ID!, $on: LocalDate!) { endPosition(id: $id, on: $on) { id validTo } }`,
);

export const delegateMutation = parse(
  `mutation Delegate($input: DelegateInput!) { delegate(input: $input) { id } }`,
);
export const endDelegationMutation = parse(
  `mutation EndDelegation($id: ID!) { endDelegation(id: $id) { id endedAt isLive } }`,
);
