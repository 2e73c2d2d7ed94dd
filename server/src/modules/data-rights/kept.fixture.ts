/** What must stay as it is when people become nobody: everything that is counted. */
import type { World } from '../../../../tests/kit/world.js';

/** Every figure, every day of its history, every state and activity, as it is stored. */
export async function everyFigure({ owner }: World): Promise<Record<string, unknown[]>> {
  const tables = [
    'indicator_value',
    'indicator_history',
    'village_activity',
    'household_state',
    'guidance_session_household',
  ];
  const figures: Record<string, unknown[]> = {};
  for (const table of tables)
    figures[table] = (await owner.query(`select t::text as row from ${table} t order by 1`)).rows;
  const counts = `select village_id, kind, adults, citizens14, verified_on, removed_on, count(*) from household group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6`;
  const visits = `select id, household_id, village_id, visited_at, result, topics, skills, adults_with_smartphone, recorded_by_id, payload_hash from visit order by id`;
  figures['homes'] = (await owner.query(counts)).rows;
  figures['visits'] = (await owner.query(visits)).rows;
  return figures;
}
