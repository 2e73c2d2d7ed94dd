import type { ResourceProps } from 'react-admin';
import { lazyPage } from '../../shared/lazyPage';

/** Members are seen on their team's page; only adding one is a page of its own. */
export const memberships: ResourceProps = {
  name: 'memberships',
  create: lazyPage(() => import('./MembershipCreate'), 'MembershipCreate'),
};
