import type { ResourceProps } from 'react-admin';
import { lazyPage } from '../../shared/lazyPage';

export const people: ResourceProps = {
  name: 'people',
  list: lazyPage(() => import('./PersonList'), 'PersonList'),
  create: lazyPage(() => import('./PersonCreate'), 'PersonCreate'),
  edit: lazyPage(() => import('./PersonEdit'), 'PersonEdit'),
  recordRepresentation: 'fullName',
};
