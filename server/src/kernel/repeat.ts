// Clients make the ids of what they record, so that a phone may send the same thing again after a lost answer.
// A repeat is recognised by its id and the hash of what was said; the same id with other content is refused.
import { createHash } from 'node:crypto';
import type { Context } from './context.js';
import { problem, type ProblemDefinition } from './error.js';

/** SHA-256 of what a caller said; give it the parts in a fixed order. */
export function payloadHash(said: unknown): Buffer {
  return createHash('sha256').update(JSON.stringify(said)).digest();
}

interface Sent {
  /** The table it is kept in, with columns id and payload_hash. */
  table: string;
  id: string;
  hash: Buffer;
  /** Refuses the same id with other content. */
  taken: ProblemDefinition;
}

/**
 * Whether this was recorded before. Ask before the rules: what was accepted once stays accepted, whatever has
 * changed since. Parallel sendings wait for each other here: the first one writes, the others find it.
 */
export async function isRepeat(ctx: Context, { table, id, hash, taken }: Sent): Promise<boolean> {
  await ctx.db.prepared('lock-sent', 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `${table} ${id.toLowerCase()}`,
  ]);
  const [stored] = await ctx.db.prepared<{ payload_hash: Buffer }>(
    `sent-${table}`,
    `select payload_hash from ${table} where id = $1`,
    [id],
  );
  if (!stored) return false;
  if (!stored.payload_hash.equals(hash)) throw problem(taken, {}, { path: 'input.id' });
  return true;
}
