import { HttpError } from 'react-admin';

/** What the server says in `extensions` of a refused request. */
interface ProblemExtensions {
  code?: string;
  key?: string;
  messages?: { vi?: string; en?: string };
  fields?: {
    path: string;
    key: string;
    args?: Record<string, unknown>;
    messages?: { vi?: string; en?: string };
  }[];
  requestId?: string;
}

const statusOfCode: Record<string, number> = {
  BAD_INPUT: 400,
  NOT_SIGNED_IN: 401,
  NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  TOO_MANY: 429,
};

interface GraphQLProblem {
  message: string;
  extensions?: ProblemExtensions;
}

const locale = (): 'vi' | 'en' => (document.documentElement.lang === 'en' ? 'en' : 'vi');

function messageOf(problem: GraphQLProblem): string {
  return problem.extensions?.messages?.[locale()] ?? problem.message;
}

/** The form shows each message beside its field; `input.` is the server's prefix, not the form's. */
function fieldErrors(problem: GraphQLProblem): Record<string, string> | undefined {
  const fields = problem.extensions?.fields;
  if (!fields || fields.length === 0) return undefined;
  return Object.fromEntries(
    fields.map((field) => [
      field.path.replace(/^input\./, ''),
      field.messages?.[locale()] ?? messageOf(problem),
    ]),
  );
}

/** Translates whatever the client library threw into one error with a status react-admin knows and words people do. */
export function toHttpError(error: unknown): HttpError {
  const thrown = error as {
    message?: string;
    status?: number;
    body?: unknown;
    graphQLErrors?: GraphQLProblem[];
    networkError?: { statusCode?: number } | null;
  };
  const inner = (thrown.body ?? thrown) as typeof thrown;
  const problem = inner.graphQLErrors?.[0];
  if (!problem) {
    // A status of 0 means that no answer came at all.
    return new HttpError('app.error.network', thrown.networkError?.statusCode ?? 0, {});
  }
  const status = statusOfCode[problem.extensions?.code ?? ''] ?? 500;
  const key = status === 403 ? 'app.error.notAllowed' : status === 500 ? 'app.error.internal' : undefined;
  const errors = fieldErrors(problem);
  return new HttpError(problem.extensions?.messages ? messageOf(problem) : (key ?? problem.message), status, {
    requestId: problem.extensions?.requestId,
    ...(errors ? { errors } : {}),
  });
}
