// One way to try a secret: counted before it is tried, given back when it was right, refused when there were too many.
import { emit, problem, type Attempts, type Problem } from '../../kernel/index.js';
import { accessErrors } from './access.errors.js';
import { SecurityAlert } from './access.events.js';
import type { ContextWithDoor } from './door.js';

// Per login: guessing one password. Per address: one password against many logins, and everything that has no login.
const limits = {
  LOGIN: { most: 10, minutes: 15 },
  ADDRESS: { most: 60, minutes: 15 },
  PASSWORD: { most: 10, minutes: 15 },
  CODE: { most: 8, minutes: 15 },
  SETUP: { most: 10, minutes: 15 },
  INVITATION: { most: 20, minutes: 15 },
  API_KEY: { most: 60, minutes: 15 },
};
export type AttemptKind = keyof typeof limits;

/**
 * Tries something secret. `work` answers null or false when it was wrong; that counts, as does whatever it throws.
 * Errors: TOO_MANY_ATTEMPTS, also for what would have been right.
 */
export async function attempt<T>(
  ctx: Pick<ContextWithDoor, 'door' | 'identity'>,
  kind: AttemptKind,
  key: string,
  work: () => Promise<T>,
): Promise<T> {
  const { attempts } = ctx.door;
  const { waitSeconds, isFirstRefusal } = await attempts.take(kind, key, limits[kind]);
  if (isFirstRefusal) alertOwner(ctx, kind, key);
  if (waitSeconds > 0) throw tooMany(waitSeconds);
  const answer = await work();
  if (answer !== null && answer !== false) await attempts.giveBack(kind, key, limits[kind]);
  return answer;
}

/** Refuses an API key that opens nothing, and after too many of them says so. Errors: API_KEY_REFUSED, TOO_MANY_ATTEMPTS. */
export async function refuseBadKey(attempts: Attempts, address: string): Promise<never> {
  const { waitSeconds } = await attempts.take('API_KEY', networkOf(address), limits.API_KEY);
  throw waitSeconds > 0 ? tooMany(waitSeconds) : problem(accessErrors.API_KEY_REFUSED);
}

const tooMany = (waitSeconds: number): Problem =>
  problem(accessErrors.TOO_MANY_ATTEMPTS, { minutes: Math.ceil(waitSeconds / 60) });

/** Where attempts of one network are counted together: an IPv6 customer has 2^64 addresses, so its first half. */
export function networkOf(address: string): string {
  return address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address;
}

// Written after the answer, so that its time tells nobody whether the login exists.
function alertOwner(ctx: Pick<ContextWithDoor, 'door' | 'identity'>, kind: AttemptKind, key: string): void {
  const { door, identity } = ctx;
  door.afterwards(async (open) => {
    const owner =
      kind === 'LOGIN'
        ? await open(null, async ({ db }) => {
            const [found] = await db.query<{ account_id: string; commune_id: number }>(
              'select account_id, commune_id from find_login($1)',
              [key],
            );
            return found && { accountId: found.account_id, communeId: found.commune_id };
          })
        : identity.accountId !== null && { accountId: identity.accountId, communeId: identity.communeId };
    if (!owner) return;
    await open(owner.communeId, (ctx) =>
      emit(ctx, SecurityAlert, {
        subject: { type: 'account', id: owner.accountId },
        data: { accountId: owner.accountId, attempts: kind },
        detail: { after: { address: door.address } },
      }),
    );
  });
}
