// GET /exports/<token>: the file that an export mutation made, once, for the session or the key that asked for it.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { problem } from '../kernel/index.js';
import { fileErrors, savedAs, takeExport } from '../modules/files/index.js';
import { openRequestUnit, type HttpParts } from './unit-of-request.js';

export function serveExports(app: FastifyInstance, parts: HttpParts): void {
  app.get(
    '/exports/:token',
    // Looking whether it is there must not use it up.
    { exposeHeadRoute: false },
    async (request: FastifyRequest<{ Params: { token: string } }>, reply) => {
      const unit = await openRequestUnit(parts, request);
      try {
        const file = await unit.transaction(() => takeExport(unit.ctx, request.params.token));
        void reply.headers({
          'cache-control': 'no-store',
          'content-security-policy': "default-src 'none'; sandbox",
          'x-content-type-options': 'nosniff',
        });
        if (!file) {
          const { key, messages } = problem(fileErrors.EXPORT_NOT_FOUND);
          return await reply.code(404).send({ error: { key, messages } });
        }
        return await reply
          .type(file.mediaType)
          .header('content-disposition', savedAs(file.name))
          .send(file.bytes);
      } finally {
        unit.close();
      }
    },
  );
}
