// One HTTP request is one unit of work: a connection, entered as the owner of the session cookie.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { openUnit, type Database, type Scope, type Unit } from '../kernel/database.js';
import type { BusinessClock, Context, Logger } from '../kernel/index.js';
import { tokenHash, type ContextWithDoor } from '../modules/access/index.js';

export interface HttpParts {
  database: Database;
  clock: BusinessClock;
  log: Logger;
  sessionDays: number;
  secureCookies: boolean;
}

const cookieName = 'tungnha_session';

function tokenOf(request: FastifyRequest): string | undefined {
  return request.cookies[cookieName];
}

function scopeOf(token: string | undefined | null, request: FastifyRequest): Scope {
  return { session: token ? tokenHash(token) : null, address: request.ip };
}

export async function openRequestUnit(parts: HttpParts, request: FastifyRequest): Promise<Unit> {
  return openUnit(parts, scopeOf(tokenOf(request), request), request.id);
}

/** The context of a GraphQL request: the unit's, and the door through which one signs in and out. */
export function withDoor(
  parts: HttpParts,
  unit: Unit,
  request: FastifyRequest,
  reply: FastifyReply,
): ContextWithDoor {
  const cookie = { path: '/', httpOnly: true, sameSite: 'lax', secure: parts.secureCookies } as const;
  return Object.assign(unit.ctx satisfies Context, {
    door: {
      token: tokenOf(request),
      address: request.ip,
      userAgent: request.headers['user-agent'] ?? '',
      sessionDays: parts.sessionDays,
      setToken(token: string | null, expiresAt?: Date) {
        if (token === null) void reply.clearCookie(cookieName, cookie);
        else
          void reply.setCookie(cookieName, token, {
            ...cookie,
            ...(expiresAt ? { expires: expiresAt } : {}),
          });
      },
      enterAs: (token: string | null) => unit.reenter(scopeOf(token, request)),
    },
  });
}
