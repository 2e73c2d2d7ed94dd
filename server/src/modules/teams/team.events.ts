import { z } from 'zod';
import { defineEvent } from '../../kernel/index.js';

const place = { teamId: z.uuid(), villageId: z.int(), personId: z.uuid() };
const decision = { decisionNumber: z.string().nullable(), decisionDate: z.string().nullable() };

export const MemberAdded = defineEvent(
  'MemberAdded',
  z.object({ membershipId: z.uuid(), ...place, role: z.string(), validFrom: z.string(), ...decision }),
);
export const MemberRoleChanged = defineEvent(
  'MemberRoleChanged',
  z.object({
    membershipId: z.uuid(),
    endedMembershipId: z.uuid(),
    ...place,
    from: z.string(),
    to: z.string(),
    on: z.string(),
    ...decision,
  }),
);
/** The row keeps the decision that gave the role; the one that ended it stands here. */
export const MembershipEnded = defineEvent(
  'MembershipEnded',
  z.object({ membershipId: z.uuid(), ...place, role: z.string(), on: z.string(), ...decision }),
);
