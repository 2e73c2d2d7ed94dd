// Work that follows a commit. A job is defined once, with the shape of its payload, which is parsed at both
// ends; running it twice equals running it once. It runs inside one transaction in its commune's scope.
import type { z } from 'zod';
import type { Context } from './context.js';
import type { EventDefinition, StoredEvent } from './event.js';

/** Payloads carry ids only, and always the commune they work in (null across communes). */
export interface JobPayload {
  communeId: number | null;
}

export interface JobDefinition<P extends JobPayload = JobPayload> {
  name: string;
  payload: z.ZodType<P>;
  /** While one job with this key waits, another is dropped; while one runs, exactly one more follows it. */
  debounce?: (payload: P) => string;
  /** Gathers bursts: how long a debounced job waits before it runs. */
  delayMs?: number;
  run(ctx: Context, payload: P): Promise<void>;
}

const jobs = new Map<string, JobDefinition>();
const listeners = new Map<string, ((event: StoredEvent<never>) => PlannedJob[])[]>();

export interface PlannedJob {
  job: string;
  payload: JobPayload;
}

export function defineJob<P extends JobPayload>(
  name: string,
  definition: Omit<JobDefinition<P>, 'name'>,
): JobDefinition<P> {
  if (jobs.has(name)) throw new Error(`Job ${name} is defined twice`);
  const job = { name, ...definition };
  jobs.set(name, job as unknown as JobDefinition);
  return job;
}

export function getJob(name: string): JobDefinition {
  const job = jobs.get(name);
  if (!job) throw new Error(`There is no job ${name}`);
  return job;
}

/** After `event` is committed, run `job` with the payload(s) that `plan` makes of it; none if it gives null. */
export function listen<T, P extends JobPayload>(
  event: EventDefinition<T>,
  job: JobDefinition<P>,
  plan: (event: StoredEvent<T>) => P | P[] | null,
): void {
  const planned = (stored: StoredEvent<T>) =>
    [plan(stored) ?? []].flat().map((payload) => ({ job: job.name, payload }));
  listeners.set(event.type, [...(listeners.get(event.type) ?? []), planned]);
}

export function jobsAfter<T>(type: string, event: StoredEvent<T>): PlannedJob[] {
  return (listeners.get(type) ?? []).flatMap((plan) => plan(event as StoredEvent<never>));
}

/** Puts a job into the outbox: it runs if and only if the current transaction commits. */
export function enqueue<P extends JobPayload>(
  ctx: Context,
  job: JobDefinition<P>,
  payload: P,
): Promise<void> {
  return enqueueAll(ctx, [{ job: job.name, payload }]);
}

export async function enqueueAll(ctx: Context, planned: PlannedJob[]): Promise<void> {
  if (planned.length === 0) return;
  const parsed = planned.map(({ job, payload }) => ({ job, payload: getJob(job).payload.parse(payload) }));
  await ctx.db.prepared(
    'enqueue',
    `with written as (
       insert into outbox (job, payload)
       select entry ->> 'job', entry -> 'payload' from jsonb_array_elements($1::jsonb) entry returning 1)
     select pg_notify('tungnha_outbox', '') from (select 1 from written limit 1) once`,
    [JSON.stringify(parsed)],
  );
}
