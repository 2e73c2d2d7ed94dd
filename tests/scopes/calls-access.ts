/** Calls about who comes in: accounts, positions, delegations, keys, factors, sessions. */
import { whole, type CallMaker } from './call.js';
import type { Place } from './places.js';
import type { Fresh } from './stock.js';

type MakeId = (place: Place, fresh: Fresh) => string | Promise<string>;
const withId = (document: string, make: MakeId): CallMaker => [
  `mutation ($id: ID!) { ${document} }`,
  async (place, fresh) => ({ id: await make(place, fresh) }),
];

export const accessCalls: Record<string, CallMaker> = {
  setup: ['{ setup { isOpen } }'],
  mySecondFactor: ['{ mySecondFactor { isOn isRequired recoveryCodesLeft confirmedAt } }'],
  mySessions: ['{ mySessions { id device address createdAt lastSeenAt expiresAt isCurrent } }'],
  apiKeys: whole('apiKeys'),
  securitySettings: ['{ securitySettings { secondFactorRoles } }'],
  accounts: whole('accounts'),
  account: [
    'query ($id: ID!) { account(id: $id) { id login person { id } } }',
    ({ accountId }) => ({ id: accountId }),
  ],
  positions: whole('positions'),
  delegations: whole('delegations'),

  inviteAccounts: [
    `mutation ($rows: [InviteRowInput!]!) { inviteAccounts(rows: $rows) {
       created refused rows { index fullName login problems { field key messages { vi en } } link { path expiresAt account { id } } } } }`,
    ({ officeId }, fresh) => ({
      rows: [
        {
          fullName: `Người Mới ${fresh.word().slice(0, 8)}`,
          role: 'MASS_ORG',
          orgUnitId: String(officeId),
          validFrom: '2025-12-01',
        },
      ],
    }),
  ],
  readInvitationSheet: [
    `mutation ($id: ID!) { readInvitationSheet(fileId: $id) { columns ignoredColumns rows { line problems { key } row {
       birthYear fullName login orgUnitCode orgUnitId personId phone role validFrom } } } }`,
    (_, fresh) => ({ id: fresh.id() }),
  ],
  resetAccess: withId('resetAccess(accountId: $id) { path expiresAt account { id } }', (place, fresh) =>
    fresh.account(place),
  ),
  disableAccount: withId('disableAccount(id: $id, reason: "Chuyển công tác") { id }', (place, fresh) =>
    fresh.account(place),
  ),
  enableAccount: withId('enableAccount(id: $id) { id }', (place, fresh) => fresh.account(place, 'disabled')),
  endAccountSessions: withId('endAccountSessions(accountId: $id)', (place, fresh) => fresh.account(place)),
  removeAccountFactor: withId('removeAccountFactor(accountId: $id) { id }', (place, fresh) =>
    fresh.account(place, 'with factor'),
  ),
  addPosition: [
    'mutation ($input: AddPositionInput!) { addPosition(input: $input) { id } }',
    async (place, fresh) => ({
      input: {
        personId: await fresh.person(place),
        orgUnitId: String(place.officeId),
        role: 'MASS_ORG',
        validFrom: '2025-12-01',
      },
    }),
  ],
  endPosition: withId('endPosition(id: $id, on: "2025-12-01") { id }', (place, fresh) =>
    fresh.position(place),
  ),
  delegate: [
    'mutation ($input: DelegateInput!) { delegate(input: $input) { id } }',
    ({ officerId, leaderId, cultureId }, fresh) => ({
      input: {
        fromPersonId: officerId,
        toPersonId: leaderId,
        orgUnitId: String(cultureId),
        role: 'OFFICE',
        reason: 'Đi tập huấn',
        ...fresh.days(),
      },
    }),
  ],
  endDelegation: withId('endDelegation(id: $id) { id }', (place, fresh) => fresh.delegation(place)),
  createApiKey: [
    'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { key apiKey { id } } }',
    () => ({ input: { name: 'Báo cáo', scopes: ['plan:read'], expiresOn: inAMonth() } }),
    'anywhere',
  ],
  revokeApiKey: withId('revokeApiKey(id: $id) { id }', (place, fresh) => fresh.key(place)),
  setSecondFactorRoles: ['mutation { setSecondFactorRoles(roles: []) { secondFactorRoles } }'],
  viewAs: [
    'mutation ($unit: ID!) { viewAs(role: VILLAGE_HEAD, orgUnitId: $unit) { login } }',
    ({ villageId }) => ({ unit: String(villageId) }),
  ],
  stopViewing: ['mutation { stopViewing { login } }'],

  signIn: [
    'mutation ($login: String!, $password: String!) { signIn(login: $login, password: $password) { login } }',
    ({ leaderLogin }, { password }) => ({ login: leaderLogin, password }),
    'anywhere',
  ],
  signOut: ['mutation { signOut }'],
  enterCode: ['mutation { enterCode(code: "000000") { login } }'],
  beginSecondFactor: ['mutation { beginSecondFactor { secret uri } }'],
  confirmSecondFactor: ['mutation { confirmSecondFactor(code: "000000") { recoveryCodes me { login } } }'],
  renewRecoveryCodes: ['mutation { renewRecoveryCodes }'],
  removeSecondFactor: ['mutation { removeSecondFactor }'],
  checkInvitation: [
    'mutation ($token: String!) { checkInvitation(token: $token) { fullName login communeName kind } }',
    async (place, fresh) => ({ token: await fresh.link(place) }),
    'anywhere',
  ],
  acceptInvitation: [
    'mutation ($token: String!, $password: String!) { acceptInvitation(token: $token, password: $password) { login } }',
    async (place, fresh) => ({ token: await fresh.link(place), password: `${fresh.word()}-Ổi` }),
    'anywhere',
  ],
  foundCommune: [
    'mutation ($input: FoundCommuneInput!) { foundCommune(input: $input) { login } }',
    () => ({
      input: {
        setupCode: 'ABCD-EFGH-JKLM-NPQR',
        communeCode: '12345',
        communeName: 'Mới',
        provinceCode: '31',
        provinceName: 'Hải Phòng',
        villages: ['Thôn Một'],
        fullName: 'Trần Văn Đầu',
        login: 'tran.dau',
        password: 'một-mật-khẩu-dài-hơn',
      },
    }),
    'anywhere',
  ],
  endSession: withId('endSession(id: $id)', (place, fresh) => fresh.session(place)),
  signOutEverywhere: ['mutation { signOutEverywhere }'],
  confirmIdentity: [
    'mutation ($password: String!) { confirmIdentity(password: $password) { login } }',
    (_, { password }) => ({ password }),
    'anywhere',
  ],
  changePassword: [
    'mutation { changePassword(current: "khong-phai", new: "một-mật-khẩu-dài-hơn") { login } }',
  ],
};

/** Keys live by the real calendar. */
const inAMonth = () => new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
