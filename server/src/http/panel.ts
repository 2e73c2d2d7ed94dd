// The built admin panel, and index.html for every address that the panel's router knows.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const built = fileURLToPath(new URL('../../../admin/dist/', import.meta.url));

export async function servePanel(app: FastifyInstance): Promise<void> {
  if (!existsSync(built)) {
    app.log.warn('the panel is not built; run npm run build');
    return;
  }
  await app.register(fastifyStatic, {
    root: built,
    // Hashed files never change; index.html names the hashed files of today.
    setHeaders: (reply, path) =>
      void reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ),
  });
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && request.headers.accept?.includes('text/html');
    if (wantsPage) return reply.header('cache-control', 'no-cache').sendFile('index.html');
    return reply.code(404).send({ error: 'Not found' });
  });
}
