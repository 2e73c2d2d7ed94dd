// GET or POST /graphql/stream: subscriptions over server-sent events. A stream holds no database connection; its
// caller is resolved and guarded when it opens, and again whenever that may have changed (open-streams.ts).
import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  getOperationAST,
  parse,
  specifiedRules,
  subscribe,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { createHandler } from 'graphql-sse/lib/use/fastify';
import { guard } from '../kernel/guard.js';
import { defineErrors, problem, type Identity } from '../kernel/index.js';
import { isUnexpected, toFormatted } from './errors.js';
import { limitRules, parsing } from './limits.js';
import { OpenStreams, type OpenStream } from './open-streams.js';
import { openRequestUnit, type HttpParts } from './unit-of-request.js';

const streamErrors = defineErrors({
  TOO_MANY_STREAMS: {
    kind: 'TOO_MANY',
    vi: 'Có quá nhiều trang đang mở bằng tài khoản này. Hãy đóng bớt rồi tải lại.',
    en: 'Too many pages are open with this account. Close some, then reload.',
  },
});

interface Asked {
  document: DocumentNode;
  node: OperationDefinitionNode;
  variables: Record<string, unknown>;
}

type StreamArgs = ExecutionArgs & { contextValue: { stream: Omit<OpenStream, 'end'> } };

export function serveStream(app: FastifyInstance, schema: GraphQLSchema, parts: HttpParts): OpenStreams {
  const streams = new OpenStreams(parts.log);
  app.addHook('onClose', () => streams.close());

  /** The caller of now, if they may open this stream. Errors: those of the guard. */
  async function admit(request: FastifyRequest, { document, node, variables }: Asked): Promise<Identity> {
    const unit = await openRequestUnit(parts, request);
    unit.close();
    guard(schema, { document, node }, variables, unit.ctx.identity);
    return unit.ctx.identity;
  }

  const handler = createHandler({
    schema,
    // One stream per operation; a tab opens a single one.
    authenticate: () => null,
    subscribe: (args) => subscribeWatched(args as unknown as StreamArgs, streams) as never,
    async onSubscribe({ raw: request }, { query, variables = {}, operationName }) {
      try {
        const document = parse(query, parsing);
        const [invalid] = validate(schema, document, [...specifiedRules, ...limitRules]);
        if (invalid) throw Object.assign(invalid, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
        const node = getOperationAST(document, operationName);
        if (!node) return [null, { status: 400, statusText: 'Bad Request' }];
        const asked = { document, node, variables };
        const identity = await admit(request, asked);
        const { accountId } = identity;
        if (!streams.hasRoomFor(accountId)) throw problem(streamErrors.TOO_MANY_STREAMS);
        const mayStay = () =>
          admit(request, asked).then(
            (now) => now.accountId === accountId,
            () => false,
          );
        return {
          schema,
          document,
          variableValues: variables,
          operationName,
          contextValue: { identity, requestId: request.id, log: parts.log, stream: { accountId, mayStay } },
        } as never;
      } catch (error) {
        return refusal(parts, request, error);
      }
    },
  });
  app.all('/graphql/stream', async (request, reply) => {
    // graphql-sse answers on the raw response; fastify must not answer a second time.
    reply.hijack();
    await handler(request, reply);
  });
  return streams;
}

/** The stream of results, which ends when its caller loses the right to it. */
async function subscribeWatched(
  args: StreamArgs,
  streams: OpenStreams,
): Promise<AsyncIterable<ExecutionResult> | ExecutionResult> {
  const results = await subscribe(args);
  if (!(Symbol.asyncIterator in results)) return results;
  const stream: OpenStream = { ...args.contextValue.stream, end: () => void results.return() };
  streams.add(stream);
  return (async function* () {
    try {
      yield* results;
    } finally {
      streams.remove(stream);
    }
  })();
}

function refusal(parts: HttpParts, request: FastifyRequest, error: unknown): never {
  const extensions = (error as { extensions?: { code?: unknown } }).extensions;
  if (isUnexpected(error, extensions?.code))
    parts.log.error({ err: error, requestId: request.id }, 'stream refused');
  const { message } = error as Error;
  const body = { errors: [toFormatted({ message, extensions: { ...extensions } }, error, request.id)] };
  return [
    JSON.stringify(body),
    { status: 401, statusText: 'Unauthorized', headers: { 'content-type': 'application/json' } },
  ] as never;
}
