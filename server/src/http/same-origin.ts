// Whatever a browser sends for a page of another site is refused before anything else looks at it: a form without
// preflight, a stream, an upload. Scripts outside a browser send neither header.
import type { FastifyInstance, FastifyRequest } from 'fastify';

function isForeign({ headers, host }: FastifyRequest): boolean {
  const { origin } = headers;
  if (headers['sec-fetch-site'] === 'cross-site') return true;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host;
}

const isPage = ({ method, headers }: FastifyRequest) =>
  method === 'GET' && headers['sec-fetch-mode'] === 'navigate';

export function refuseOtherSites(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    // Following a link from another site opens the panel, and says nothing in anybody's name.
    if (isPage(request) || !isForeign(request)) return;
    await reply
      .code(403)
      .send({ error: 'Yêu cầu từ trang khác bị từ chối / Refused: the request comes from another site.' });
  });
}
