// The database refuses first; here its refusal is told to the user, once.
import { kernelErrors, problem, type Problem, type ProblemDefinition } from './error.js';

const byConstraint = new Map<string, ProblemDefinition>();

/** What a violated constraint means to the person who caused it. */
export function explainConstraint(constraint: string, definition: ProblemDefinition): void {
  byConstraint.set(constraint, definition);
}

interface DatabaseError {
  code: string;
  constraint?: string;
}

function asDatabaseError(error: unknown): DatabaseError | undefined {
  for (let current = error; current instanceof Error; current = current.cause) {
    const { code } = current as unknown as DatabaseError;
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return current as unknown as DatabaseError;
  }
  return undefined;
}

const byCode: Record<string, ProblemDefinition> = {
  '23505': kernelErrors.ALREADY_EXISTS,
  '23P01': kernelErrors.ALREADY_EXISTS,
  '23503': kernelErrors.REFERENCE_NOT_FOUND,
  '22021': kernelErrors.TEXT_NOT_VALID,
  '22P05': kernelErrors.TEXT_NOT_VALID,
  // Longer than its column, or than an index can hold.
  '22001': kernelErrors.TEXT_TOO_LONG,
  '54000': kernelErrors.TEXT_TOO_LONG,
  // An id that is no id at all names nothing, and so does a day that is none.
  '22P02': kernelErrors.NOT_FOUND,
  '22003': kernelErrors.NOT_FOUND,
  '22007': kernelErrors.NOT_FOUND,
  '22008': kernelErrors.NOT_FOUND,
};

/** The Problem behind a database error, if a user can cause and mend it. */
export function explainDatabaseError(error: unknown): Problem | undefined {
  const refused = asDatabaseError(error);
  if (!refused) return undefined;
  const definition = (refused.constraint && byConstraint.get(refused.constraint)) || byCode[refused.code];
  if (definition) return problem(definition);
  if (refused.code === '23514')
    return problem(kernelErrors.VALUE_NOT_VALID, { reason: refused.constraint ?? '' });
  return undefined;
}
