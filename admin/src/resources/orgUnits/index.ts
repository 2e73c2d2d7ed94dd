import type { ResourceProps } from 'react-admin';
import { lazyPage } from '../../shared/lazyPage';

export const orgUnits: ResourceProps = {
  name: 'org-units',
  list: lazyPage(() => import('./OrgUnitList'), 'OrgUnitList'),
  create: lazyPage(() => import('./OrgUnitCreate'), 'OrgUnitCreate'),
  recordRepresentation: 'name',
};
