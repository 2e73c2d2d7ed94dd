import { z } from 'zod';
import { defineEvent } from '../../kernel/index.js';

// The reason and the filter may name people; they stand in the record of readings.
export const ListExported = defineEvent(
  'ListExported',
  z.object({
    list: z.string(),
    format: z.enum(['XLSX', 'CSV']),
    columns: z.array(z.string()),
    rows: z.int(),
  }),
);
