// GET /ide/: a GraphQL IDE (Altair) from our own disk, with the saved operations in its collection. Its
// outside features are held off by the content security policy of these pages.
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { savedOperations } from './saved-operations.js';

const dist = join(dirname(createRequire(import.meta.url).resolve('altair-static')), 'dist');

const policy = [
  "default-src 'self'",
  // Altair compiles its editor's workers and styles at run time.
  "script-src 'self' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "frame-ancestors 'none'",
].join('; ');

// Altair takes whole addresses only, and only the browser knows the one it came by.
const startScript = () => `
const endpointURL = new URL('/graphql', location.href).href;
// Its advertisement counts as seen.
localStorage.setItem('altair:db:ai-plugin-showcased', '{"value":true}');
const { initialWindows, ...options } = ${JSON.stringify({
  initialQuery: savedOperations().find(({ name }) => name === 'scoreboard')?.text ?? '',
  initialHeaders: { 'apollo-require-preflight': 'true' },
  initialName: 'Từng Nhà',
  initialSettings: { language: 'vi-VN', 'alert.disableUpdateNotification': true },
  initialWindows: savedOperations().map(({ name, text }) => ({ initialName: name, initialQuery: text })),
})};
AltairGraphQL.init({
  ...options,
  endpointURL,
  initialWindows: initialWindows.map((window) => ({ ...window, endpointURL })),
});`;

export async function serveIde(app: FastifyInstance): Promise<void> {
  const page = readFileSync(join(dist, 'index.html'), 'utf8')
    .replace('<base href="/" />', '<base href="/ide/" />')
    .replace('</body>', '<script type="module" src="start.js"></script></body>');
  await app.register(
    async (ide) => {
      ide.addHook('onSend', (_request, reply, _payload, done) => {
        void reply.header('content-security-policy', policy);
        done();
      });
      await ide.register(fastifyStatic, { root: dist, index: false, decorateReply: false });
      ide.get('/', (_request, reply) => reply.type('text/html').send(page));
      ide.get('/start.js', (_request, reply) => reply.type('text/javascript').send(startScript()));
    },
    { prefix: '/ide' },
  );
}
