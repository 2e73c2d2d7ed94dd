import { z } from 'zod';
import { defineEvent } from '../../kernel/index.js';

const figures = z.object({
  dossiers: z.int(),
  dossiersOnline: z.int(),
  onlineUsers: z.int(),
  onlineUsersVerified: z.int(),
});

/** `before` is null when the month is recorded for the first time. */
export const DossierMonthRecorded = defineEvent(
  'DossierMonthRecorded',
  z.object({ dossierMonthId: z.uuid(), endsOn: z.string(), before: figures.nullable(), after: figures }),
);
