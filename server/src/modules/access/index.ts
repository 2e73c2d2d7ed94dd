// Who may come in, and what they may do once inside.
import './access.policy.js';

export { ClockSet } from './access.events.js';
export { AccessResolver, type ContextWithDoor } from './access.resolver.js';
export { tokenHash } from './access.service.js';
export { hashPassword } from './password.js';
export { Role } from './role.js';
