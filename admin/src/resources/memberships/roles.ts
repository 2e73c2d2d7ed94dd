import type { MembershipRole } from '../../providers/types';

export const memberRoles: MembershipRole[] = ['LEADER', 'DEPUTY', 'MEMBER'];
