import { createHash, randomBytes } from 'node:crypto';
import { allow, defineErrors, emit, problem, type Context } from '../../kernel/index.js';
import { ClockSet, SignedIn, SignedOut } from './access.events.js';
import { verifyPassword } from './password.js';

const accessErrors = defineErrors({
  SIGN_IN_REFUSED: {
    kind: 'NOT_SIGNED_IN',
    vi: 'Tên đăng nhập hoặc mật khẩu chưa đúng. Hãy kiểm tra rồi thử lại.',
    en: 'The login or the password is not right. Check them and try again.',
  },
});

const dayMs = 86_400_000;

/** What the database keeps of a session token. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export interface SignInAttempt {
  login: string;
  password: string;
  userAgent: string;
  address: string;
  days: number;
}

const idleMinutes = 7 * 24 * 60;

export interface OpenedSession {
  token: string;
  expiresAt: Date;
}

/** Opens a session for a login and password. Errors: SIGN_IN_REFUSED, whichever of the two is wrong. */
export async function signIn(
  ctx: Context,
  { login, password, userAgent, address, days }: SignInAttempt,
): Promise<OpenedSession> {
  const [found] = await ctx.db.query<{ account_id: string; password_hash: string | null }>(
    'select * from find_login($1)',
    [login.trim()],
  );
  const right = await verifyPassword(password, found?.password_hash ?? undefined);
  if (!found || !right) throw problem(accessErrors.SIGN_IN_REFUSED);
  const token = randomBytes(32).toString('base64url');
  // Sessions live in system time: an assumed business date must not end or prolong them.
  const expiresAt = new Date(Date.now() + days * dayMs);
  await ctx.db.query('select open_session($1, $2, $3, $4, $5, $6)', [
    found.account_id,
    tokenHash(token),
    userAgent,
    expiresAt,
    idleMinutes,
    address,
  ]);
  return { token, expiresAt };
}

/** Writes down that a session was opened; runs as the person it belongs to. */
export async function noteSignIn(ctx: Context): Promise<void> {
  const accountId = ctx.identity.accountId!;
  await emit(ctx, SignedIn, { subject: { type: 'account', id: accountId }, data: { accountId } });
}

/** Ends the session of this token; harmless when there is none. */
export async function signOut(ctx: Context, token: string | undefined): Promise<void> {
  if (!token) return;
  await ctx.db.query(`select close_session($1, 'SIGNED_OUT')`, [tokenHash(token)]);
  const { accountId } = ctx.identity;
  if (accountId)
    await emit(ctx, SignedOut, { subject: { type: 'account', id: accountId }, data: { accountId } });
}

/** Assumes a business time, or (null) returns to the real one. It ticks on from there while a process runs. */
export async function setBusinessClock(ctx: Context, now: Date | null): Promise<void> {
  allow(ctx, 'clock:set');
  await ctx.db.query(
    `update business_clock set assumed = $1::timestamptz is not null,
       anchor_at = coalesce($1, clock_timestamp()), heartbeat_at = clock_timestamp()`,
    [now],
  );
  await emit(ctx, ClockSet, {
    subject: { type: 'clock', id: 'business' },
    data: { now: now?.toISOString() ?? null },
  });
  await ctx.db.query(`select pg_notify('tungnha_clock', '')`);
}
