import type { ResourceProps } from 'react-admin';
import { lazyPage } from '../../shared/lazyPage';

export const accounts: ResourceProps = {
  name: 'accounts',
  list: lazyPage(() => import('./AccountList'), 'AccountList'),
  create: lazyPage(() => import('./invite/InvitePage'), 'InvitePage'),
  show: lazyPage(() => import('./AccountShow'), 'AccountShow'),
};
