// Sealing and upkeep. A tick of a worker finds what waits, so no write asks for it or waits for it.
import { z } from 'zod';
import { defineJob, enqueue, everyDay, everyTick } from '../../kernel/index.js';

const ofCommune = z.object({ communeId: z.int() });

// Some hundred milliseconds of work; a longer queue is sealed batch by batch.
const batch = 2_000;

/** Seals a batch of what waits in a commune. A repeat finds nothing, and two at a time take turns. */
const sealHistory = defineJob('seal-history', {
  payload: ofCommune,
  debounce: ({ communeId }) => `commune-${communeId}`,
  async run(ctx, { communeId }) {
    const [row] = await ctx.db.query<{ sealed: number }>('select seal_events($1) as sealed', [batch]);
    if (row?.sealed === batch) await enqueue(ctx, sealHistory, { communeId });
  },
});
everyTick(async (ctx) => {
  const rows = await ctx.db.query<{ id: number }>('select communes_to_seal() as id');
  return rows.map(({ id }) => ({ job: sealHistory.name, payload: { communeId: id } }));
});

/** Makes the months of the log of readings that are to come. */
const keepLogPartitions = defineJob('keep-log-partitions', {
  payload: z.object({ communeId: z.null() }),
  // The day comes once for each commune.
  debounce: () => 'all',
  async run(ctx) {
    await ctx.db.query('select keep_log_partitions()');
  },
});
everyDay('keep-log-partitions', '03:40', keepLogPartitions, () => ({ communeId: null }));
