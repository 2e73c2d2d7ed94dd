// The daily work: visits to homes. Append-only; what they say of a home is projected into its state.
import './visit.policy.js';

export { projectCommune, projectHouseholds, projectVillage } from './projection.js';
export { assertTopics } from './topics.js';
export { Visit } from './visit.entity.js';
export { VisitCorrected, VisitRecorded } from './visit.events.js';
export { VisitExportResolver } from './visit.export.js';
export { HouseholdVisitsResolver, VisitResolver } from './visit.resolver.js';
