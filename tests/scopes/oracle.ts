/**
 * A second opinion on every answer of the API: what a caller must be refused, and else exactly which rows and values
 * they get. Worked out in memory from the facts and the duties. It imports nothing of the server; of the API it knows
 * the committed schema, as any client does.
 */
import { readFileSync } from 'node:fs';
import {
  buildSchema,
  execute,
  getNamedType,
  isListType,
  getNullableType,
  parse,
  type ExecutionResult,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
} from 'graphql';
import { has, type Caller, type Needs } from './caller.js';
import type { World } from './facts.js';
import { aggregate, page } from './lists.js';
import { modelOf, rowModelOf, type Ask, type Row } from './model.js';
import { examine } from './needs.js';
import { refusedFor, specialAnswers } from './operations.js';

export const schema = buildSchema(
  readFileSync(new URL('../../server/src/schema.graphql', import.meta.url), 'utf8'),
);

/** Refused, answered with exactly this, or answered with something that is not foretold. */
export type Verdict = { refused: string; data?: never } | { refused?: never; data: Row | 'something' };

/** What a caller must get for a query. */
export function judge(world: World, caller: Caller, document: string, variables: Row = {}): Verdict {
  const parsed = parse(document);
  const { needs, foretold, operations } = examine(schema, parsed, variables);
  if (!needs.every((each) => has(caller, each)))
    return { refused: caller.state === 'in' ? 'NOT_ALLOWED' : 'NOT_SIGNED_IN' };
  const refused = operations.map((operation) => refusedFor(operation, caller)).find((each) => each !== null);
  if (refused) return { refused };
  if (!foretold) return { data: 'something' };
  const result = execute({
    schema,
    document: parsed,
    variableValues: variables,
    contextValue: askOf(world, caller),
    fieldResolver: answer as GraphQLFieldResolver<unknown, unknown>,
  }) as ExecutionResult;
  if (result.errors) throw result.errors[0]!.originalError ?? result.errors[0]!;
  return { data: JSON.parse(JSON.stringify(result.data)) as Row };
}

/** Everything that a document needs of whoever sends it. */
export const needsOf = (document: string, variables: Row = {}): Needs[] =>
  examine(schema, parse(document), variables).needs;

/** The facts as this caller sees them. */
export function askOf(world: World, caller: Caller): Ask {
  const seen = new Map<string, Row[]>();
  const ask: Ask = {
    world,
    caller,
    all(type) {
      const known = seen.get(type);
      if (known) return known;
      const model = rowModelOf(type)!;
      const rows = (world[model.table!] as Row[]).filter(
        (row) => (row['communeId'] ?? row['id']) === caller.communeId && (model.sees?.(row, ask) ?? true),
      );
      seen.set(type, rows);
      return rows;
    },
    one(type, id) {
      if (id === null || id === undefined) return null;
      const key = rowModelOf(type)!.key ?? 'id';
      return ask.all(type).find((row) => String(row[key]) === String(id as string | number)) ?? null;
    },
  };
  return ask;
}

const isList = (type: GraphQLOutputType) => isListType(getNullableType(type));

const answer: GraphQLFieldResolver<Row | undefined, Ask> = (source, args: Row, ask, info) => {
  const parent = info.parentType;
  if (parent !== schema.getQueryType()) {
    const value = modelOf(parent.name)?.values?.[info.fieldName];
    return value && !/(Page|Aggregate)$/.test(parent.name)
      ? value(source!, ask, args)
      : source![info.fieldName];
  }
  const special = specialAnswers[info.fieldName];
  if (special) return special(ask, args);
  const returned = getNamedType(info.returnType);
  const model = rowModelOf(returned.name);
  if (!model) throw new Error(`Nobody has judged ${info.fieldName}`);
  if (returned.name.endsWith('Page')) return page(model, ask.all(returned.name), args, ask);
  if (returned.name.endsWith('Aggregate'))
    return aggregate(model, ask.all(returned.name), args, {
      ask,
      sums: ['adults', 'citizens14'].filter(
        (field) => 'getFields' in returned && field in returned.getFields(),
      ),
      bucketOf: 'visitedAt',
    });
  if (isList(info.returnType)) throw new Error(`The oracle has no answer to ${info.fieldName}`);
  return ask.one(returned.name, args['id']);
};
