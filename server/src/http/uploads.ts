// POST /uploads/<token>: the bytes of one file, to an address that requestUpload gave. No database connection is
// held while they arrive, and no more of them than the limit are.
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem, problem, type Context, type ProblemDefinition } from '../kernel/index.js';
import {
  checkUpload,
  fileErrors,
  keepUpload,
  mostUploadBytes,
  takeTicket,
  type TakenTicket,
} from '../modules/files/index.js';
import { statusOf } from './errors.js';
import { openRequestUnit, type HttpParts } from './unit-of-request.js';

const mediaType = 'application/octet-stream';

type UploadRequest = FastifyRequest<{ Params: { token: string } }>;

export async function serveUploads(app: FastifyInstance, parts: HttpParts): Promise<void> {
  const tickets = new WeakMap<FastifyRequest, TakenTicket>();

  const inUnit = async <T>(request: FastifyRequest, work: (ctx: Context) => Promise<T>): Promise<T> => {
    const unit = await openRequestUnit(parts, request);
    try {
      return await unit.transaction(() => work(unit.ctx));
    } finally {
      unit.close();
    }
  };

  await app.register(async (uploads) => {
    uploads.setErrorHandler<FastifyError>(answerRefusal);
    // A browser asks before it sends this type for another site, and is refused.
    uploads.removeAllContentTypeParsers();
    uploads.addContentTypeParser(
      mediaType,
      { parseAs: 'buffer', bodyLimit: mostUploadBytes },
      (_request, body, done) => done(null, body),
    );
    uploads.post(
      '/uploads/:token',
      {
        async onRequest(request: UploadRequest) {
          requireHeaders(request);
          tickets.set(request, await inUnit(request, (ctx) => takeTicket(ctx, request.params.token)));
        },
      },
      async (request: UploadRequest, reply) => {
        const ticket = tickets.get(request)!;
        const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        await checkUpload(ticket, bytes);
        const fileId = await inUnit(request, (ctx) => keepUpload(ctx, ticket, bytes));
        return reply.code(201).send({ fileId });
      },
    );
    // What came in is never given out again.
    const others = ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE'];
    for (const url of ['/uploads', '/uploads/*'])
      uploads.route({ method: others, url, handler: () => refuse(fileErrors.UPLOAD_NOT_FOUND) });
  });
}

function requireHeaders({ headers }: FastifyRequest): void {
  const [type] = (headers['content-type'] ?? '').split(';');
  if (type!.trim().toLowerCase() !== mediaType) refuse(fileErrors.UPLOAD_WRONG_TYPE);
  if (Number(headers['content-length']) > mostUploadBytes) refuse(fileErrors.UPLOAD_TOO_LARGE);
}

function refuse(definition: ProblemDefinition): never {
  throw problem(definition, { megabytes: mostUploadBytes / 1_000_000 });
}

const byCode: Record<string, ProblemDefinition> = {
  FST_ERR_CTP_BODY_TOO_LARGE: fileErrors.UPLOAD_TOO_LARGE,
  FST_ERR_CTP_INVALID_MEDIA_TYPE: fileErrors.UPLOAD_WRONG_TYPE,
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: fileErrors.UPLOAD_CUT_SHORT,
};

const statusOfUpload: Record<string, number> = {
  [fileErrors.UPLOAD_NOT_FOUND.key]: 404,
  [fileErrors.UPLOAD_TOO_LARGE.key]: 413,
  [fileErrors.UPLOAD_WRONG_TYPE.key]: 415,
};

function answerRefusal(error: FastifyError | Problem, _request: FastifyRequest, reply: FastifyReply) {
  const known = error instanceof Problem ? error : asProblem(error);
  if (!known) throw error;
  const { key, kind, messages } = known;
  // The rest of what was being sent is not waited for.
  return reply
    .header('connection', 'close')
    .code(statusOfUpload[key] ?? statusOf[kind] ?? 400)
    .send({ error: { key, messages } });
}

function asProblem({ code }: FastifyError): Problem | undefined {
  const definition = byCode[code];
  return definition && problem(definition, { megabytes: mostUploadBytes / 1_000_000 });
}
