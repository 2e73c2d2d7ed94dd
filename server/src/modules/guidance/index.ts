// Guidance in other forms than a visit: village meetings, the counter, the loudspeaker, groups.
import './guidance.policy.js';

export { GuidanceSession } from './guidance-session.entity.js';
export { GuidanceSessionRecorded } from './guidance.events.js';
export { GuidanceSessionResolver } from './guidance.resolver.js';
