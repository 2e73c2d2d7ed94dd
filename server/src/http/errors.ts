// What a caller learns when something goes wrong: a Problem says what to do in both languages; anything
// unexpected is masked and logged under the request id.
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import {
  Problem,
  defineErrors,
  explainDatabaseError,
  problem,
  type Context,
  type ProblemKind,
} from '../kernel/index.js';

const httpErrors = defineErrors({
  QUERY_NOT_VALID: {
    kind: 'BAD_INPUT',
    vi: 'Truy vấn không hợp lệ: {reason}',
    en: 'The query is not valid: {reason}',
  },
});

const internal = {
  vi: 'Có lỗi ở phía máy chủ; dữ liệu của bạn không bị thay đổi. Hãy thử lại, nếu vẫn lỗi hãy báo mã {id} cho người quản trị.',
  en: 'Something went wrong on the server; your data was not changed. Try again, and if it goes on tell the administrator the code {id}.',
};

function problemIn(error: unknown): Problem | undefined {
  for (
    let current = error;
    current instanceof Error;
    current = (current as GraphQLError).originalError ?? current.cause
  ) {
    if (current instanceof Problem) return current;
    const explained = explainDatabaseError(current);
    if (explained) return explained;
  }
  return undefined;
}

/** Errors that GraphQL itself finds in a query are the caller's; they name no data. */
const callersCodes = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
]);

/** Whether it is a surprise to us, to be logged with its stack. */
export function isUnexpected(error: unknown, code: unknown): boolean {
  return problemIn(error) === undefined && !callersCodes.has(String(code));
}

// What is there is told by the schema, to those who may read it, not by guessing near its names.
const withoutHints = (message: string) => message.replace(/ ?Did you mean[^]*$/, '');

/** The error as it leaves the server. */
export function toFormatted(
  formatted: GraphQLFormattedError,
  error: unknown,
  requestId: string,
): GraphQLFormattedError {
  const code = formatted.extensions?.['code'];
  const found =
    problemIn(error) ??
    (callersCodes.has(String(code))
      ? problem(httpErrors.QUERY_NOT_VALID, { reason: withoutHints(formatted.message) })
      : undefined);
  const place = {
    ...(formatted.path ? { path: formatted.path } : {}),
    ...(formatted.locations ? { locations: formatted.locations } : {}),
  };
  if (!found) {
    const messages = internalMessages(requestId);
    return {
      ...place,
      message: messages.vi,
      extensions: { code: 'INTERNAL', key: 'INTERNAL', messages, fields: [], requestId },
    };
  }
  const { kind, key, args, messages, fields } = found;
  return {
    ...place,
    message: messages.vi,
    extensions: { code: kind, key, args, messages, fields, requestId },
  };
}

/** Our own failure in words that give nothing away but the code to report. */
export function internalMessages(requestId: string): { vi: string; en: string } {
  return { vi: internal.vi.replace('{id}', requestId), en: internal.en.replace('{id}', requestId) };
}

export const statusOf: Partial<Record<ProblemKind, number>> = {
  NOT_SIGNED_IN: 401,
  NOT_ALLOWED: 403,
  NOT_CONFIRMED: 403,
  TOO_MANY: 429,
};

/** What the guard threw, with an HTTP status for proxies and monitors that read no GraphQL. Our own bugs pass through. */
export function asRefusal(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  if (!(error instanceof Problem)) throw error;
  const http = { status: statusOf[error.kind] ?? 400 };
  return new GraphQLError(error.message, { originalError: error, extensions: { http } });
}

const refusals = new Set<ProblemKind>(['NOT_SIGNED_IN', 'NOT_ALLOWED', 'NOT_CONFIRMED', 'TOO_MANY']);

/** Writes down what an operator must see: surprises with their stack, and who was refused what. */
export function logErrors(
  errors: readonly GraphQLError[],
  { log, identity }: Pick<Context, 'log' | 'identity'>,
): void {
  for (const error of errors) {
    const found = problemIn(error);
    if (isUnexpected(error, error.extensions['code'])) {
      log.error({ err: error.originalError ?? error }, 'unexpected error');
    } else if (found && refusals.has(found.kind)) {
      const { accountId, apiKeyId } = identity;
      log.warn({ key: found.key, accountId, apiKeyId, path: error.path }, 'refused');
    }
  }
}

/** The errors of an answer as they leave the server. */
export function formatErrors(
  errors: readonly GraphQLError[],
  { requestId }: Pick<Context, 'requestId'>,
): GraphQLFormattedError[] {
  return errors.map((error) => toFormatted(error.toJSON(), error, requestId));
}
