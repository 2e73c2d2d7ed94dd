// Runs an operation: queries as they are, a mutation in one transaction whose answer leaves after the commit.
// Saved operations are compiled once (graphql-jit); everything else goes through graphql-js.
import { execute, GraphQLError, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import type { Context } from '../kernel/index.js';
import type { Unit } from '../kernel/database.js';

export interface Operation {
  document: DocumentNode;
  /** Equal for equal documents. */
  key: string;
  name: string | null;
  kind: 'query' | 'mutation' | 'subscription';
  variables: Record<string, unknown>;
}

export type Executor = (operation: Operation, unit: Unit) => Promise<ExecutionResult>;

/** `isSaved` says which documents are worth compiling: a fixed set, so that the cache is bounded. */
export function createExecutor(
  schema: GraphQLSchema,
  isSaved: (key: string, document: DocumentNode) => boolean,
): Executor {
  const compiled = new Map<string, CompiledQuery | null>();

  function compiledFor({ document, key, name }: Operation): CompiledQuery | null {
    if (!isSaved(key, document)) return null;
    const cacheKey = `${key} ${name ?? ''}`;
    let query = compiled.get(cacheKey);
    if (query === undefined) {
      const result = compileQuery(schema, document, name ?? undefined);
      query = isCompiledQuery(result) ? result : null;
      compiled.set(cacheKey, query);
    }
    return query;
  }

  async function run(operation: Operation, ctx: Context): Promise<ExecutionResult> {
    const query = compiledFor(operation);
    if (query) return withRealErrors(await query.query({}, ctx, operation.variables));
    return execute({
      schema,
      document: operation.document,
      contextValue: ctx,
      variableValues: operation.variables,
      operationName: operation.name,
    });
  }

  return (operation, unit) => {
    if (operation.kind !== 'mutation') return run(operation, unit.ctx);
    return unit.transaction(
      () => run(operation, unit.ctx),
      (answer) => (answer.errors?.length ?? 0) > 0,
    );
  };
}

// graphql-jit's errors only look like GraphQLErrors; Apollo needs real ones. Without a path they are the
// caller's variables.
function withRealErrors(result: ExecutionResult): ExecutionResult {
  if (!result.errors) return result;
  const errors = result.errors.map(({ message, nodes, path, originalError, extensions }) => {
    const code = path === undefined && !originalError ? { code: 'BAD_USER_INPUT' } : {};
    return new GraphQLError(message, { nodes, path, originalError, extensions: { ...code, ...extensions } });
  });
  return { ...result, errors };
}
