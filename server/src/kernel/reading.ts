// Who read which list of people or homes, or took it out as a file: one row, written on the caller's connection
// before the answer leaves, so that nothing is seen that is not on record.
import type { Context } from './context.js';
import { communeOf } from './identity.js';

interface Reading {
  kind: 'LIST' | 'EXPORT';
  /** The noun of the list, as its types have it: 'Household'. */
  list: string;
  /** What was asked for; may hold words that somebody searched. */
  filter?: object | null | undefined;
  /** How many rows they were given. */
  rows: number;
  /** Why; an export is refused without one. */
  reason?: string;
}

// A filter of a screen is some hundred characters; a script may send a thousand ids.
const longestFilter = 4_000;

/** Puts a reading on record. Background work reads for nobody and leaves no trace. */
export async function noteReading(
  ctx: Context,
  { kind, list, filter, rows, reason }: Reading,
): Promise<void> {
  const { identity } = ctx;
  if (identity.kind === 'job') return;
  await ctx.db.prepared(
    'note-reading',
    `insert into access_log (commune_id, kind, person_id, session_id, api_key_id, request_id, list, filter, rows, reason, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      communeOf(identity),
      kind,
      identity.personId,
      identity.sessionId,
      identity.apiKeyId,
      ctx.requestId,
      list,
      filter ? bounded(JSON.stringify(filter)) : null,
      rows,
      reason ?? null,
      ctx.now,
    ],
  );
}

function bounded(filter: string): string {
  return filter.length <= longestFilter
    ? filter
    : JSON.stringify({ cut: filter.slice(0, longestFilter).toWellFormed() });
}
