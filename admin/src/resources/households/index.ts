import type { ResourceProps } from 'react-admin';
import { lazyPage } from '../../shared/lazyPage';

export const households: ResourceProps = {
  name: 'households',
  list: lazyPage(() => import('./HouseholdList'), 'HouseholdList'),
  show: lazyPage(() => import('./HouseholdShow'), 'HouseholdShow'),
  create: lazyPage(() => import('./HouseholdCreate'), 'HouseholdCreate'),
  edit: lazyPage(() => import('./HouseholdEdit'), 'HouseholdEdit'),
  recordRepresentation: 'headName',
};
