// Sessions: opaque tokens of which the database keeps the SHA-256. They live in system time, so that an assumed
// business date neither ends nor prolongs them.
import { emit, kernelErrors, problem, type Context } from '../../kernel/index.js';
import { accessErrors } from './access.errors.js';
import { SessionEnded, SignedIn, SignedOut, type SignInMethod } from './access.events.js';
import type { ContextWithDoor } from './door.js';
import { newToken, tokenHash } from './secrets.js';

const dayMs = 86_400_000;

type EndReason = 'SIGNED_OUT' | 'ENDED_BY_OWNER' | 'PASSWORD_CHANGED' | 'SIGNED_IN_ANEW';

/** Refuses an API key, and whoever has not come in all the way. Errors: NOT_FOR_KEYS, NOT_SIGNED_IN. */
export function requireSession({ identity }: Pick<Context, 'identity'>): {
  accountId: string;
  sessionId: string;
} {
  const { accountId, sessionId } = requireSessionOrPending({ identity });
  if (identity.kind !== 'person') throw problem(kernelErrors.NOT_SIGNED_IN);
  return { accountId, sessionId };
}

/** The same, and also for whoever has given a password and still owes the second factor. */
export function requireSessionOrPending({ identity }: Pick<Context, 'identity'>) {
  const { accountId, sessionId, apiKeyId } = identity;
  if (apiKeyId !== null) throw problem(accessErrors.NOT_FOR_KEYS);
  if (accountId === null || sessionId === null) throw problem(kernelErrors.NOT_SIGNED_IN);
  return { accountId, sessionId };
}

/**
 * Lets the owner of an account in: a new session with a new token; the one that the browser had before ends. The
 * context is theirs afterwards. With a second factor they still owe its code.
 */
export async function openSession(
  ctx: ContextWithDoor,
  accountId: string,
  method: SignInMethod,
): Promise<void> {
  const { sessionDays, idleMinutes, userAgent, address } = ctx.door;
  if (ctx.identity.sessionId !== null) await endSessions(ctx, [ctx.identity.sessionId], 'SIGNED_IN_ANEW');
  const token = newToken();
  const expiresAt = new Date(Date.now() + sessionDays * dayMs);
  await ctx.db.query('select open_session($1, $2, $3, $4, $5, $6)', [
    accountId,
    tokenHash(token),
    userAgent,
    expiresAt,
    idleMinutes,
    address,
  ]);
  await ctx.door.enterAs(token);
  ctx.door.setToken(token, expiresAt);
  if (ctx.identity.pending !== 'NEEDS_CODE') await noteSignIn(ctx, method);
}

/** Writes down how somebody came in; runs as them. */
export async function noteSignIn(ctx: Context, method: SignInMethod): Promise<void> {
  const accountId = ctx.identity.accountId!;
  await emit(ctx, SignedIn, { subject: { type: 'account', id: accountId }, data: { accountId, method } });
}

/** The caller has just proved who they are: the session counts as confirmed, and its token changes. */
export async function strengthenSession(
  ctx: ContextWithDoor,
  { withFactor }: { withFactor: boolean },
): Promise<void> {
  const token = newToken();
  const [row] = await ctx.db.query<{ expires_at: string | null }>(
    'select strengthen_session($1, $2, $3) as expires_at',
    [ctx.identity.sessionId, tokenHash(token), withFactor],
  );
  if (!row?.expires_at) throw problem(kernelErrors.NOT_SIGNED_IN);
  await ctx.door.enterAs(token);
  ctx.door.setToken(token, new Date(row.expires_at));
}

/** Ends sessions of the caller's own account and writes it down; gives how many there were. */
export async function endSessions(
  ctx: Context,
  sessionIds: readonly string[],
  reason: EndReason,
): Promise<number> {
  const accountId = ctx.identity.accountId!;
  const ended = await ctx.db.query<{ id: string }>(
    `update session set ended_at = now(), end_reason = $3
     where id = any ($1) and account_id = $2 and ended_at is null returning id`,
    [[...sessionIds], accountId, reason],
  );
  if (ended.length > 0 && reason !== 'SIGNED_OUT')
    await emit(ctx, SessionEnded, {
      subject: { type: 'account', id: accountId },
      data: { accountId, sessionIds: ended.map(({ id }) => id), reason },
    });
  return ended.length;
}

/** Ends the session of this request; harmless when there is none. */
export async function signOut(ctx: ContextWithDoor): Promise<void> {
  const { accountId, sessionId } = ctx.identity;
  if (sessionId === null || accountId === null) return;
  await endSessions(ctx, [sessionId], 'SIGNED_OUT');
  await emit(ctx, SignedOut, { subject: { type: 'account', id: accountId }, data: { accountId } });
}

/** Ends one of the caller's own sessions. Errors: NOT_FOUND. */
export async function endOwnSession(ctx: ContextWithDoor, id: string): Promise<void> {
  const { sessionId } = requireSession(ctx);
  if (id === sessionId) return signOutHere(ctx);
  if ((await endSessions(ctx, [id], 'ENDED_BY_OWNER')) === 0) throw problem(kernelErrors.NOT_FOUND);
}

async function signOutHere(ctx: ContextWithDoor): Promise<void> {
  await signOut(ctx);
  ctx.door.setToken(null);
}

/** Ends all sessions of the caller but this one; gives how many. */
export async function endOtherSessions(
  ctx: Context,
  reason: 'ENDED_BY_OWNER' | 'PASSWORD_CHANGED',
): Promise<number> {
  const { accountId, sessionId } = requireSession(ctx);
  const others = await ctx.db.query<{ id: string }>(
    'select id from session where account_id = $1 and id <> $2 and ended_at is null',
    [accountId, sessionId],
  );
  return endSessions(
    ctx,
    others.map(({ id }) => id),
    reason,
  );
}
