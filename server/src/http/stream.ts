// GET or POST /graphql/stream: subscriptions over server-sent events. A stream holds no database connection;
// its caller is resolved and guarded once, when it opens.
import type { FastifyInstance } from 'fastify';
import { getOperationAST, parse, validate, type GraphQLSchema } from 'graphql';
import { createHandler } from 'graphql-sse/lib/use/fastify';
import { guard } from '../kernel/guard.js';
import { isUnexpected, toFormatted } from './errors.js';
import { openRequestUnit, type HttpParts } from './unit-of-request.js';

export function serveStream(app: FastifyInstance, schema: GraphQLSchema, parts: HttpParts): void {
  const handler = createHandler({
    schema,
    // One stream per operation; a tab opens a single one.
    authenticate: () => null,
    async onSubscribe({ raw: request }, { query, variables = {}, operationName }) {
      const unit = await openRequestUnit(parts, request);
      try {
        const document = parse(query);
        const invalid = validate(schema, document);
        if (invalid.length > 0) return { errors: invalid } as never;
        const node = getOperationAST(document, operationName);
        if (!node) return [null, { status: 400, statusText: 'Bad Request' }];
        guard(schema, { document, node }, variables, unit.ctx.identity);
        const { identity, requestId, log } = unit.ctx;
        return {
          schema,
          document,
          variableValues: variables,
          operationName,
          contextValue: { identity, requestId, log },
        } as never;
      } catch (error) {
        const code =
          'extensions' in (error as object)
            ? (error as { extensions: { code?: unknown } }).extensions.code
            : undefined;
        if (isUnexpected(error, code))
          parts.log.error({ err: error, requestId: request.id }, 'stream refused');
        const body = { errors: [toFormatted({ message: '' }, error, request.id)] };
        return [
          JSON.stringify(body),
          { status: 401, statusText: 'Unauthorized', headers: { 'content-type': 'application/json' } },
        ];
      } finally {
        unit.close();
      }
    },
  });
  app.all('/graphql/stream', async (request, reply) => {
    // graphql-sse answers on the raw response; fastify must not answer a second time.
    reply.hijack();
    await handler(request, reply);
  });
}
