// The short way for saved operations, which are most of the traffic: recognised by their exact text, parsed and
// validated once, then guarded and run like any other. Apollo is left out; it costs as much as the query.
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  getOperationAST,
  parse,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { guard } from '../kernel/guard.js';
import type { Unit } from '../kernel/database.js';
import { asRefusal, formatErrors, logErrors } from './errors.js';
import type { Executor } from './executor.js';
import { parsing } from './limits.js';
import { hashOf, type SavedCheck } from './saved-operations.js';

interface Prepared {
  document: DocumentNode;
  node: OperationDefinitionNode;
  key: string;
}

interface SavedRequest {
  query: string;
  variables?: Record<string, unknown>;
}

const mostTexts = 1_000;
const longestText = 20_000;

/** The answer to a saved operation as JSON text; null when the request takes the ordinary way. */
export type SavedPath = (request: FastifyRequest, reply: FastifyReply, unit: Unit) => Promise<string | null>;

export function createSavedPath(schema: GraphQLSchema, isSaved: SavedCheck, execute: Executor): SavedPath {
  // By the exact text a client sends; null for texts that are no saved operation.
  const known = new Map<string, Prepared | null>();

  function prepare(text: string): Prepared | null {
    let prepared = known.get(text);
    if (prepared === undefined) {
      prepared = text.length > longestText ? null : prepareNew(schema, isSaved, text);
      if (known.size >= mostTexts) known.clear();
      known.set(text, prepared);
    }
    return prepared;
  }

  return async (request, reply, unit) => {
    const body = savedRequest(request);
    const prepared = body && prepare(body.query);
    if (!prepared) return null;
    void reply.type('application/json; charset=utf-8').header('cache-control', 'no-store');
    const variables = body.variables ?? {};
    try {
      guard(schema, prepared, variables, unit.ctx.identity);
    } catch (error) {
      const refusal = asRefusal(error);
      const { status } = (refusal.extensions['http'] ?? { status: 400 }) as { status: number };
      void reply.code(status);
      logErrors([refusal], unit.ctx);
      return JSON.stringify({ errors: formatErrors([refusal], unit.ctx) });
    }
    const operation = {
      document: prepared.document,
      key: prepared.key,
      name: null,
      kind: 'query' as const,
      variables,
    };
    const { data, errors } = await execute(operation, unit);
    if (errors) logErrors(errors, unit.ctx);
    return JSON.stringify(errors ? { data, errors: formatErrors(errors, unit.ctx) } : { data });
  };
}

// Only JSON posts: a browser form of another site cannot send them, so nothing is asked in a visitor's name.
function savedRequest({ method, headers, body }: FastifyRequest): SavedRequest | null {
  if (method !== 'POST' || !headers['content-type']?.startsWith('application/json')) return null;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return null;
  const { query, variables, extensions } = body as {
    query?: unknown;
    variables?: unknown;
    extensions?: unknown;
  };
  if (typeof query !== 'string' || extensions != null) return null;
  if (variables != null && (typeof variables !== 'object' || Array.isArray(variables))) return null;
  return { query, variables: (variables ?? {}) as Record<string, unknown> };
}

function prepareNew(schema: GraphQLSchema, isSaved: SavedCheck, text: string): Prepared | null {
  let document: DocumentNode;
  try {
    document = parse(text, parsing);
  } catch {
    return null;
  }
  const key = hashOf(text);
  const node = getOperationAST(document);
  if (node?.operation !== 'query' || !isSaved(key, document) || validate(schema, document).length > 0)
    return null;
  return { document, node, key };
}
