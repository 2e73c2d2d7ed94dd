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
import { ClockSet } from '../access/index.js';
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
  delayMs: 60,
  async run(ctx) {
    if (await rollUpCommuneValues(ctx)) await tell(ctx, []);
  },
});

/** After visits and sessions, which have brought the states of their homes up to date themselves. */
export const recomputeVillage = defineJob('recompute-village', {
  payload: ofVillage,
  debounce: ({ villageId }) => `village-${villageId}`,
  delayMs: 60,
  run: (ctx, { villageId }) => recompute(ctx, villageId),
});

/** After a change of the roster, whose module stands above visits and can't bring the states up to date. */
export const projectAndRecomputeVillage = defineJob('project-and-recompute-village', {
  payload: ofVillage,
  debounce: ({ villageId }) => `roster-${villageId}`,
  delayMs: 60,
  async run(ctx, { villageId }) {
    await projectVillage(ctx, villageId);
    await recompute(ctx, villageId);
  },
});

/** After a guidance session: the homes it reached may lie in any village. */
export const recomputeReached = defineJob('recompute-reached-villages', {
  payload: z.object({ communeId: z.int(), guidanceSessionId: z.uuid() }),
  debounce: ({ guidanceSessionId }) => guidanceSessionId,
  async run(ctx, { guidanceSessionId }) {
    const villages = `select h.village_id as id from guidance_session_household r join household h on h.id = r.household_id
      where r.guidance_session_id = $1`;
    await recomputeEach(ctx, villages, guidanceSessionId);
  },
});

/** After a correction: the visit counts as activity where it was made, its findings where the home is now. */
export const recomputeCorrected = defineJob('recompute-corrected-villages', {
  payload: z.object({ communeId: z.int(), visitId: z.uuid() }),
  debounce: ({ visitId }) => visitId,
  async run(ctx, { visitId }) {
    const villages = `select v.village_id as id from visit v where v.id = $1
      union select h.village_id from visit v join household h on h.id = v.household_id where v.id = $1`;
    await recomputeEach(ctx, villages, visitId);
  },
});

async function recomputeEach(ctx: Context, villages: string, value: string): Promise<void> {
  const communeId = communeOf(ctx.identity);
  const rows = await ctx.db.query<{ id: number }>(villages, [value]);
  for (const villageId of new Set(rows.map(({ id }) => id))) {
    await enqueue(ctx, recomputeVillage, { communeId, villageId });
  }
}

const villageOf = (event: { communeId: number; data: { villageId: number } }) => ({
  communeId: event.communeId,
  villageId: event.data.villageId,
});
listen(VisitRecorded, recomputeVillage, villageOf);
listen(VisitCorrected, recomputeCorrected, ({ communeId, data }) => ({ communeId, visitId: data.visitId }));
listen(GuidanceSessionRecorded, recomputeReached, ({ communeId, data }) =>
  data.householdIds.length > 0 ? { communeId, guidanceSessionId: data.guidanceSessionId } : null,
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
// Another day: assessments may have expired, weeks passed; and open screens learn of it.
listen(ClockSet, recomputeCommune, ({ communeId }) => ({ communeId }));
