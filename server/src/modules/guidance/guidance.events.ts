import { z } from 'zod';
import { defineEvent } from '../../kernel/index.js';

export const GuidanceSessionRecorded = defineEvent(
  'GuidanceSessionRecorded',
  z.object({ guidanceSessionId: z.uuid(), villageId: z.int().nullable(), householdIds: z.array(z.uuid()) }),
);
