import { z } from 'zod';
import { defineEvent } from '../../kernel/index.js';

export const OrgUnitAdded = defineEvent(
  'OrgUnitAdded',
  z.object({ orgUnitId: z.int(), kind: z.string(), code: z.string() }),
);
export const OrgUnitRenamed = defineEvent(
  'OrgUnitRenamed',
  z.object({ orgUnitId: z.int(), from: z.string(), to: z.string() }),
);
