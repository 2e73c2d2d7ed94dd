import type { ResourceProps } from 'react-admin';
import { lazyPage } from '../../shared/lazyPage';

export const incidents: ResourceProps = {
  name: 'incidents',
  list: lazyPage(() => import('./IncidentList'), 'IncidentList'),
  show: lazyPage(() => import('./IncidentShow'), 'IncidentShow'),
  create: lazyPage(() => import('./IncidentCreate'), 'IncidentCreate'),
  edit: lazyPage(() => import('./IncidentEdit'), 'IncidentEdit'),
  recordRepresentation: 'title',
};
