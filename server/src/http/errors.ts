// What a caller learns when something goes wrong: a Problem says what to do in both languages; anything
// unexpected is masked and logged under the request id.
import type { GraphQLError } from 'graphql';
import { type GraphQLFormattedError } from 'graphql';
import { Problem, defineErrors, explainDatabaseError, problem } from '../kernel/index.js';

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
      ? problem(httpErrors.QUERY_NOT_VALID, { reason: formatted.message })
      : undefined);
  const place = {
    ...(formatted.path ? { path: formatted.path } : {}),
    ...(formatted.locations ? { locations: formatted.locations } : {}),
  };
  if (!found) {
    const messages = {
      vi: internal.vi.replace('{id}', requestId),
      en: internal.en.replace('{id}', requestId),
    };
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
