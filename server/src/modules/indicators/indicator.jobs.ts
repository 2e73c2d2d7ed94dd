/**
 * A visit → its village is recomputed (gathering bursts) → the commune's figures are rolled up → open screens
 * are told. Flags follow a recompute through onRecomputed. Once a day everything is computed from the raw
 * rows, because values depend on the day too: assessments expire and weeks pass.
 */
import { z } from 'zod';
import {
  communeOf,
  defineJob,
  enqueue,
  everyDay,
  listen,
  publish,
  type Context,
} from '../../kernel/index.js';
import { DossierMonthRecorded } from '../dossiers/index.js';
import { GuidanceSessionRecorded } from '../guidance/index.js';
import { HouseholdAdded, HouseholdChanged } from '../households/index.js';
import { projectVillage, VisitCorrected, VisitRecorded } from '../visits/index.js';
import { recomputeCommuneValues, recomputeVillageValues, rollUpCommuneValues } from './recompute.js';

/** The topic of the news that figures, activity or flags of these villages have changed. */
export const SCOREBOARD = 'scoreboard';

const ofCommune = z.object({ communeId: z.int() });
const ofVillage = z.object({ communeId: z.int(), villageId: z.int() });

function tell(ctx: Context, villageIds: number[]): Promise<void> {
  return publish(ctx, SCOREBOARD, { villageIds });
}

/** Sums the villages and the register into the commune's own figures. */
export const rollUpCommune = defineJob('roll-up-commune', {
  payload: ofCommune,
  debounce: ({ communeId }) => `commune-${communeId}`,
  delayMs: 100,
  async run(ctx) {
    if (await rollUpCommuneValues(ctx)) await tell(ctx, []);
  },
});

/** After visits and sessions, which have brought the states of their homes up to date themselves. */
export const recomputeVillage = defineJob('recompute-village', {
  payload: ofVillage,
  debounce: ({ villageId }) => `village-${villageId}`,
  delayMs: 150,
  run: (ctx, { villageId }) => recompute(ctx, villageId),
});

/** After a change of the roster, whose module stands above visits and can't bring the states up to date. */
export const projectAndRecomputeVillage = defineJob('project-and-recompute-village', {
  payload: ofVillage,
  debounce: ({ villageId }) => `roster-${villageId}`,
  delayMs: 150,
  async run(ctx, { villageId }) {
    await projectVillage(ctx, villageId);
    await recompute(ctx, villageId);
  },
});

/** After a guidance session: the homes it reached may lie in any village. */
export const recomputeReached = defineJob('recompute-reached-villages', {
  payload: z.object({ communeId: z.int(), householdIds: z.array(z.uuid()) }),
  async run(ctx, { communeId, householdIds }) {
    const villages = await ctx.db.query<{ id: number }>(
      'select distinct village_id as id from household where id = any($1::uuid[]) order by 1',
      [householdIds],
    );
    for (const { id } of villages) await enqueue(ctx, recomputeVillage, { communeId, villageId: id });
  },
});

const villageOf = (event: { communeId: number; data: { villageId: number } }) => ({
  communeId: event.communeId,
  villageId: event.data.villageId,
});
listen(VisitRecorded, recomputeVillage, villageOf);
listen(VisitCorrected, recomputeVillage, villageOf);
listen(GuidanceSessionRecorded, recomputeReached, ({ communeId, data }) =>
  data.householdIds.length > 0 ? { communeId, householdIds: data.householdIds } : null,
);
listen(DossierMonthRecorded, rollUpCommune, ({ communeId }) => ({ communeId }));
listen(HouseholdAdded, projectAndRecomputeVillage, villageOf);
listen(HouseholdChanged, projectAndRecomputeVillage, villageOf);

async function recompute(ctx: Context, villageId: number): Promise<void> {
  if (!(await recomputeVillageValues(ctx, villageId))) return;
  await enqueue(ctx, rollUpCommune, { communeId: communeOf(ctx.identity) });
  await tell(ctx, [villageId]);
}

/** Everything of a commune from the raw rows on. */
export const recomputeCommune = defineJob('recompute-commune', {
  payload: ofCommune,
  debounce: ({ communeId }) => `commune-${communeId}`,
  async run(ctx) {
    if (await recomputeCommuneValues(ctx)) await tell(ctx, []);
  },
});

// Half an hour before the flags are judged.
everyDay('recompute-commune', '00:30', recomputeCommune, (_day, communeId) => ({ communeId }));
