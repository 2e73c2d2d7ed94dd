import { z } from 'zod';
import { defineJob, enqueue, everyDay } from '../../kernel/index.js';
import { applyRetention } from './retention.service.js';

/** Takes away, batch by batch, what is older than the rules allow. */
export const retention = defineJob('apply-retention', {
  payload: z.object({ communeId: z.int(), day: z.iso.date() }),
  debounce: ({ communeId, day }) => `commune-${communeId}-${day}`,
  async run(ctx, payload) {
    if (await applyRetention(ctx, payload.day)) await enqueue(ctx, retention, payload);
  },
});

// After the night's recompute and its flags, when nobody works.
everyDay('apply-retention', '02:30', retention, (day, communeId) => ({ communeId, day }));
