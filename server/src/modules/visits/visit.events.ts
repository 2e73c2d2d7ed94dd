import { z } from 'zod';
import { defineEvent } from '../../kernel/index.js';

const visit = { visitId: z.uuid(), householdId: z.uuid(), villageId: z.int() };

export const VisitRecorded = defineEvent(
  'VisitRecorded',
  z.object({ ...visit, result: z.string(), topics: z.array(z.string()) }),
  { aboutRows: true },
);
export const VisitCorrected = defineEvent('VisitCorrected', z.object({ ...visit, correctsId: z.uuid() }), {
  aboutRows: true,
});
/** Somebody looked at a note that seemed to hold what it should not, and let it stand or took it away. */
export const VisitNoteSettled = defineEvent(
  'VisitNoteSettled',
  z.object({ ...visit, kept: z.boolean(), kinds: z.array(z.string()) }),
);
