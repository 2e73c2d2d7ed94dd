import { z } from 'zod';
import { defineEvent } from '../../kernel/index.js';

const place = { householdId: z.uuid(), villageId: z.int() };

export const HouseholdAdded = defineEvent('HouseholdAdded', z.object(place));
export const HouseholdChanged = defineEvent(
  'HouseholdChanged',
  z.object({ ...place, fields: z.array(z.string()) }),
);
export const HouseholdVerified = defineEvent('HouseholdVerified', z.object(place));
