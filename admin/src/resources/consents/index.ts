import type { ResourceProps } from 'react-admin';
import { lazyPage } from '../../shared/lazyPage';

export const consents: ResourceProps = {
  name: 'consents',
  list: lazyPage(() => import('./ConsentList'), 'ConsentList'),
};
