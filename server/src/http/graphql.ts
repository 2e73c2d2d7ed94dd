// POST /graphql. Apollo parses, validates and answers; our executor runs; the guard stands before it.
import { ApolloServer, HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { FastifyInstance } from 'fastify';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import { guard } from '../kernel/guard.js';
import type { Unit } from '../kernel/database.js';
import type { ContextWithDoor } from '../modules/access/index.js';
import { asRefusal, logErrors, toFormatted } from './errors.js';
import { createExecutor, type Executor } from './executor.js';
import { limitRules, parsing, requireAffordable } from './limits.js';
import { createSavedCheck, savedOperations } from './saved-operations.js';
import { createSavedPath } from './saved-path.js';
import { openRequestUnit, withDoor, type HttpParts } from './unit-of-request.js';

type GraphqlContext = ContextWithDoor & { unit: Unit; cost?: number };

export async function serveGraphql(
  app: FastifyInstance,
  schema: GraphQLSchema,
  parts: HttpParts,
): Promise<void> {
  const isSaved = createSavedCheck(savedOperations());
  const execute = createExecutor(schema, isSaved);
  const answerSaved = createSavedPath(schema, isSaved, execute);
  const apollo = createApollo(schema, execute, parts);
  await apollo.start();
  app.addHook('onClose', () => apollo.stop());

  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: async (request, reply) => {
      const unit = await openRequestUnit(parts, request, reply);
      try {
        const saved = await answerSaved(request, reply, unit);
        if (saved !== null) return saved;
        const headers = new HeaderMap();
        for (const [name, value] of Object.entries(request.headers))
          if (value) headers.set(name, [value].flat().join(', '));
        const answer = await apollo.executeHTTPGraphQLRequest({
          httpGraphQLRequest: {
            method: request.method,
            headers,
            search: new URL(request.url, 'http://localhost').search,
            body: request.body,
          },
          context: () => Promise.resolve(Object.assign(withDoor(parts, unit, request, reply), { unit })),
        });
        for (const [name, value] of answer.headers) void reply.header(name, value);
        if (answer.body.kind !== 'complete') throw new Error('Incremental delivery is not offered');
        void reply.code(answer.status ?? 200);
        return answer.body.string;
      } finally {
        unit.close();
      }
    },
  });
}

function createApollo(
  schema: GraphQLSchema,
  execute: Executor,
  parts: HttpParts,
): ApolloServer<GraphqlContext> {
  const guardPlugin: ApolloServerPlugin<GraphqlContext> = {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation({ document, operation, queryHash, request, contextValue }) {
          if (operation?.operation === 'subscription')
            throw new GraphQLError('Subscriptions are served at /graphql/stream');
          const variables = request.variables ?? {};
          try {
            guard(schema, { document, node: operation!, key: queryHash }, variables, contextValue.identity);
            contextValue.cost = requireAffordable(schema, document, {
              name: request.operationName,
              variables,
            });
          } catch (error) {
            throw asRefusal(error);
          }
          return Promise.resolve();
        },
        didEncounterErrors({ errors, contextValue }) {
          logErrors(errors, contextValue);
          return Promise.resolve();
        },
        willSendResponse({ response, contextValue, errors }) {
          if (response.body.kind !== 'single') return Promise.resolve();
          const answer = response.body.singleResult;
          if (errors?.length)
            answer.errors = (answer.errors ?? []).map((error, index) =>
              toFormatted(error, errors[index], contextValue.requestId),
            );
          if (contextValue.cost !== undefined)
            answer.extensions = { ...answer.extensions, cost: contextValue.cost };
          return Promise.resolve();
        },
      }),
  };

  return new ApolloServer<GraphqlContext>({
    // A gateway is Apollo's way to take an executor of our own.
    gateway: {
      load: () =>
        Promise.resolve({
          executor: ({ document, queryHash, operation, operationName, request, context }) =>
            execute(
              {
                document,
                key: queryHash,
                name: operationName,
                kind: operation.operation,
                variables: request.variables ?? {},
              },
              (context as GraphqlContext).unit,
            ) as Promise<never>,
        }),
      onSchemaLoadOrUpdate(callback) {
        callback({ apiSchema: schema, coreSupergraphSdl: '' });
        return () => undefined;
      },
      stop: () => Promise.resolve(),
    },
    introspection: true,
    validationRules: limitRules,
    parseOptions: parsing,
    maxRecursiveSelections: true,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    stopOnTerminationSignals: false,
    logger: parts.log,
    plugins: [ApolloServerPluginCacheControlDisabled(), guardPlugin],
  });
}
