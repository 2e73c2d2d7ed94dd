import { z } from 'zod';
import { defineJob, everyDay, publish } from '../../kernel/index.js';
import { SCOREBOARD, onRecomputed, recomputeCommuneValues } from '../indicators/index.js';
import { evaluateFlags } from './flag.service.js';

/** The daily evaluation, the only one that watches and opens. */
export const sweepFlags = defineJob('sweep-flags', {
  payload: z.object({ communeId: z.int(), day: z.iso.date() }),
  debounce: ({ communeId, day }) => `commune-${communeId}-${day}`,
  async run(ctx, { day }) {
    // On the figures of now, also when a worker that was down takes this before the night's recompute; and
    // behind the lock of recomputes, which close flags: the two never judge a village at once.
    await recomputeCommuneValues(ctx);
    const villageIds = await evaluateFlags(ctx, { villageIds: null, moment: 'DAILY', day });
    if (villageIds.length > 0) await publish(ctx, SCOREBOARD, { villageIds });
  },
});
everyDay('sweep-flags', '01:00', sweepFlags, (day, communeId) => ({ communeId, day }));

// The news of the recompute itself tells open screens.
onRecomputed(async (ctx, villageIds) => {
  await evaluateFlags(ctx, { villageIds, moment: 'RECOMPUTE', day: ctx.today });
});
