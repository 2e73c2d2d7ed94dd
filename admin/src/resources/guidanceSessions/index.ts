import type { ResourceProps } from 'react-admin';
import { lazyPage } from '../../shared/lazyPage';

export const guidanceSessions: ResourceProps = {
  name: 'guidance-sessions',
  list: lazyPage(() => import('./GuidanceSessionList'), 'GuidanceSessionList'),
  create: lazyPage(() => import('./GuidanceSessionCreate'), 'GuidanceSessionCreate'),
};
