// What people decide about their own data: consents, requests with their clocks, and becoming nobody. Its actions
// are the privacy module's; it stands below the homes it is about.
export { Consent } from './consent.entity.js';
export { ConsentResolver, HouseholdConsentsResolver } from './consent.resolver.js';
export { DataRequest } from './data-request.entity.js';
export { DataRequestResolver } from './data-request.resolver.js';
