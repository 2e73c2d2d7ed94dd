// Who may come in, and what they may do once inside.
import './access.policy.js';

export { ClockSet } from './access.events.js';
export { Alone } from './alone.js';
export { ApiKey } from './api-key.entity.js';
export { ApiKeyResolver } from './api-key.resolver.js';
export { keyPrefix, revokeKey } from './api-key.service.js';
export { attempt, networkOf, refuseBadKey } from './attempt.js';
export { ClockResolver } from './clock.resolver.js';
export { deviceName } from './device.js';
export { type ContextWithDoor, type Door, type OpenWork } from './door.js';
export { meOf } from './me.js';
export { Me } from './me.types.js';
export { hashPassword } from './password.js';
export { requireGoodPassword } from './password.rules.js';
export { kindOfUnit, Role } from './role.js';
export { SecondFactorResolver } from './second-factor.resolver.js';
export { newToken, tokenHash } from './secrets.js';
export { liveSessionsOf } from './session.queries.js';
export { SessionResolver } from './session.resolver.js';
export { openSession } from './session.service.js';
export { Session } from './session.types.js';
export { SetupResolver } from './setup.resolver.js';
export {
  furnishCommune,
  issueSetupCode,
  readNewCommune,
  takeSetupCode,
  type NewCommune,
} from './setup.service.js';
export { SignInResolver } from './sign-in.resolver.js';
