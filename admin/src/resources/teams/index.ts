import type { ResourceProps } from 'react-admin';
import { lazyPage } from '../../shared/lazyPage';

export const teams: ResourceProps = {
  name: 'teams',
  list: lazyPage(() => import('./TeamList'), 'TeamList'),
  show: lazyPage(() => import('./TeamShow'), 'TeamShow'),
  recordRepresentation: 'name',
};
