import { findById, loader, type Context } from '../../kernel/index.js';
import { Household } from '../households/index.js';
import type { RecordGuidanceSessionInput } from './guidance.inputs.js';

/** Those of these homes that the caller may see. */
export async function visibleHomes(ctx: Context, ids: readonly string[]): Promise<Set<string>> {
  const rows = await ctx.db.query<{ id: string }>('select id from household where id = any($1)', [ids]);
  return new Set(rows.map(({ id }) => id));
}

interface NewSession {
  id: string;
  communeId: number;
  villageId: number | null;
  recordedById: string;
  hash: Buffer;
  homes: readonly string[];
  input: RecordGuidanceSessionInput;
}

// Two statements: the row policy of the homes looks for the session, which one statement would not see yet.
export async function insertSession(ctx: Context, session: NewSession): Promise<void> {
  const { id, communeId, input } = session;
  await ctx.db.query(
    `insert into guidance_session (id, commune_id, village_id, form, held_at, place, topics, people_count,
       recorded_by_id, recorded_at, payload_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      id,
      communeId,
      session.villageId,
      input.form,
      input.heldAt,
      input.place.trim(),
      [...new Set(input.topics)],
      input.peopleCount,
      session.recordedById,
      ctx.now,
      session.hash,
    ],
  );
  await ctx.db.query(
    `insert into guidance_session_household (commune_id, guidance_session_id, household_id)
     select $1, $2, home from unnest($3::uuid[]) home`,
    [communeId, id, session.homes],
  );
}

/** The ids of the homes that this session reached. One statement for all sessions asked. */
export function homesReached(ctx: Context, sessionId: string): Promise<string[]> {
  return loader<string, string[]>(ctx, homesReached, async (ids) => {
    const rows = await ctx.db.query<{ session: string; homes: string[] }>(
      `select guidance_session_id as session, array_agg(household_id order by household_id) as homes
       from guidance_session_household where guidance_session_id = any($1) group by 1`,
      [[...ids]],
    );
    const bySession = new Map(rows.map(({ session, homes }) => [session, homes]));
    return ids.map((id) => bySession.get(id) ?? []);
  }).load(sessionId);
}

/** The homes that this session reached, those left out that the caller may not see. */
export async function homesOf(ctx: Context, sessionId: string): Promise<Household[]> {
  const ids = await homesReached(ctx, sessionId);
  const homes = await Promise.all(ids.map((id) => findById(ctx, Household, id)));
  return homes.filter((home) => home !== null);
}
