import type { HouseholdKind } from '../../providers/types';

export const householdKinds: HouseholdKind[] = [
  'HOUSEHOLD',
  'HOUSEHOLD_BUSINESS',
  'COOPERATIVE',
  'ENTERPRISE',
];
