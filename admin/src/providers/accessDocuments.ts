import { parse } from 'graphql';

/** Operations about the caller: who they are, how they sign in, where they are signed in, what acts for them. */
const meFields = `person { id fullName } login state confirmedUntil
  commune { id code name provinceName isSample }
  positions { role orgUnit { id name } }
  viewingAs { role orgUnit { id name } }
  abilities { action reach orgUnitIds }
  clock { now assumed offsetMs }`;

export const meQuery = parse(`query Me { me { ${meFields} } }`);
export const clockQuery = parse(`query Clock { me { clock { now assumed offsetMs } } }`);
export const setupQuery = parse(`query Setup { setup { isOpen } }`);

export const signInMutation = parse(
  `mutation SignIn($login: String!, $password: String!) { signIn(login: $login, password: $password) { ${meFields} } }`,
);
export const signOutMutation = parse(`mutation SignOut { signOut }`);
export const enterCodeMutation = parse(
  `mutation EnterCode($code: String!) { enterCode(code: $code) { ${meFields} } }`,
);
export const confirmIdentityMutation = parse(
  `mutation ConfirmIdentity($password: String!, $code: String) { confirmIdentity(password: $password, code: $code) { ${meFields} } }`,
);
export const foundCommuneMutation = parse(
  `mutation FoundCommune($input: FoundCommuneInput!) { foundCommune(input: $input) { ${meFields} } }`,
);
export const checkInvitationMutation = parse(
  `mutation CheckInvitation($token: String!) { checkInvitation(token: $token) { fullName login communeName kind } }`,
);
export const acceptInvitationMutation = parse(
  `mutation AcceptInvitation($token: String!, $password: String!) { acceptInvitation(token: $token, password: $password) { ${meFields} } }`,
);

export const changePasswordMutation = parse(
  `mutation ChangePassword($current: String!, $new: String!) { changePassword(current: $current, new: $new) { ${meFields} } }`,
);

export const mySecondFactorQuery = parse(
  `query MySecondFactor { mySecondFactor { isOn confirmedAt recoveryCodesLeft isRequired } }`,
);
export const beginSecondFactorMutation = parse(
  `mutation BeginSecondFactor { beginSecondFactor { secret uri } }`,
);
export const confirmSecondFactorMutation = parse(
  `mutation ConfirmSecondFactor($code: String!) { confirmSecondFactor(code: $code) { recoveryCodes me { ${meFields} } } }`,
);
export const renewRecoveryCodesMutation = parse(`mutation RenewRecoveryCodes { renewRecoveryCodes }`);
export const removeSecondFactorMutation = parse(`mutation RemoveSecondFactor { removeSecondFactor }`);

const session = 'id device address createdAt lastSeenAt expiresAt isCurrent';
export const mySessionsQuery = parse(`query MySessions { mySessions { ${session} } }`);
export const endSessionMutation = parse(`mutation EndSession($id: ID!) { endSession(id: $id) }`);
export const signOutEverywhereMutation = parse(`mutation SignOutEverywhere { signOutEverywhere }`);

export const viewAsMutation = parse(
  `mutation ViewAs($role: Role!, $orgUnitId: ID) { viewAs(role: $role, orgUnitId: $orgUnitId) { ${meFields} } }`,
);
export const stopViewingMutation = parse(`mutation StopViewing { stopViewing { ${meFields} } }`);

export const createApiKeyMutation = parse(
  `mutation CreateApiKey($input: CreateApiKeyInput!) { createApiKey(input: $input) { key apiKey { id name } } }`,
);
export const revokeApiKeyMutation = parse(
  `mutation RevokeApiKey($id: ID!) { revokeApiKey(id: $id) { id revokedAt } }`,
);

export const securitySettingsQuery = parse(
  `query SecuritySettings { securitySettings { secondFactorRoles } }`,
);
export const setSecondFactorRolesMutation = parse(
  `mutation SetSecondFactorRoles($roles: [Role!]!) { setSecondFactorRoles(roles: $roles) { secondFactorRoles } }`,
);
