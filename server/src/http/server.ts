// The HTTP face: API, live stream, panel, IDE, job board and health on one port.
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import Fastify, {
  LogController,
  type FastifyError,
  type FastifyBaseLogger,
  type FastifyInstance,
} from 'fastify';
import { randomUUID } from 'node:crypto';
import { createLivePubSub, liveChannel, Problem, relayNews } from '../kernel/index.js';
import type { JobQueue } from '../kernel/queue.js';
import { listenTo } from '../kernel/listen.js';
import { serveBoard } from './board.js';
import { internalMessages, statusOf, toFormatted } from './errors.js';
import { refuseCredentialsInAddress } from './credentials.js';
import { serveExports } from './exports.js';
import { serveGraphql } from './graphql.js';
import { serveHealth } from './health.js';
import { serveIde } from './ide.js';
import { servePanel } from './panel.js';
import { refuseOtherSites } from './same-origin.js';
import { createSchema } from './schema.js';
import { serveStream } from './stream.js';
import { serveUploads } from './uploads.js';
import type { HttpParts } from './unit-of-request.js';

export interface HttpSettings extends HttpParts {
  jobQueue: JobQueue;
  host: string;
  port: number;
  trustProxy: boolean;
}

const bodyLimit = 1_000_000;
const slowestRequestMs = 60_000;
// The panel asks a browser for none of these.
const unusedFeatures = 'camera=(), geolocation=(), microphone=(), payment=(), usb=()';

export async function startHttp(settings: HttpSettings): Promise<FastifyInstance> {
  const { database, log, jobQueue } = settings;
  const pubSub = createLivePubSub();
  const schema = createSchema(pubSub);
  const logger: FastifyBaseLogger = log;
  const app = Fastify({
    loggerInstance: logger,
    // Requests are logged by what they do, not one line each.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    requestTimeout: slowestRequestMs,
    trustProxy: settings.trustProxy,
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    // Lines of a request are written through its unit of work, which knows its id.
    childLoggerFactory: (parent) => parent,
    // An open event stream must not hold up a shutdown.
    forceCloseConnections: true,
  });
  await app.register(fastifyCookie);
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: { directives: contentSecurity(settings.secureCookies) },
    hsts: settings.secureCookies,
  });
  app.addHook('onSend', (request, reply, _payload, done) => {
    void reply.header('x-request-id', request.id).header('permissions-policy', unusedFeatures);
    done();
  });
  refuseOtherSites(app);
  refuseCredentialsInAddress(app);

  app.setErrorHandler<FastifyError | Problem>((error, request, reply) => {
    if (error instanceof Problem)
      return reply
        .code(statusOf[error.kind] ?? 400)
        .send({ errors: [toFormatted({ message: error.message }, error, request.id)] });
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send({ error: error.message });
    log.error({ err: error, requestId: request.id }, 'request failed');
    return reply.code(500).send({ error: internalMessages(request.id) });
  });

  serveHealth(app, database);
  await serveGraphql(app, schema, settings);
  const streams = serveStream(app, schema, settings);
  await serveUploads(app, settings);
  serveExports(app, settings);
  await serveIde(app);
  await serveBoard(app, jobQueue, settings);
  await servePanel(app);

  const listener = await listenTo(
    { database, log },
    {
      [liveChannel]: (payload) => relayNews(pubSub, payload),
      // Somebody's session ended, or their rights changed: their open streams must not outlive that.
      tungnha_session: (accountId) => void streams.recheck(accountId),
    },
  );
  app.addHook('onClose', () => listener.close());
  await app.listen({ host: settings.host, port: settings.port });
  return app;
}

// MUI writes its styles into the page; everything else comes from our own files.
function contentSecurity(secure: boolean): Record<string, string[] | null> {
  return {
    'default-src': ["'self'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'"],
    'worker-src': ["'self'"],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
    'upgrade-insecure-requests': secure ? [] : null,
  };
}
