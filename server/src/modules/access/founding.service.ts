import { problem } from '../../kernel/index.js';
import { setupErrors } from './access.errors.js';
import { attempt, networkOf } from './attempt.js';
import type { ContextWithDoor } from './door.js';
import { hashPassword } from './password.js';
import { requireGoodPassword } from './password.rules.js';
import { openSession } from './session.service.js';
import { furnishCommune, isSetupOpen, readNewCommune, takeSetupCode } from './setup.service.js';
import type { FoundCommuneInput } from './setup.types.js';

/**
 * Founds the first commune and signs its administrator in. Errors: SETUP_REFUSED, TOO_MANY_ATTEMPTS, those of
 * readNewCommune and requireGoodPassword.
 */
export async function foundCommune(ctx: ContextWithDoor, input: FoundCommuneInput): Promise<void> {
  if (!(await isSetupOpen(ctx.db))) throw problem(setupErrors.SETUP_REFUSED);
  const commune = readNewCommune(input);
  await requireGoodPassword(input.password, commune, 'input.password');
  const communeId = await attempt(ctx, 'SETUP', networkOf(ctx.door.address), () =>
    takeSetupCode(ctx.db, input.setupCode, commune),
  );
  await ctx.door.enterCommune(communeId);
  const { accountId } = await furnishCommune(ctx, commune);
  await openSession(ctx, accountId, 'SETUP');
  await ctx.db.query('select set_own_password($1)', [await hashPassword(input.password)]);
}
