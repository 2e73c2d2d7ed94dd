import { allow, emit, kernelErrors, problem, type Context } from '../../kernel/index.js';
import { positionErrors } from './position.errors.js';
import { accountErrors } from './account.errors.js';
import { AccountDisabled, AccountEnabled, SecondFactorRemoved, SessionsEnded } from './account.events.js';
import { Account, AccountState } from './account.entity.js';
import {
  endSessionsOf,
  hasOtherAdministrator,
  haveFactor,
  isAdministrator,
  lockAccount,
  lockAdministration,
} from './account.queries.js';
import { requireReason } from './reason.js';

/** The account with this id, held until the end of the transaction. Errors: NOT_FOUND. */
export async function getAccountToChange(ctx: Context, id: string): Promise<Account> {
  await lockAccount(ctx, id);
  const account = await ctx.db.em.findOne(Account, { id }, { refresh: true });
  if (!account) throw problem(kernelErrors.NOT_FOUND);
  return account;
}

/**
 * Keeps a person out: every session, key and open link of theirs ends in the same moment (the database sees to it).
 * Errors: NOT_FOUND, ACCOUNT_REASON_EMPTY, DISABLING_ONESELF, ACCOUNT_DISABLED, LAST_ADMIN.
 */
export async function disableAccount(ctx: Context, id: string, typedReason: string): Promise<Account> {
  await lockAdministration(ctx);
  const account = await getAccountToChange(ctx, id);
  allow(ctx, 'account:manage', { personId: account.personId });
  const reason = requireReason(typedReason, 'reason');
  if (id === ctx.identity.accountId) throw problem(accountErrors.DISABLING_ONESELF);
  if (account.disabledAt) throw problem(accountErrors.ACCOUNT_DISABLED);
  await requireAnotherAdministrator(ctx, account.personId);
  await ctx.db.em.nativeUpdate(Account, { id }, { disabledAt: ctx.now, disabledReason: reason });
  await emit(ctx, AccountDisabled, {
    subject: { type: 'account', id },
    data: { accountId: id },
    detail: { before: { state: account.state }, after: { state: AccountState.DISABLED, reason } },
  });
  return ctx.db.em.refreshOrFail(account);
}

async function requireAnotherAdministrator(ctx: Context, personId: string): Promise<void> {
  if (!(await isAdministrator(ctx, personId, ctx.today))) return;
  if (!(await hasOtherAdministrator(ctx, { than: personId, on: ctx.today })))
    throw problem(positionErrors.LAST_ADMIN);
}

/** Lets a person in again; what was ended stays ended. Errors: NOT_FOUND, ACCOUNT_NOT_DISABLED. */
export async function enableAccount(ctx: Context, id: string): Promise<Account> {
  const account = await getAccountToChange(ctx, id);
  allow(ctx, 'account:manage', { personId: account.personId });
  if (!account.disabledAt) throw problem(accountErrors.ACCOUNT_NOT_DISABLED);
  const before = { state: account.state, reason: account.disabledReason };
  await ctx.db.em.nativeUpdate(Account, { id }, { disabledAt: null, disabledReason: null });
  const enabled = await ctx.db.em.refreshOrFail(account);
  await emit(ctx, AccountEnabled, {
    subject: { type: 'account', id },
    data: { accountId: id },
    detail: { before, after: { state: enabled.state, reason: null } },
  });
  return enabled;
}

/** Signs a person out everywhere, as when a phone was lost; gives how many sessions there were. Errors: NOT_FOUND. */
export async function endAccountSessions(ctx: Context, accountId: string): Promise<number> {
  const account = await getAccountToChange(ctx, accountId);
  allow(ctx, 'account:manage', { personId: account.personId });
  const sessionIds = await endSessionsOf(ctx, accountId);
  if (sessionIds.length > 0)
    await emit(ctx, SessionsEnded, {
      subject: { type: 'account', id: accountId },
      data: { accountId, sessionIds },
    });
  return sessionIds.length;
}

/**
 * Takes the second factor off an account whose owner has lost it; a role that needs one makes them set up another at the
 * next request. Errors: NOT_FOUND, ACCOUNT_WITHOUT_FACTOR.
 */
export async function removeAccountFactor(ctx: Context, accountId: string): Promise<Account> {
  const account = await getAccountToChange(ctx, accountId);
  allow(ctx, 'account:manage', { personId: account.personId });
  const [isOn] = await haveFactor(ctx, [accountId]);
  if (!isOn) throw problem(accountErrors.ACCOUNT_WITHOUT_FACTOR);
  await ctx.db.query('select remove_factor($1)', [accountId]);
  await emit(ctx, SecondFactorRemoved, {
    subject: { type: 'account', id: accountId },
    data: { accountId },
  });
  return account;
}
