import type { FastifyInstance } from 'fastify';
import type { Database } from '../kernel/database.js';

/** /health/live: the process runs. /health/ready: it can reach its database and is not shutting down. */
export function serveHealth(app: FastifyInstance, database: Database): void {
  let draining = false;
  app.addHook('preClose', (done) => {
    draining = true;
    done();
  });
  app.get('/health/live', () => ({ ok: true }));
  app.get('/health/ready', async (_request, reply) => {
    const reachable =
      !draining &&
      (await database.system('select 1').then(
        () => true,
        () => false,
      ));
    return reply.code(reachable ? 200 : 503).send({ ok: reachable });
  });
}
