import { z } from 'zod';
import { defineEvent } from '../../kernel/index.js';

/** A value was entered; what holds before and from that day on is its detail. */
export const ParameterSet = defineEvent(
  'ParameterSet',
  z.object({ key: z.string(), validFrom: z.iso.date(), validTo: z.iso.date().nullable() }),
);
