/** The caller themself, who comes in and how, who stands in for whom. */
import { abilitiesTold, has, heldBy, seesRowsOf } from './caller.js';
import type { Delegation } from './fact-rows.js';
import { holdsToday, type World } from './facts.js';
import type { Ask, Row, TypeModel } from './model.js';
import { sortKey } from './text.js';

const nameOf = ({ world }: Ask, personId: unknown): string =>
  world.person.find(({ id }) => id === personId)!.fullName;

const stateOf = ({ disabledAt, hasPassword }: Row): string =>
  disabledAt ? 'DISABLED' : hasPassword ? 'ACTIVE' : 'INVITED';

const rolesOf = (world: World, { personId }: Row) => [
  ...new Set(heldBy(world, personId as string).map(({ role }) => role)),
];
const unitsOf = (world: World, { personId }: Row) => [
  ...new Set(heldBy(world, personId as string).map(({ orgUnitId }) => String(orgUnitId))),
];

/** Begun, neither over nor ended, while the position itself stands. */
function isLive(row: Row, { world }: Ask): boolean {
  const { fromPersonId, orgUnitId, role, endedAt } = row as Delegation;
  const stands = world.position.some(
    (position) =>
      position.personId === fromPersonId &&
      position.orgUnitId === orgUnitId &&
      position.role === role &&
      holdsToday(position),
  );
  return endedAt === null && holdsToday(row as Delegation) && stands;
}

const own = 'signed in';

export const accessModel: Record<string, TypeModel> = {
  Me: {
    needs: 'anybody',
    unforetold: ['clock', 'confirmedUntil'],
    values: {
      state: (_, { caller }) => ({ nobody: 'NOBODY', pending: 'NEEDS_CODE', in: 'SIGNED_IN' })[caller.state],
      login: (_, { caller }) => caller.login,
      person: (_, { caller, world }) => world.person.find(({ id }) => id === caller.personId) ?? null,
      commune: (_, { caller, world }) => world.commune.find(({ id }) => id === caller.communeId) ?? null,
      positions: (_, { caller }) => caller.held,
      viewingAs: (_, { caller }) => (caller.viewing ? caller.held[0] : null),
      abilities: (_, { caller }) => abilitiesTold(caller),
    },
  },
  Myself: { needs: 'anybody' },
  MyPosition: {
    needs: 'anybody',
    values: {
      orgUnit: ({ orgUnitId }, { world }) => world.orgUnit.find(({ id }) => id === orgUnitId),
    },
  },
  MyUnit: { needs: 'anybody' },
  Ability: { needs: 'anybody' },
  BusinessClockState: { needs: 'anybody', unforetold: ['*'] },
  Account: {
    needs: 'see accounts',
    table: 'account',
    sees: (_, { caller }) => seesRowsOf(caller, 'see accounts'),
    unforetold: ['sessions', 'lastSignInAt'],
    searched: ({ login, personId }, ask) => `${nameOf(ask, personId)} ${login as string}`,
    order: ['personName'],
    inputs: {
      personName: ({ personId }, ask) => sortKey(nameOf(ask, personId)),
      state: stateOf,
      roles: (row, { world }) => rolesOf(world, row),
      orgUnitIds: (row, { world }) => unitsOf(world, row),
    },
    values: {
      state: stateOf,
      roles: (row, { world }) => rolesOf(world, row),
      orgUnitIds: (row, { world }) => unitsOf(world, row),
      person: ({ personId }, ask) => ask.one('Person', personId),
      hasSecondFactor: ({ id }, { world }) =>
        world.secondFactor.some(({ accountId, confirmedAt }) => accountId === id && confirmedAt !== null),
      openInvitation: ({ id }, { world }) =>
        world.invitation.find(({ accountId }) => accountId === id) ?? null,
      positions: ({ personId }, { world }) =>
        world.position
          .filter((position) => position.personId === personId)
          .toSorted((a, b) => (`${a.validFrom} ${a.id}` < `${b.validFrom} ${b.id}` ? -1 : 1)),
    },
  },
  Position: {
    needs: 'see accounts',
    table: 'position',
    searched: ({ personId }, ask) => nameOf(ask, personId),
    order: ['personName', 'validFrom'],
    inputs: { personName: ({ personId }, ask) => sortKey(nameOf(ask, personId)) },
    values: {
      person: ({ personId }, ask) => ask.one('Person', personId),
      orgUnit: ({ orgUnitId }, ask) => ask.one('OrgUnit', orgUnitId),
    },
  },
  Invitation: {
    needs: 'see accounts',
    values: { createdBy: ({ createdById }, ask) => ask.one('Person', createdById) },
  },
  Delegation: {
    needs: own,
    table: 'delegation',
    // One's own, given and taken; all of them for whoever sees the accounts.
    sees: ({ fromPersonId, toPersonId }, { caller }) =>
      has(caller, 'see accounts') || [fromPersonId, toPersonId].includes(caller.personId),
    order: ['-validFrom'],
    inputs: { isLive },
    values: {
      isLive,
      fromPerson: ({ fromPersonId }, ask) => ask.one('Person', fromPersonId),
      toPerson: ({ toPersonId }, ask) => ask.one('Person', toPersonId),
      createdBy: ({ createdById }, ask) => ask.one('Person', createdById),
      orgUnit: ({ orgUnitId }, ask) => ask.one('OrgUnit', orgUnitId),
    },
  },
  ApiKey: {
    needs: own,
    table: 'apiKey',
    sees: ({ accountId }, { world, caller }) =>
      seesRowsOf(caller, 'see accounts') ||
      world.account.some(({ id, personId }) => id === accountId && personId === caller.personId),
    unforetold: ['lastUsedAt', 'lastUsedFrom'],
    order: ['-createdAt'],
    values: {
      owner: ({ accountId }, ask) =>
        ask.one('Person', ask.world.account.find(({ id }) => id === accountId)!.personId),
    },
  },
  Session: { needs: own, unforetold: ['*'] },
  SecondFactorState: { needs: 'anybody', unforetold: ['*'] },
  SecondFactorSetup: { needs: 'anybody' },
  SecondFactorDone: { needs: 'anybody' },
  SecuritySettings: { needs: 'set security' },
  Setup: { needs: 'anybody' },
  NewApiKey: { needs: 'make keys' },
  IssuedLink: { needs: 'manage accounts' },
  InvitationBatch: { needs: 'manage accounts' },
  InvitationRow: { needs: 'manage accounts' },
  InvitationSheet: { needs: 'manage accounts' },
  InvitationSheetRow: { needs: 'manage accounts' },
  InviteRow: { needs: 'manage accounts' },
  InvitationGreeting: { needs: 'anybody' },
  RowProblem: { needs: 'anybody' },
  Messages: { needs: 'anybody' },
  ExportedFile: { needs: own },
  UploadTicket: { needs: 'hand in files' },
};
