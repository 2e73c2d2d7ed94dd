import { problem, refusalFor } from '../../kernel/index.js';
import { accessErrors } from './access.errors.js';
import { attempt, networkOf } from './attempt.js';
import type { ContextWithDoor } from './door.js';
import { provePassword } from './proof.service.js';
import { openSession } from './session.service.js';

/**
 * Opens a session for a login and password. Errors: SIGN_IN_REFUSED, whichever of the two is wrong; TOO_MANY_ATTEMPTS,
 * whether or not there is such a login.
 */
export async function signIn(ctx: ContextWithDoor, typedLogin: string, password: string): Promise<void> {
  if (ctx.identity.apiKeyId !== null) throw refusalFor(ctx.identity);
  const login = typedLogin.trim().toLowerCase();
  const network = networkOf(ctx.door.address);
  const proved = await attempt(ctx, 'ADDRESS', network, () =>
    attempt(ctx, 'LOGIN', login, () => provePassword(ctx, login, password)),
  );
  if (!proved) throw problem(accessErrors.SIGN_IN_REFUSED);
  await openSession(ctx, proved.accountId, 'PASSWORD');
}
