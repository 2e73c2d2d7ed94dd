// The villages' teams: who is in them, since when, by which decision.
import './team.policy.js';

export { Membership } from './membership.entity.js';
export { MembershipResolver } from './membership.resolver.js';
export { Team } from './team.entity.js';
export { TeamResolver, VillageTeamResolver } from './team.resolver.js';
