import { randomUUIDv7 } from 'node:crypto';
import { allow, communeOf, emit, problem, type Context, type FieldProblem } from '../../kernel/index.js';
import { newToken, tokenHash } from '../access/index.js';
import { Person } from '../people/index.js';
import { accountErrors } from './account.errors.js';
import { invitationErrors } from './invitation.errors.js';
import { Account, AccountState } from './account.entity.js';
import { AccessReset, AccountsInvited } from './account.events.js';
import { getAccountToChange } from './account.service.js';
import { InvitationKind } from './invitation.entity.js';
import { planInvitations, type PlannedPosition, type PlannedRow } from './invitation.plan.js';
import { addInvitations, factsFor, revokeInvitations } from './invitation.queries.js';
import type { InvitationBatch, InviteRowInput, IssuedLink, RowProblem } from './invitation.types.js';
import { Position } from './position.entity.js';

/** As many people as a commune's teams have; one sheet, one transaction. */
export const mostRows = 300;
const linkLivesMs = 14 * 86_400_000;

/**
 * Makes an account, and a link to its first password, for every row that is right; says of the others what is wrong.
 * A dry run tells the same and makes nothing. A row with a position obeys the rules of addPosition; a row for the caller
 * is refused, as they have an account. Errors: BATCH_TOO_LARGE.
 */
export async function inviteAccounts(
  ctx: Context,
  rows: readonly InviteRowInput[],
  { dryRun }: { dryRun: boolean },
): Promise<InvitationBatch> {
  allow(ctx, 'account:manage');
  if (rows.some(({ role }) => role)) allow(ctx, 'position:manage');
  requireRoom(rows.length);
  const planned = planInvitations(rows, await factsFor(ctx, rows));
  const good = planned.filter(({ problems }) => problems.length === 0);
  const links = dryRun || good.length === 0 ? new Map<number, IssuedLink>() : await makeAccounts(ctx, good);
  return {
    created: good.length,
    refused: planned.length - good.length,
    rows: planned.map((row) => ({
      index: row.index,
      fullName: row.person?.fullName ?? null,
      login: row.login,
      problems: shownProblems(row.problems),
      link: links.get(row.index) ?? null,
    })),
  };
}

/** What is wrong with a row, as callers see it. */
export function shownProblems(problems: readonly FieldProblem[]): RowProblem[] {
  return problems.map(({ path, key, messages }) => ({ field: path, key, messages }));
}

/** Errors: BATCH_TOO_LARGE. */
export function requireRoom(count: number): void {
  if (count > mostRows) throw problem(invitationErrors.BATCH_TOO_LARGE, { limit: mostRows, count });
}

interface NewAccount {
  index: number;
  accountId: string;
  personId: string;
  login: string;
  position: PlannedPosition | null;
}

async function makeAccounts(ctx: Context, rows: PlannedRow[]): Promise<Map<number, IssuedLink>> {
  const addedPersonIds: string[] = [];
  const people = rows.map(({ person }) => {
    const id = person!.id ?? randomUUIDv7();
    if (person!.id === null) addedPersonIds.push(id);
    return id;
  });
  await addPeople(ctx, rows, people);
  const accounts = rows.map(({ index, login, position }, at): NewAccount => ({
    index,
    accountId: randomUUIDv7(),
    personId: people[at]!,
    login: login!,
    position,
  }));
  await addAccounts(ctx, accounts);
  const positionIds = await addPositions(ctx, accounts);
  const links = await issueLinks(
    ctx,
    InvitationKind.JOIN,
    accounts.map(({ accountId }) => accountId),
  );
  await emit(ctx, AccountsInvited, {
    subject: { type: 'commune', id: communeOf(ctx.identity) },
    data: {
      count: accounts.length,
      accountIds: accounts.map(({ accountId }) => accountId),
      addedPersonIds,
      positionIds,
    },
    detail: { after: Object.fromEntries(accounts.map(({ accountId, login }) => [accountId, login])) },
  });
  return new Map(accounts.map(({ index }, at) => [index, links[at]!]));
}

async function addPeople(ctx: Context, rows: PlannedRow[], ids: string[]): Promise<void> {
  const communeId = communeOf(ctx.identity);
  const added = rows.flatMap(({ person }, at) => {
    const { id, fullName, phone, birthYear } = person!;
    return id === null ? [{ id: ids[at]!, communeId, fullName, phone, birthYear, createdAt: ctx.now }] : [];
  });
  if (added.length > 0) await ctx.db.em.insertMany(Person, added);
}

async function addAccounts(ctx: Context, accounts: NewAccount[]): Promise<void> {
  const communeId = communeOf(ctx.identity);
  await ctx.db.em.insertMany(
    Account,
    accounts.map(({ accountId: id, personId, login }) => ({
      id,
      communeId,
      personId,
      login,
      createdAt: ctx.now,
    })),
  );
}

async function addPositions(ctx: Context, accounts: NewAccount[]): Promise<string[]> {
  const communeId = communeOf(ctx.identity);
  const given = accounts.flatMap(({ personId, position }) =>
    position ? [{ id: randomUUIDv7(), communeId, personId, ...position, validTo: null }] : [],
  );
  if (given.length > 0) await ctx.db.em.insertMany(Position, given);
  return given.map(({ id }) => id);
}

/**
 * Makes another link for somebody who cannot come in: who never came in gets an invitation again, everybody else one to
 * set a new password. Links of before can no longer be used. Errors: NOT_FOUND, ACCOUNT_DISABLED.
 */
export async function resetAccess(ctx: Context, accountId: string): Promise<IssuedLink> {
  const account = await getAccountToChange(ctx, accountId);
  allow(ctx, 'account:manage', { personId: account.personId });
  if (account.state === AccountState.DISABLED) throw problem(accountErrors.ACCOUNT_DISABLED);
  const kind = account.state === AccountState.INVITED ? InvitationKind.JOIN : InvitationKind.RESET;
  await revokeInvitations(ctx, accountId);
  const [link] = await issueLinks(ctx, kind, [accountId]);
  await emit(ctx, AccessReset, { subject: { type: 'account', id: accountId }, data: { accountId, kind } });
  return link!;
}

// Links live in system time: an assumed business date must not end or prolong them.
async function issueLinks(ctx: Context, kind: InvitationKind, accountIds: string[]): Promise<IssuedLink[]> {
  const expiresAt = new Date(Date.now() + linkLivesMs);
  const tokens = accountIds.map(() => newToken());
  await addInvitations(
    ctx,
    kind,
    accountIds.map((accountId, at) => ({ accountId, tokenHash: tokenHash(tokens[at]!), expiresAt })),
  );
  const accounts = await ctx.db.em.find(Account, { id: { $in: accountIds } });
  const byId = new Map(accounts.map((account) => [account.id, account]));
  // After the #: no server, no log and no preview of a message ever sees the token.
  return accountIds.map((id, at) => ({ account: byId.get(id)!, path: `/join#${tokens[at]}`, expiresAt }));
}
