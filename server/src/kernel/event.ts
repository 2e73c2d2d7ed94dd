// A fact is written once, in the transaction that makes it true: one immutable event (ids, codes and
// non-personal values), its personal detail apart, and the jobs that must follow it.
import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto';
import type { z } from 'zod';
import type { Context } from './context.js';
import { communeOf } from './identity.js';
import { enqueueAll, jobsAfter } from './job.js';

export interface EventDefinition<T> {
  type: string;
  data: z.ZodType<T>;
  /** Its personal detail is about rows that few may see: read only by those who see every one of them. */
  aboutRows: boolean;
}

export interface StoredEvent<T> {
  id: string;
  communeId: number;
  occurredAt: Date;
  data: T;
}

const definitions = new Map<string, EventDefinition<never>>();

/** Declares a fact that others may hear. `data` holds ids, codes and numbers, never personal data. */
export function defineEvent<T>(
  type: string,
  data: z.ZodType<T>,
  { aboutRows = false }: { aboutRows?: boolean } = {},
): EventDefinition<T> {
  if (definitions.has(type)) throw new Error(`Event ${type} is defined twice`);
  const definition = { type, data, aboutRows };
  definitions.set(type, definition as EventDefinition<never>);
  return definition;
}

interface Fact<T> {
  subject: { type: string; id: string | number };
  data: T;
  /** Personal before/after values; deletable, of which the event keeps a salted hash. */
  detail?: Record<string, unknown>;
}

/** Writes the event and the jobs of its listeners in the current transaction. */
export async function emit<T>(
  ctx: Context,
  definition: EventDefinition<T>,
  fact: Fact<T>,
): Promise<StoredEvent<T>> {
  const data = definition.data.parse(fact.data);
  const communeId = communeOf(ctx.identity);
  const detail = fact.detail && sealDetail(fact.detail);
  // The id is ours: the database would have to let the writer read the row to give it back, and few may read events.
  const id = randomUUIDv7();
  await ctx.db.prepared(
    'emit',
    `with written as (
       insert into event (id, commune_id, type, subject_type, subject_id, actor_person_id, session_id, api_key_id, request_id, occurred_at,
         data, detail_hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12))
     insert into event_detail (event_id, commune_id, salt, detail, about_rows)
       select $1, $2, $13::bytea, $14::jsonb, $15 where $14::jsonb is not null`,
    [
      id,
      communeId,
      definition.type,
      fact.subject.type,
      String(fact.subject.id),
      ctx.identity.personId,
      ctx.identity.sessionId,
      ctx.identity.apiKeyId,
      ctx.requestId,
      ctx.now,
      JSON.stringify(data),
      detail?.hash,
      detail?.salt,
      detail?.text,
      definition.aboutRows,
    ],
  );
  const event = { id, communeId, occurredAt: ctx.now, data };
  await enqueueAll(ctx, jobsAfter(definition.type, event));
  return event;
}

function sealDetail(detail: Record<string, unknown>) {
  const salt = randomBytes(16);
  const text = JSON.stringify(detail);
  return { salt, text, hash: createHash('sha256').update(salt).update(text).digest() };
}
