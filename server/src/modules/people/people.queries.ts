import type { Context } from '../../kernel/index.js';

/** The topic codes that each of these people can teach, in the order of the ids. */
export async function skillsOf(ctx: Context, ids: readonly string[]): Promise<string[][]> {
  const rows = await ctx.db.query<{ person_id: string; topics: string[] }>(
    'select person_id, array_agg(topic order by topic) as topics from person_skill where person_id = any($1) group by person_id',
    [[...ids]],
  );
  const byId = new Map(rows.map((row) => [row.person_id, row.topics]));
  return ids.map((id) => byId.get(id) ?? []);
}

/** Whether each of these people has an account, in the order of the ids. */
export async function haveAccount(ctx: Context, ids: readonly string[]): Promise<boolean[]> {
  const rows = await ctx.db.query<{ id: string }>('select people_with_account($1) as id', [[...ids]]);
  const found = new Set(rows.map((row) => row.id));
  return ids.map((id) => found.has(id));
}
