// Coming in by a link. Whoever holds the token is let in once; nobody learns why another token is refused.
import { emit, problem, refusalFor } from '../../kernel/index.js';
import {
  attempt,
  hashPassword,
  networkOf,
  openSession,
  requireGoodPassword,
  tokenHash,
  type ContextWithDoor,
} from '../access/index.js';
import { invitationErrors } from './invitation.errors.js';
import { InvitationAccepted } from './account.events.js';
import type { InvitationKind } from './invitation.entity.js';
import type { InvitationGreeting } from './invitation.types.js';

/** What a link is for; null when it cannot be used. Uses nothing up. Errors: TOO_MANY_ATTEMPTS. */
export function checkInvitation(ctx: ContextWithDoor, token: string): Promise<InvitationGreeting | null> {
  return attempt(ctx, 'INVITATION', networkOf(ctx.door.address), () => findInvitation(ctx, token));
}

async function findInvitation({ db }: ContextWithDoor, token: string): Promise<InvitationGreeting | null> {
  const [found] = await db.query<InvitationGreeting & Record<string, unknown>>(
    'select full_name as "fullName", login, commune_name as "communeName", kind from find_invitation($1)',
    [tokenHash(token)],
  );
  return found ?? null;
}

/**
 * Uses a link up: its owner has the password from now on, every session of before is over, and they are signed in here.
 * Errors: LINK_NOT_USABLE, whatever is wrong with the link; those of requireGoodPassword, which leave it usable;
 * TOO_MANY_ATTEMPTS.
 */
export async function acceptInvitation(ctx: ContextWithDoor, token: string, password: string): Promise<void> {
  if (ctx.identity.apiKeyId !== null) throw refusalFor(ctx.identity);
  const owner = await checkInvitation(ctx, token);
  if (!owner) throw problem(invitationErrors.LINK_NOT_USABLE);
  await requireGoodPassword(password, owner, 'password');
  const accountId = await useUp(ctx, token, await hashPassword(password));
  await openSession(ctx, accountId, 'INVITATION');
  await noteAcceptance(ctx, owner.kind);
}

// The statement that uses it up says whether somebody was faster: of two at a time one comes in.
async function useUp({ db }: ContextWithDoor, token: string, passwordHash: string): Promise<string> {
  const [row] = await db.query<{ account_id: string | null }>(
    'select accept_invitation($1, $2) as account_id',
    [tokenHash(token), passwordHash],
  );
  if (!row?.account_id) throw problem(invitationErrors.LINK_NOT_USABLE);
  return row.account_id;
}

async function noteAcceptance(ctx: ContextWithDoor, kind: InvitationKind): Promise<void> {
  const accountId = ctx.identity.accountId!;
  await emit(ctx, InvitationAccepted, {
    subject: { type: 'account', id: accountId },
    data: { accountId, kind },
  });
}
