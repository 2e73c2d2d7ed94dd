// Random secrets and what is kept of them. A secret is shown once; the database holds its SHA-256.
import { createHash, randomBytes } from 'node:crypto';

/** What the database keeps of a secret that nobody could guess: a token, a key, a code. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** 256 bits, for cookies, links and keys. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

// Crockford's: no I, L, O or U, which are misread or misheard.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groups = 5;
const groupLength = 5;

/** 125 bits that people copy by hand: 7K2PX-M0QRB-9TVC4-H3N8D-WZ6EA. */
export function newReadableCode(): string {
  const characters = [...randomBytes(groups * groupLength)].map((byte) => letters[byte % letters.length]);
  return Array.from({ length: groups }, (_, group) =>
    characters.slice(group * groupLength, (group + 1) * groupLength).join(''),
  ).join('-');
}

/** A code as people type it, in the one form that is hashed: no blanks or hyphens, and 0 for O, 1 for I and L. */
export function normalCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
}
