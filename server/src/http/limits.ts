// How much one request may ask. Depth, aliases, directives and tokens bound the document; the cost bounds what it
// fetches, by the sizes of its lists. Saved operations are ours and skip this.
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import {
  GraphQLError,
  getNullableType,
  isListType,
  type DocumentNode,
  type GraphQLSchema,
  type ParseOptions,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import { getComplexity, type ComplexityEstimatorArgs } from 'graphql-query-complexity/cjs';
import { defineErrors, problem } from '../kernel/index.js';

const deepest = 12;
const mostAliases = 30;
const mostDirectives = 50;
/** Fields of rows, roughly: a page of 100 homes with thirty fields costs 3,000. */
const dearest = 50_000;
const defaultPage = 25;
const largestPage = 1_000;
// A list without a page (a plan's clauses, a home's visits): an ordinary length.
const plainList = 10;

export const parsing: ParseOptions = { maxTokens: 5_000 };

const limitErrors = defineErrors({
  QUERY_TOO_COSTLY: {
    kind: 'BAD_INPUT',
    vi: 'Truy vấn này lấy quá nhiều dữ liệu một lần ({cost}, nhiều nhất {limit}). Hãy lấy trang nhỏ hơn hoặc ít trường hơn.',
    en: 'This query fetches too much at once ({cost}, at most {limit}). Ask for a smaller page or fewer fields.',
  },
});

// Left to themselves the rules throw in the middle of validation; a refusal is reported like any other.
const reported = {
  propagateOnRejection: false,
  onReject: [
    (context: ValidationContext | null, { message }: Error) =>
      context?.reportError(new GraphQLError(message.replace(/^Syntax Error: /, ''))),
  ],
};

export const limitRules: ValidationRule[] = [
  maxDepthRule({ n: deepest, flattenFragments: true, ...reported }),
  maxAliasesRule({ n: mostAliases, ...reported }),
  maxDirectivesRule({ n: mostDirectives, ...reported }),
];

// A list field multiplies what it selects: by the page it is asked for, or by an ordinary length. The size belongs to
// the field with the arguments, so the `nodes` beneath it count once.
function costOf({ field, args, childComplexity }: ComplexityEstimatorArgs): number {
  const isPaged = field.args.some(({ name }) => name === 'first' || name === 'limit');
  if (isPaged) return 1 + pageOf(args) * childComplexity;
  if (field.name === 'nodes') return childComplexity;
  return 1 + (isListType(getNullableType(field.type)) ? plainList : 1) * childComplexity;
}

function pageOf(args: Record<string, unknown>): number {
  const asked = args['first'] ?? args['limit'] ?? defaultPage;
  return typeof asked === 'number' ? Math.min(Math.max(asked, 1), largestPage) : defaultPage;
}

/** What the operation costs. Errors: QUERY_TOO_COSTLY, QUERY_NOT_VALID for variables that do not fit. */
export function requireAffordable(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: { name: string | null | undefined; variables: Record<string, unknown> },
): number {
  const cost = measure();
  if (cost > dearest) throw problem(limitErrors.QUERY_TOO_COSTLY, { cost, limit: dearest });
  return cost;

  function measure(): number {
    try {
      return getComplexity({
        schema,
        query: document,
        variables: operation.variables,
        estimators: [costOf],
        ...(operation.name ? { operationName: operation.name } : {}),
      });
    } catch (error) {
      // Only variables of another kind than declared get here: the document itself is valid.
      throw new GraphQLError((error as Error).message, { extensions: { code: 'BAD_USER_INPUT' } });
    }
  }
}
