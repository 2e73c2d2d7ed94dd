// What people may expect of us: incidents told of in time, nothing kept longer than needed, and no note that holds
// what it should not. Consents and requests, which are about homes, stand in data-rights.
import './privacy.policy.js';
import './retention.jobs.js';

export { Incident } from './incident.entity.js';
export { IncidentResolver } from './incident.resolver.js';
export { findInNote, kindsOf, maskNote, type NoteKindCode } from './note-findings.js';
export { RetentionResolver } from './retention.resolver.js';
export { defineSqlRetention } from './retention.rules.js';
