import { z } from 'zod';
import { defineEvent } from '../../kernel/index.js';

// What a home was before and after is for those who see homes.
const aboutHome = { aboutRows: true };
const place = { householdId: z.uuid(), villageId: z.int() };

export const HouseholdAdded = defineEvent('HouseholdAdded', z.object(place), aboutHome);
export const HouseholdChanged = defineEvent(
  'HouseholdChanged',
  z.object({ ...place, fields: z.array(z.string()) }),
  aboutHome,
);
export const HouseholdVerified = defineEvent('HouseholdVerified', z.object(place), aboutHome);
