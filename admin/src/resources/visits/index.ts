import type { ResourceProps } from 'react-admin';
import { lazyPage } from '../../shared/lazyPage';

export const visits: ResourceProps = {
  name: 'visits',
  list: lazyPage(() => import('./VisitList'), 'VisitList'),
  show: lazyPage(() => import('./VisitShow'), 'VisitShow'),
  create: lazyPage(() => import('./VisitCreate'), 'VisitCreate'),
};
