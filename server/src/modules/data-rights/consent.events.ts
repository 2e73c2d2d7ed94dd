import { z } from 'zod';
import { defineEvent } from '../../kernel/index.js';

const consent = {
  consentId: z.uuid(),
  householdId: z.uuid().nullable(),
  personId: z.uuid().nullable(),
  purpose: z.string(),
};
// Who gave it is for those who see homes.
const aboutHome = { aboutRows: true };

export const ConsentRecorded = defineEvent(
  'ConsentRecorded',
  z.object({ ...consent, wordingVersion: z.int() }),
  aboutHome,
);
export const ConsentWithdrawn = defineEvent('ConsentWithdrawn', z.object(consent), aboutHome);
