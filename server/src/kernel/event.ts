// A fact is written once, in the transaction that makes it true: one immutable event (ids, codes and
// non-personal values), its personal detail apart, and the jobs that must follow it.
import { createHash, randomBytes } from 'node:crypto';
import type { z } from 'zod';
import type { Context } from './context.js';
import { communeOf } from './identity.js';
import { enqueueAll, jobsAfter } from './job.js';

export interface EventDefinition<T> {
  type: string;
  data: z.ZodType<T>;
}

export interface StoredEvent<T> {
  id: string;
  communeId: number;
  occurredAt: Date;
  data: T;
}

const definitions = new Map<string, EventDefinition<never>>();

/** Declares a fact that others may hear. `data` holds ids, codes and numbers, never personal data. */
export function defineEvent<T>(type: string, data: z.ZodType<T>): EventDefinition<T> {
  if (definitions.has(type)) throw new Error(`Event ${type} is defined twice`);
  const definition = { type, data };
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
  const [row] = await ctx.db.prepared<{ id: string }>(
    'emit',
    `with written as (
       insert into event (commune_id, type, subject_type, subject_id, actor_person_id, request_id, occurred_at, data, detail_hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id),
     detailed as (
       insert into event_detail (event_id, commune_id, salt, detail)
       select id, $1, $10::bytea, $11::jsonb from written where $11::jsonb is not null)
     select id from written`,
    [
      communeId,
      definition.type,
      fact.subject.type,
      String(fact.subject.id),
      ctx.identity.personId,
      ctx.requestId,
      ctx.now,
      JSON.stringify(data),
      detail?.hash,
      detail?.salt,
      detail?.text,
    ],
  );
  const event = { id: row!.id, communeId, occurredAt: ctx.now, data };
  await enqueueAll(ctx, jobsAfter(definition.type, event));
  return event;
}

function sealDetail(detail: Record<string, unknown>) {
  const salt = randomBytes(16);
  const text = JSON.stringify(detail);
  return { salt, text, hash: createHash('sha256').update(salt).update(text).digest() };
}
