// One HTTP request is one unit of work: a connection, entered as the owner of the session cookie.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { openUnit, type Database, type Unit } from '../kernel/database.js';
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

export async function openRequestUnit(parts: HttpParts, request: FastifyRequest): Promise<Unit> {
  const token = tokenOf(request);
  return openUnit(parts, { session: token ? tokenHash(token) : null }, request.id);
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
      enterAs: (token: string | null) => unit.reenter({ session: token ? tokenHash(token) : null }),
    },
  });
}
