// A fact is written once, in the transaction that makes it true: one immutable event (ids, codes and
// non-personal values), its personal detail apart, and the jobs that must follow it.
import { randomBytes, randomUUIDv7 } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
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

/** The types of all facts that can be told, by name. */
export function everyEventType(): string[] {
  return [...definitions.keys()].toSorted();
}

/** Values of something before and after it changed, by field; only fields that differ. */
export interface Change {
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

/** What a detail says of a change: of these fields those that differ, as they were and as they are. No secrets. */
export function changed<T extends object>(
  before: T,
  after: Partial<T>,
  fields: (keyof T & string)[],
): Change {
  const differing = fields.filter(
    (field) => after[field] !== undefined && !isDeepStrictEqual(before[field] ?? null, after[field]),
  );
  const pick = (from: Partial<T>) =>
    Object.fromEntries(differing.map((field) => [field, from[field] ?? null]));
  return { before: pick(before), after: pick(after) };
}

interface Fact<T> {
  subject: { type: string; id: string | number };
  data: T;
  /** Personal values, of a change as `changed` gives them; deletable, of which the event keeps a salted hash. */
  detail?: object;
}

/** Writes the event and the jobs of its listeners in the current transaction. */
export async function emit<T>(
  ctx: Context,
  definition: EventDefinition<T>,
  fact: Fact<T>,
): Promise<StoredEvent<T>> {
  const data = definition.data.parse(fact.data);
  const communeId = communeOf(ctx.identity);
  // The id is ours: the database would have to let the writer read the row to give it back, and few may read events.
  const id = randomUUIDv7();
  await ctx.db.prepared(
    'emit',
    `with written as (
       insert into event (id, commune_id, type, subject_type, subject_id, actor_person_id, session_id, api_key_id, request_id, occurred_at,
         data, detail_hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, detail_hash($12::bytea, $13::jsonb)))
     insert into event_detail (event_id, commune_id, salt, detail, about_rows, occurred_at)
       select $1, $2, $12::bytea, $13::jsonb, $14, $10 where $13::jsonb is not null`,
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
      randomBytes(16),
      fact.detail ? JSON.stringify(fact.detail) : null,
      definition.aboutRows,
    ],
  );
  const event = { id, communeId, occurredAt: ctx.now, data };
  await enqueueAll(ctx, jobsAfter(definition.type, event));
  return event;
}
