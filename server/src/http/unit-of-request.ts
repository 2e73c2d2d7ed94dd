// One HTTP request is one unit of work: a connection, entered as the owner of the session cookie or of the API key.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { openUnit, type Database, type Scope, type Unit } from '../kernel/database.js';
import type { Attempts, BusinessClock, Context, Logger } from '../kernel/index.js';
import {
  newToken,
  refuseBadKey,
  tokenHash,
  type ContextWithDoor,
  type Door,
  type OpenWork,
} from '../modules/access/index.js';
import { cookieName, credentialsOf } from './credentials.js';

export interface HttpParts {
  database: Database;
  clock: BusinessClock;
  log: Logger;
  attempts: Attempts;
  sessionDays: number;
  sessionIdleHours: number;
  secureCookies: boolean;
}

function scopeOf(parts: HttpParts, request: FastifyRequest): Scope {
  const credentials = credentialsOf(request, parts.secureCookies);
  const address = request.ip;
  if (credentials && 'key' in credentials) return { key: tokenHash(credentials.key), address };
  return { session: credentials && tokenHash(credentials.session), address };
}

/**
 * Opens the unit of a request. When the rights of its caller have changed, and a reply can carry it, the session gets
 * another token. Errors: API_KEY_REFUSED, TOO_MANY_ATTEMPTS.
 */
export async function openRequestUnit(
  parts: HttpParts,
  request: FastifyRequest,
  reply?: FastifyReply,
): Promise<Unit> {
  const scope = scopeOf(parts, request);
  const unit = await openUnit(parts, scope, request.id);
  try {
    if ('key' in scope && unit.ctx.identity.kind === 'anonymous')
      await refuseBadKey(parts.attempts, request.ip);
    if (unit.rotate && reply && 'session' in scope) await rotate(parts, unit, scope.session!, reply);
    return unit;
  } catch (error) {
    unit.close();
    throw error;
  }
}

// Of requests at the same time the first one rotates; the others keep working with the token they came with.
async function rotate(parts: HttpParts, unit: Unit, hash: Buffer, reply: FastifyReply): Promise<void> {
  const token = newToken();
  const [row] = await unit.ctx.db.query<{ expires_at: string | null }>(
    'select rotate_session($1, $2) as expires_at',
    [hash, tokenHash(token)],
  );
  if (row?.expires_at) setCookie(parts, reply, token, new Date(row.expires_at));
}

function setCookie(
  { secureCookies }: HttpParts,
  reply: FastifyReply,
  token: string | null,
  expires?: Date,
): void {
  const name = cookieName(secureCookies);
  const options = { path: '/', httpOnly: true, sameSite: 'strict', secure: secureCookies } as const;
  if (token === null) void reply.clearCookie(name, options);
  else void reply.setCookie(name, token, { ...options, ...(expires ? { expires } : {}) });
}

/** The context of a GraphQL request: the unit's, and the door through which one comes in and out. */
export function withDoor(
  parts: HttpParts,
  unit: Unit,
  request: FastifyRequest,
  reply: FastifyReply,
): ContextWithDoor {
  const address = request.ip;
  let entered = scopeOf(parts, request);
  const setToken = afterCommit(unit, (token: string | null, expires?: Date) =>
    setCookie(parts, reply, token, expires),
  );
  const enter = (scope: Scope) => {
    entered = scope;
    return unit.reenter(scope);
  };
  const door: Door = {
    address,
    userAgent: request.headers['user-agent'] ?? '',
    sessionDays: parts.sessionDays,
    idleMinutes: parts.sessionIdleHours * 60,
    attempts: parts.attempts,
    setToken,
    enterAs: (token) => enter({ session: tokenHash(token), address }),
    enterAgain: () => enter(entered),
    enterCommune: (jobOf) => enter({ jobOf }),
    afterwards: afterClose(parts, unit),
  };
  return Object.assign(unit.ctx satisfies Context, { door });
}

/** `act`, but only when the mutation that asks for it is committed: what was rolled back has no cookie. */
function afterCommit<A extends unknown[]>(unit: Unit, act: (...values: A) => void): (...values: A) => void {
  const transaction = unit.transaction.bind(unit);
  let asked: A | undefined;
  unit.transaction = async (work, failed) => {
    let rolledBack = false;
    const answer = await transaction(work, (found) => (rolledBack = failed?.(found) ?? false));
    if (asked && !rolledBack) act(...asked);
    return answer;
  };
  return (...values) => (asked = values);
}

/** Work for when the request has given its connection back, so that it never waits for a second one. */
function afterClose(parts: HttpParts, unit: Unit): Door['afterwards'] {
  const close = unit.close.bind(unit);
  const waiting: ((open: OpenWork) => Promise<void>)[] = [];
  const open: OpenWork = async (communeId, work) => {
    const later = await openUnit(parts, { jobOf: communeId }, unit.ctx.requestId);
    try {
      return await later.transaction(() => work(later.ctx));
    } finally {
      later.close();
    }
  };
  unit.close = () => {
    close();
    for (const work of waiting)
      work(open).catch((error: unknown) => parts.log.error({ err: error }, 'work after a request failed'));
  };
  return (work) => void waiting.push(work);
}
