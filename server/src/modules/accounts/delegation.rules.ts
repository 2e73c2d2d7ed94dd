// When somebody may stand in for somebody. Pure: all it needs is passed in.
import { addDays, problem } from '../../kernel/index.js';
import { delegationErrors } from './delegation.errors.js';

/** Long enough for a leave or a course; a longer absence needs a position of its own. */
const mostDays = 90;

interface Days {
  validFrom: string;
  validTo: string;
}

/** Errors: DELEGATION_IN_PAST, DELEGATION_DATES, DELEGATION_TOO_LONG. */
export function requireDays({ validFrom, validTo }: Days, today: string): void {
  if (validFrom < today)
    throw problem(delegationErrors.DELEGATION_IN_PAST, { day: validFrom }, { path: 'input.validFrom' });
  const where = { path: 'input.validTo' };
  if (validTo <= validFrom) throw problem(delegationErrors.DELEGATION_DATES, { validFrom }, where);
  const latest = addDays(validFrom, mostDays);
  if (validTo > latest)
    throw problem(delegationErrors.DELEGATION_TOO_LONG, { days: mostDays, latest }, where);
}
