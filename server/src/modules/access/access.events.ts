import { z } from 'zod';
import { defineEvent } from '../../kernel/index.js';

export const signInMethods = ['PASSWORD', 'CODE', 'RECOVERY_CODE', 'INVITATION', 'SETUP'] as const;
/** How somebody came in; with a second factor the code is what let them in. */
export type SignInMethod = (typeof signInMethods)[number];

const ofAccount = z.object({ accountId: z.uuid() });

export const SignedIn = defineEvent('SignedIn', ofAccount.extend({ method: z.enum(signInMethods) }));
export const SignedOut = defineEvent('SignedOut', ofAccount);
export const IdentityConfirmed = defineEvent('IdentityConfirmed', ofAccount);
export const SessionEnded = defineEvent(
  'SessionEnded',
  ofAccount.extend({ sessionIds: z.array(z.uuid()), reason: z.string() }),
);
export const PasswordChanged = defineEvent('PasswordChanged', ofAccount);
/** Somebody kept trying until they were refused; once for an account, a kind of attempt and a window. */
export const SecurityAlert = defineEvent('SecurityAlert', ofAccount.extend({ attempts: z.string() }));

export const SecondFactorTurnedOn = defineEvent('SecondFactorTurnedOn', ofAccount);
export const SecondFactorTurnedOff = defineEvent('SecondFactorTurnedOff', ofAccount);
export const RecoveryCodesRenewed = defineEvent('RecoveryCodesRenewed', ofAccount);
export const SecondFactorRolesSet = defineEvent(
  'SecondFactorRolesSet',
  z.object({ before: z.array(z.string()), after: z.array(z.string()) }),
);

export const ApiKeyMade = defineEvent(
  'ApiKeyMade',
  ofAccount.extend({ apiKeyId: z.uuid(), scopes: z.array(z.string()), expiresAt: z.iso.datetime() }),
);
export const ApiKeyRevoked = defineEvent('ApiKeyRevoked', ofAccount.extend({ apiKeyId: z.uuid() }));

export const ViewingStarted = defineEvent(
  'ViewingStarted',
  ofAccount.extend({ role: z.string(), orgUnitId: z.int() }),
);
export const ViewingEnded = defineEvent('ViewingEnded', ofAccount);

export const CommuneFounded = defineEvent(
  'CommuneFounded',
  z.object({ communeId: z.int(), code: z.string(), villages: z.int() }),
);
export const ClockSet = defineEvent('ClockSet', z.object({ now: z.iso.datetime().nullable() }));
