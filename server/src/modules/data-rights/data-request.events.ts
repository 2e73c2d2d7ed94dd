import { z } from 'zod';
import { defineEvent } from '../../kernel/index.js';

const request = { requestId: z.uuid(), kind: z.string(), householdId: z.uuid().nullable() };
// Who asked, and what, is for those who see homes; the administrator does not.
const aboutHome = { aboutRows: true };

export const DataRequestRecorded = defineEvent('DataRequestRecorded', z.object(request), aboutHome);
export const DataRequestAnswered = defineEvent('DataRequestAnswered', z.object(request), aboutHome);
export const DataRequestCompleted = defineEvent('DataRequestCompleted', z.object(request), aboutHome);
export const DataRequestRefused = defineEvent('DataRequestRefused', z.object(request), aboutHome);
export const HouseholdAnonymised = defineEvent(
  'HouseholdAnonymised',
  z.object({ householdId: z.uuid(), villageId: z.int() }),
);
