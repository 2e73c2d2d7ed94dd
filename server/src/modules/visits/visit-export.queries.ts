import type { Context } from '../../kernel/index.js';
import type { Visit } from './visit.entity.js';

/** What an exported list tells of visits besides their rows. */
export interface HomesAndPeople {
  homes: Map<string, { code: string; headName: string }>;
  /** Names of those who recorded them. */
  people: Map<string, string>;
  /** The visits among them that a later one corrects. */
  corrected: Set<string>;
}

/** The homes, the recorders and the corrections of these visits, as far as the caller sees them. */
export async function homesAndPeopleOf(ctx: Context, visits: readonly Visit[]): Promise<HomesAndPeople> {
  const homes = await ctx.db.query<{ id: string; code: string; headName: string }>(
    'select id, code, head_name as "headName" from household where id = any($1)',
    [[...new Set(visits.map(({ householdId }) => householdId))]],
  );
  const people = await ctx.db.query<{ id: string; name: string }>(
    'select id, full_name as name from person where id = any($1)',
    [[...new Set(visits.map(({ recordedById }) => recordedById))]],
  );
  const corrected = await ctx.db.query<{ id: string }>(
    'select corrects_id as id from visit where corrects_id = any($1)',
    [visits.map(({ id }) => id)],
  );
  return {
    homes: new Map(homes.map(({ id, code, headName }) => [id, { code, headName }])),
    people: new Map(people.map(({ id, name }) => [id, name])),
    corrected: new Set(corrected.map(({ id }) => id)),
  };
}
