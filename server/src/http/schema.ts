// The executable schema, built once. printSchema of it is committed as schema.graphql.
import 'reflect-metadata';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { cleanArguments, type LivePubSub } from '../kernel/index.js';
import { assertGuarded } from '../kernel/guard.js';
import { resolvers } from '../modules.js';
import { enforceRoles } from '../roles.js';

/** Builds the schema; refuses to when an operation, a type or a grant has no policy. */
export function createSchema(pubSub: LivePubSub): GraphQLSchema {
  enforceRoles();
  const schema = buildSchemaSync({
    resolvers: resolvers,
    pubSub: pubSub,
    validate: false,
    authMode: 'null',
  });
  assertGuarded(schema);
  cleanRootArguments(schema);
  return schema;
}

// Every text that comes in is composed (NFC) and free of what no database or document can hold. Done once,
// at the roots, so that no resolver can forget it and nested fields cost nothing.
function cleanRootArguments(schema: GraphQLSchema): void {
  for (const root of [schema.getQueryType(), schema.getMutationType()]) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      const { resolve } = field;
      field.resolve = (source, args, ctx, info) =>
        resolve!(source, cleanArguments(args as unknown), ctx, info);
    }
  }
}

export function schemaText(schema: GraphQLSchema): string {
  return `${printSchema(lexicographicSortSchema(schema))}\n`;
}
