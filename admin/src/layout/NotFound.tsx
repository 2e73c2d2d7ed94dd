import { useTranslate } from 'react-admin';
import { EmptyState } from '../shared/EmptyState';

export function NotFound() {
  const translate = useTranslate();
  return (
    <EmptyState
      title={translate('ra.page.not_found')}
      teach={translate('ra.message.not_found')}
      action={{ label: translate('app.village.toOverview'), to: '/' }}
    />
  );
}
