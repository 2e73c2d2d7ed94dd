import { useTranslate } from 'react-admin';
import { useMe } from '../providers/me';

/** "Xã Thượng Hồng"; the server keeps the name without its kind. */
export function useCommuneName(): string {
  const translate = useTranslate();
  const name = useMe()?.commune?.name;
  return name ? translate('app.commune', { name }) : '';
}
