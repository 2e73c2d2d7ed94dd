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
  NOT_CONFIRMED: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  TOO_MANY: 429,
};

interface GraphQLProblem {
  message: string;
  extensions?: ProblemExtensions;
}

/** The language on screen. */
export const spokenLocale = (): 'vi' | 'en' => (document.documentElement.lang === 'en' ? 'en' : 'vi');

function messageOf(problem: GraphQLProblem): string {
  return problem.extensions?.messages?.[spokenLocale()] ?? problem.message;
}

/** What a react-admin form sets on its inputs; `root` is the form as a whole. */
type FormErrors = Record<string, string | { serverError: string }>;

/** `input.skills.0` is the field `skills`: the prefix is the server's, and a form has one place for the whole list. */
const fieldOf = (path: string): string => path.replace(/^input\./, '').split('.')[0] ?? path;

/** The form shows each message beside its field, and what belongs to no field above them all. */
function formErrors(problem: GraphQLProblem, message: string): FormErrors {
  const fields = problem.extensions?.fields ?? [];
  if (fields.length === 0) return { root: { serverError: message } };
  return Object.fromEntries(
    fields.map((field) => [fieldOf(field.path), field.messages?.[spokenLocale()] ?? message]),
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
    const message = 'app.error.network';
    return new HttpError(message, thrown.networkError?.statusCode ?? 0, {
      errors: { root: { serverError: message } },
    });
  }
  const status = statusOfCode[problem.extensions?.code ?? ''] ?? 500;
  const key = status === 403 ? 'app.error.notAllowed' : status === 500 ? 'app.error.internal' : undefined;
  const message = problem.extensions?.messages ? messageOf(problem) : (key ?? problem.message);
  return new HttpError(message, status, {
    key: problem.extensions?.key,
    requestId: problem.extensions?.requestId,
    errors: formErrors(problem, message),
  });
}
