// Keys for scripts. They live in system time, like everything that opens a door.
import {
  addDays,
  allow,
  atVietnamTime,
  communeOf,
  emit,
  kernelErrors,
  problem,
  vietnamDay,
  type Context,
} from '../../kernel/index.js';
import { keyErrors } from './access.errors.js';
import { ApiKeyMade, ApiKeyRevoked } from './access.events.js';
import { ApiKey } from './api-key.entity.js';
import type { CreateApiKeyInput } from './api-key.types.js';
import { newToken, tokenHash } from './secrets.js';
import { requireSession } from './session.service.js';

export const keyPrefix = 'tn_';
const hintLength = keyPrefix.length + 5;
const longestName = 100;
const longestDays = 366;

// Who comes in, who may do what, and looking as somebody else stays with people.
const neverForKeys = new Set([
  ...['account:manage', 'position:manage', 'delegation:make', 'security:manage'],
  ...['key:make', 'view:as'],
]);

/** Errors: NOT_ALLOWED, NOT_FOR_KEYS, API_KEY_NAME, API_KEY_NO_SCOPES, API_KEY_SCOPES, API_KEY_EXPIRY. */
export async function createApiKey(
  ctx: Context,
  input: CreateApiKeyInput,
): Promise<{ key: string; apiKey: ApiKey }> {
  const { accountId } = requireSession(ctx);
  allow(ctx, 'key:make', { personId: ctx.identity.personId! });
  const name = requireName(input.name);
  const scopes = requireScopes(ctx, input.scopes);
  const expiresAt = requireExpiry(input.expiresOn);
  const key = `${keyPrefix}${newToken()}`;
  const [row] = await ctx.db.query<{ id: string }>(
    `insert into api_key (id, commune_id, account_id, name, hint, key_hash, scopes, expires_at)
     values (uuidv7(), $1, $2, $3, $4, $5, $6, $7) returning id`,
    [communeOf(ctx.identity), accountId, name, key.slice(0, hintLength), tokenHash(key), scopes, expiresAt],
  );
  const apiKeyId = row!.id;
  await emit(ctx, ApiKeyMade, {
    subject: { type: 'api_key', id: apiKeyId },
    data: { accountId, apiKeyId, scopes, expiresAt: expiresAt.toISOString() },
    detail: { after: { name } },
  });
  return { key, apiKey: await getApiKey(ctx, apiKeyId) };
}

/** On a screen: the owner revokes their own key, who manages accounts everybody's. Errors: NOT_FOUND, NOT_ALLOWED, NOT_FOR_KEYS. */
export async function revokeApiKey(ctx: Context, id: string): Promise<ApiKey> {
  requireSession(ctx);
  return revokeKey(ctx, id);
}

/** The key stops working at once. Errors: NOT_FOUND, NOT_ALLOWED. */
export async function revokeKey(ctx: Context, id: string): Promise<ApiKey> {
  const apiKey = await getApiKey(ctx, id);
  if (apiKey.accountId !== ctx.identity.accountId) allow(ctx, 'account:manage');
  if (apiKey.revokedAt !== null) return apiKey;
  await ctx.db.query('update api_key set revoked_at = now() where id = $1', [id]);
  await emit(ctx, ApiKeyRevoked, {
    subject: { type: 'api_key', id },
    data: { accountId: apiKey.accountId, apiKeyId: id },
  });
  ctx.db.em.clear();
  return getApiKey(ctx, id);
}

async function getApiKey(ctx: Context, id: string): Promise<ApiKey> {
  const apiKey = await ctx.db.em.findOne(ApiKey, { id });
  if (!apiKey) throw problem(kernelErrors.NOT_FOUND);
  return apiKey;
}

function requireName(typed: string): string {
  const name = typed.trim().replace(/\s+/g, ' ');
  if (name === '' || name.length > longestName)
    throw problem(keyErrors.API_KEY_NAME, { most: longestName }, { path: 'input.name' });
  return name;
}

function requireScopes({ identity }: Context, typed: string[]): string[] {
  const scopes = [...new Set(typed)].toSorted();
  if (scopes.length === 0) throw problem(keyErrors.API_KEY_NO_SCOPES, {}, { path: 'input.scopes' });
  const own = new Set(identity.abilities.all().map(({ action }) => action));
  const refused = scopes.filter((scope) => !own.has(scope) || neverForKeys.has(scope));
  if (refused.length > 0)
    throw problem(
      keyErrors.API_KEY_SCOPES,
      { scopes: refused.slice(0, 10).join(', ').slice(0, 300) },
      { path: 'input.scopes' },
    );
  return scopes;
}

function requireExpiry(day: string): Date {
  const first = vietnamDay(new Date());
  const last = addDays(first, longestDays - 1);
  if (day < first || day > last)
    throw problem(keyErrors.API_KEY_EXPIRY, { first, last }, { path: 'input.expiresOn' });
  return atVietnamTime(addDays(day, 1), '00:00');
}
