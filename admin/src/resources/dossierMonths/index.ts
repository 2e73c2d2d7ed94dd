import type { ResourceProps } from 'react-admin';
import { lazyPage } from '../../shared/lazyPage';

export const dossierMonths: ResourceProps = {
  name: 'dossier-months',
  list: lazyPage(() => import('./DossierMonthList'), 'DossierMonthList'),
  create: lazyPage(() => import('./DossierMonthCreate'), 'DossierMonthCreate'),
};
