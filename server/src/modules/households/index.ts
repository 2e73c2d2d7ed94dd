// The roster: every home of the commune, and its businesses.
import './household.policy.js';

export { HouseholdAdded, HouseholdChanged } from './household.events.js';
export { Household } from './household.entity.js';
export { HouseholdExportResolver } from './household.export.js';
export { HouseholdResolver } from './household.resolver.js';
export { getHousehold, mostAdults, mostCitizens, requirePeople } from './household.service.js';
export { HouseholdState } from './household-state.entity.js';
