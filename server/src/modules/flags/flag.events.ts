import { z } from 'zod';
import { defineEvent } from '../../kernel/index.js';

const flag = {
  flagId: z.uuid(),
  villageId: z.int(),
  reason: z.string(),
  indicatorCode: z.string().nullable(),
};
const severity = z.enum(['YELLOW', 'RED']);

export const FlagOpened = defineEvent('FlagOpened', z.object({ ...flag, severity }));
/** Only its severity: the evidence of an open flag is refreshed without an event. */
export const FlagChanged = defineEvent('FlagChanged', z.object({ ...flag, from: severity, to: severity }));
export const FlagClosed = defineEvent('FlagClosed', z.object({ ...flag, severity }));
