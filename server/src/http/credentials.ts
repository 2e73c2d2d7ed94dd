// What a request shows of who sends it: an API key in the Authorization header, or else the session cookie. Nothing
// in an address counts, because addresses end up in logs, histories and Referer headers.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { keyPrefix } from '../modules/access/index.js';

export type Credentials = { key: string } | { session: string } | null;

/** Over HTTPS the browser itself holds the cookie to this host and path. */
export const cookieName = (secure: boolean): string =>
  secure ? '__Host-tungnha_session' : 'tungnha_session';

/** A key goes before a cookie: whoever sends one means it. */
export function credentialsOf({ headers, cookies }: FastifyRequest, secure: boolean): Credentials {
  const [, key] = /^bearer +(\S+) *$/i.exec(headers.authorization ?? '') ?? [];
  if (key !== undefined) return { key };
  const session = cookies[cookieName(secure)];
  return session ? { session } : null;
}

const credentialName =
  /^(access_?token|api_?key|authorization|bearer|session_?token|token|tungnha_session)$/i;
const looksLikeKey = new RegExp(`(^|[^\\w-])${keyPrefix}[\\w-]{40,}`);
const looksLikeToken = /^[\w-]{43}$/;

/** Refuses an address that carries a key or a token, wherever it leads, before anybody looks at it. */
export function refuseCredentialsInAddress(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    const query = Object.entries(request.query as Record<string, string | string[]>);
    const carries = query.some(
      ([name, values]) =>
        credentialName.test(name) ||
        [values].flat().some((value) => looksLikeKey.test(value) || looksLikeToken.test(value)),
    );
    if (!carries) return;
    await reply.code(400).send({
      error:
        'Không đặt khoá hay mã đăng nhập trong địa chỉ; hãy gửi khoá trong tiêu đề Authorization / Keys and tokens do not belong in an address; send a key in the Authorization header.',
    });
  });
}
