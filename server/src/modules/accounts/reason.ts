import { problem } from '../../kernel/index.js';
import { accountErrors } from './account.errors.js';

/** Why, as it is kept. Errors: ACCOUNT_REASON_EMPTY. */
export function requireReason(typed: string, path: string): string {
  const reason = typed.trim();
  if (reason === '') throw problem(accountErrors.ACCOUNT_REASON_EMPTY, {}, { path });
  return reason;
}
