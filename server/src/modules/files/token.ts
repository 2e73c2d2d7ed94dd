// What stands in the address of a file: a secret that is told once and kept as its hash, and that works only for
// the session or the API key that asked for it.
import { createHash, randomBytes } from 'node:crypto';
import type { Identity } from '../../kernel/index.js';

export const newToken = (): string => randomBytes(32).toString('base64url');

export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** The session or the API key of the caller; null for whoever has neither. */
export function holderOf({ sessionId, apiKeyId }: Identity): string | null {
  return apiKeyId ?? sessionId;
}
