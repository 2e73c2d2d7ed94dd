import { z } from 'zod';
import { defineJob, everyDay } from '../../kernel/index.js';

// By system time, in which files live.
export const clearFiles = defineJob('clear-files', {
  payload: z.object({ communeId: z.int() }),
  async run(ctx) {
    for (const table of ['upload_ticket', 'uploaded_file', 'exported_file'])
      await ctx.db.query(`delete from ${table} where expires_at <= now()`);
  },
});
everyDay('clear-files', '02:30', clearFiles, (_day, communeId) => ({ communeId }));
