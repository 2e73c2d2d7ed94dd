import type { ResourceProps } from 'react-admin';
import { lazyPage } from '../../shared/lazyPage';

/** A key is made on one's own access page, because it works in one's own name. */
export const apiKeys: ResourceProps = {
  name: 'api-keys',
  list: lazyPage(() => import('./ApiKeyList'), 'ApiKeyList'),
};
