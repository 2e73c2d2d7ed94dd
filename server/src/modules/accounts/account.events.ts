import { z } from 'zod';
import { defineEvent } from '../../kernel/index.js';

const accountOnly = z.object({ accountId: z.uuid() });
const position = z.object({
  positionId: z.uuid(),
  personId: z.uuid(),
  orgUnitId: z.int(),
  role: z.string(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
});
const delegation = z.object({
  delegationId: z.uuid(),
  fromPersonId: z.uuid(),
  toPersonId: z.uuid(),
  orgUnitId: z.int(),
  role: z.string(),
  validFrom: z.string(),
  validTo: z.string(),
});

/** One for a whole batch; its detail tells which login each account got. */
export const AccountsInvited = defineEvent(
  'AccountsInvited',
  z.object({
    count: z.int(),
    accountIds: z.array(z.uuid()),
    addedPersonIds: z.array(z.uuid()),
    positionIds: z.array(z.uuid()),
  }),
);
export const AccessReset = defineEvent('AccessReset', z.object({ accountId: z.uuid(), kind: z.string() }));
export const InvitationAccepted = defineEvent(
  'InvitationAccepted',
  z.object({ accountId: z.uuid(), kind: z.string() }),
);
export const AccountDisabled = defineEvent('AccountDisabled', accountOnly);
export const AccountEnabled = defineEvent('AccountEnabled', accountOnly);
/** Somebody else than the owner ended them. */
export const SessionsEnded = defineEvent(
  'SessionsEnded',
  z.object({ accountId: z.uuid(), sessionIds: z.array(z.uuid()) }),
);
export const SecondFactorRemoved = defineEvent('SecondFactorRemoved', accountOnly);

export const PositionGiven = defineEvent('PositionGiven', position);
const end = z.object({ validTo: z.string().nullable() });
export const PositionEnded = defineEvent('PositionEnded', position.extend({ before: end, after: end }));
export const DelegationMade = defineEvent('DelegationMade', delegation);
export const DelegationEnded = defineEvent('DelegationEnded', delegation);
