// Who has an account, which positions they hold, and who stands in for whom.
import './account.policy.js';

export { Account } from './account.entity.js';
export { AccountResolver } from './account.resolver.js';
export { Delegation } from './delegation.entity.js';
export { DelegationResolver } from './delegation.resolver.js';
export { Invitation } from './invitation.entity.js';
export { InvitationResolver } from './invitation.resolver.js';
export { JoiningResolver } from './joining.resolver.js';
export { Position } from './position.entity.js';
export { PositionResolver } from './position.resolver.js';
