import { z } from 'zod';
import { defineEvent } from '../../kernel/index.js';

export const PersonAdded = defineEvent('PersonAdded', z.object({ personId: z.uuid() }));
export const PersonChanged = defineEvent(
  'PersonChanged',
  z.object({ personId: z.uuid(), fields: z.array(z.string()) }),
);
