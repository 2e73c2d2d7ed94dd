import type { ResourceProps } from 'react-admin';
import { lazyPage } from '../../shared/lazyPage';

export const lagFlags: ResourceProps = {
  name: 'lag-flags',
  list: lazyPage(() => import('./LagFlagList'), 'LagFlagList'),
  show: lazyPage(() => import('./LagFlagShow'), 'LagFlagShow'),
};
