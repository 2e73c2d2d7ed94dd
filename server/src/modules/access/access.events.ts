import { z } from 'zod';
import { defineEvent } from '../../kernel/index.js';

export const SignedIn = defineEvent('SignedIn', z.object({ accountId: z.uuid() }));
export const SignedOut = defineEvent('SignedOut', z.object({ accountId: z.uuid() }));
export const ClockSet = defineEvent('ClockSet', z.object({ now: z.iso.datetime().nullable() }));
