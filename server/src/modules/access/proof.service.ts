// Proving who one is: by password, by the code of a second factor, or by a recovery code. Every try is counted.
import { emit, problem, type Context } from '../../kernel/index.js';
import { factorErrors, passwordErrors } from './access.errors.js';
import { IdentityConfirmed, PasswordChanged } from './access.events.js';
import { attempt } from './attempt.js';
import type { ContextWithDoor } from './door.js';
import { hashPassword, verifyPassword } from './password.js';
import { requireGoodPassword } from './password.rules.js';
import { normalCode, tokenHash } from './secrets.js';
import { endOtherSessions, requireSession, strengthenSession } from './session.service.js';
import { totpStep } from './totp.js';

/** The account whose password this is, or null. One argon2id whatever the reason it is not. */
export async function provePassword(
  { db }: Context,
  login: string,
  password: string,
): Promise<{ accountId: string } | null> {
  const [found] = await db.query<{ account_id: string; password_hash: string | null }>(
    'select account_id, password_hash from find_login($1)',
    [login],
  );
  const isRight = await verifyPassword(password, found?.password_hash ?? undefined);
  return found && isRight ? { accountId: found.account_id } : null;
}

/** Errors: PASSWORD_WRONG, TOO_MANY_ATTEMPTS. */
async function requireOwnPassword(ctx: ContextWithDoor, password: string, path: string): Promise<void> {
  const isRight = await attempt(ctx, 'PASSWORD', ctx.identity.accountId!, async () => {
    const [row] = await ctx.db.query<{ hash: string | null }>('select own_password() as hash');
    return verifyPassword(password, row?.hash ?? undefined);
  });
  if (!isRight) throw problem(passwordErrors.PASSWORD_WRONG, {}, { path });
}

export type CodeKind = 'CODE' | 'RECOVERY_CODE';

/** Uses up a code of the caller's second factor. Errors: CODE_WRONG, TOO_MANY_ATTEMPTS. */
export async function requireCode(ctx: ContextWithDoor, code: string): Promise<CodeKind> {
  const typed = normalCode(code);
  const kind: CodeKind = /^\d{6}$/.test(typed) ? 'CODE' : 'RECOVERY_CODE';
  const isRight = await attempt(ctx, 'CODE', ctx.identity.accountId!, () =>
    kind === 'CODE' ? useTotp(ctx, typed) : useRecoveryCode(ctx, typed),
  );
  if (!isRight) throw problem(factorErrors.CODE_WRONG, {}, { path: 'code' });
  return kind;
}

// The step is stored in the statement that compares it, so that a code works once, also when it comes twice at a time.
async function useTotp({ db, identity }: Context, code: string): Promise<boolean> {
  const [factor] = await db.query<{ secret: string }>(
    'select secret from second_factor where account_id = $1 and confirmed_at is not null',
    [identity.accountId],
  );
  const step = factor ? totpStep(factor.secret, code) : null;
  if (step === null) return false;
  const used = await db.query(
    'update second_factor set last_step = $2 where account_id = $1 and last_step < $2 returning account_id',
    [identity.accountId, step],
  );
  return used.length === 1;
}

async function useRecoveryCode({ db, identity }: Context, code: string): Promise<boolean> {
  const used = await db.query(
    `update recovery_code set used_at = now()
     where account_id = $1 and code_hash = $2 and used_at is null returning account_id`,
    [identity.accountId, tokenHash(code)],
  );
  return used.length === 1;
}

/** Whether the caller signs in with a second factor. */
export async function hasFactor({ db, identity }: Context): Promise<boolean> {
  const found = await db.query(
    'select account_id from second_factor where account_id = $1 and confirmed_at is not null',
    [identity.accountId],
  );
  return found.length === 1;
}

/**
 * Proves again who the caller is, for decisions that ask for it. Errors: NOT_FOR_KEYS, CODE_NEEDED, PASSWORD_WRONG,
 * CODE_WRONG, TOO_MANY_ATTEMPTS.
 */
export async function confirmIdentity(ctx: ContextWithDoor, password: string, code?: string): Promise<void> {
  const { accountId } = requireSession(ctx);
  const withFactor = await hasFactor(ctx);
  if (withFactor && !code?.trim()) throw problem(factorErrors.CODE_NEEDED, {}, { path: 'code' });
  await requireOwnPassword(ctx, password, 'password');
  if (withFactor) await requireCode(ctx, code!);
  await emit(ctx, IdentityConfirmed, { subject: { type: 'account', id: accountId }, data: { accountId } });
  await strengthenSession(ctx, { withFactor });
}

/**
 * Gives the caller another password; their other sessions end. Errors: NOT_FOR_KEYS, PASSWORD_WRONG, PASSWORD_SAME,
 * those of requireGoodPassword, TOO_MANY_ATTEMPTS.
 */
export async function changePassword(ctx: ContextWithDoor, current: string, next: string): Promise<void> {
  const { accountId } = requireSession(ctx);
  await requireOwnPassword(ctx, current, 'current');
  if (next.normalize('NFC') === current.normalize('NFC'))
    throw problem(passwordErrors.PASSWORD_SAME, {}, { path: 'new' });
  await requireGoodPassword(next, await ownWords(ctx), 'new');
  await ctx.db.query('select set_own_password($1)', [await hashPassword(next)]);
  await emit(ctx, PasswordChanged, { subject: { type: 'account', id: accountId }, data: { accountId } });
  await endOtherSessions(ctx, 'PASSWORD_CHANGED');
  await strengthenSession(ctx, { withFactor: false });
}

async function ownWords({ db, identity }: Context): Promise<{ login: string; fullName: string }> {
  const [row] = await db.query<{ fullName: string }>(
    'select full_name as "fullName" from person where id = $1',
    [identity.personId],
  );
  return { login: identity.login!, fullName: row?.fullName ?? '' };
}
