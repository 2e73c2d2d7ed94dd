import type { ResourceProps } from 'react-admin';
import { lazyPage } from '../../shared/lazyPage';

export const dataRequests: ResourceProps = {
  name: 'data-requests',
  list: lazyPage(() => import('./DataRequestList'), 'DataRequestList'),
  show: lazyPage(() => import('./DataRequestShow'), 'DataRequestShow'),
  create: lazyPage(() => import('./DataRequestCreate'), 'DataRequestCreate'),
  recordRepresentation: 'requesterName',
};
