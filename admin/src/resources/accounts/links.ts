import { useTranslate } from 'react-admin';
import type { IssuedLink } from '../../providers/types';
import { formatDateTime } from '../../shared/format';
import { useCommuneName } from '../../shared/useCommuneName';

/** The whole address: the server knows only the path, this panel knows where it is reached. */
export const addressOf = (link: IssuedLink): string => `${window.location.origin}${link.path}`;

/** What is sent by Zalo: for whom, what to do, until when, and how to stay out of Zalo's own browser. */
export function useLinkMessage(): (link: IssuedLink) => string {
  const translate = useTranslate();
  const commune = useCommuneName();
  return (link) =>
    translate('app.slip.message', {
      name: link.account.person.fullName,
      login: link.account.login,
      commune,
      address: addressOf(link),
      at: formatDateTime(link.expiresAt),
    });
}
