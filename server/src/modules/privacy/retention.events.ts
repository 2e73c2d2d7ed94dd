import { z } from 'zod';
import { defineEvent } from '../../kernel/index.js';

/** Personal detail of before a day was taken away; counts by rule, of one run. */
export const RetentionApplied = defineEvent(
  'RetentionApplied',
  z.object({ before: z.iso.date(), counts: z.record(z.string(), z.int().positive()) }),
);
