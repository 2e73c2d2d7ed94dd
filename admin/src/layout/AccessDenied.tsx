import { useTranslate } from 'react-admin';
import { EmptyState } from '../shared/EmptyState';

export function AccessDenied() {
  const translate = useTranslate();
  return (
    <EmptyState
      title={translate('ra.message.access_denied')}
      teach={translate('app.error.askOffice')}
      action={{ label: translate('app.village.toOverview'), to: '/' }}
    />
  );
}
