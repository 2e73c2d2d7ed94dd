/**
 * Brings household_state up to the raw rows of visits, guidance sessions and roster. The visits module calls
 * projectHouseholds inside the transaction that records a visit; recomputes call the other two.
 *
 * What a state is, from which rows, stands once: in household_projection() of the migrations.
 */
import type { Context } from '../../kernel/context.js';
import { skillsNeeded } from './skills.js';
import { handsOnTopics } from './topics.js';

type Ctx = Pick<Context, 'db'>;

/** Writes only what differs. Removed homes and businesses have no state. */
const PROJECT = `
  with gone as (
    delete from household_state s using household h
    where s.household_id = any($1::uuid[]) and h.id = s.household_id and (h.removed_on is not null or h.kind <> 'HOUSEHOLD'))
  insert into household_state as kept
  select * from household_projection($1::uuid[], $2::text[], $3::integer)
  on conflict (household_id) do update set
    village_id = excluded.village_id, last_visit_on = excluded.last_visit_on, met_on = excluded.met_on,
    guided_on = excluded.guided_on, skills_assessed_on = excluded.skills_assessed_on, skilled_on = excluded.skilled_on,
    adults = excluded.adults, citizens14 = excluded.citizens14,
    adults_with_smartphone = excluded.adults_with_smartphone, adults_with_epayment = excluded.adults_with_epayment,
    vneid_level2 = excluded.vneid_level2, health_book = excluded.health_book
  where kept is distinct from excluded`;

// Two visits to one home at the same moment: the second waits here and then sees the first. Ordered, so
// that two batches can't wait for each other.
const LOCK = 'select from household where id = any($1::uuid[]) order by id for no key update';

/** Homes of which a visit, a session or a roster row has just changed, in the caller's transaction. */
export async function projectHouseholds(ctx: Ctx, householdIds: readonly string[]): Promise<void> {
  if (householdIds.length === 0) return;
  await ctx.db.prepared('project-lock', LOCK, [householdIds]);
  await ctx.db.prepared('project-households', PROJECT, [householdIds, handsOnTopics, skillsNeeded]);
}

// A recompute first looks for homes whose state differs from the raw rows, and locks and writes only those:
// locking every home of a commune would rewrite its roster every night and hold up the visits of the day.
const DRIFTED = `
  select coalesce(p.household_id, s.household_id) as id
  from household_projection($1::uuid[], $2::text[], $3::integer) p
  full join (select * from household_state where household_id = any($1::uuid[])) s on s.household_id = p.household_id
  where p is distinct from s`;

/** Homes of these whose stored state is not what the raw rows say. */
export async function findDrifted(ctx: Ctx, householdIds: readonly string[]): Promise<string[]> {
  const rows = await ctx.db.query<{ id: string }>(DRIFTED, [householdIds, handsOnTopics, skillsNeeded]);
  return rows.map(({ id }) => id);
}

async function projectDrifted(ctx: Ctx, homes: readonly { id: string }[]): Promise<number> {
  const drifted = await findDrifted(
    ctx,
    homes.map(({ id }) => id),
  );
  await projectHouseholds(ctx, drifted);
  return drifted.length;
}

/** All homes whose village of today is this one; says how many differed. */
export async function projectVillage(ctx: Ctx, villageId: number): Promise<number> {
  const homes = await ctx.db.query<{ id: string }>(
    'select id from household where commune_id = current_commune() and village_id = $1',
    [villageId],
  );
  return projectDrifted(ctx, homes);
}

const BATCH = 5_000;

/** Every home of the commune, in batches, so that a large commune stays within bounded memory; says how many differed. */
export async function projectCommune(ctx: Ctx): Promise<number> {
  let after = '00000000-0000-0000-0000-000000000000';
  let drifted = 0;
  for (;;) {
    const homes = await ctx.db.query<{ id: string }>(
      'select id from household where commune_id = current_commune() and id > $1 order by id limit $2',
      [after, BATCH],
    );
    drifted += await projectDrifted(ctx, homes);
    if (homes.length < BATCH) return drifted;
    after = homes.at(-1)!.id;
  }
}
