import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { CreatePage } from '../../shared/form/FormPage';
import { useBusinessNow } from '../../shared/useBusinessNow';
import { IncidentInputs } from './IncidentInputs';

export function IncidentCreate() {
  const translate = useTranslate();
  const now = useBusinessNow();
  // The moment the form was opened: it must not run on while somebody types.
  const [opened] = useState(() => new Date(now).toISOString());
  return (
    <CreatePage
      title={translate('app.incident.record')}
      teach={translate('app.incident.recordTeach')}
      saveLabel={translate('app.incident.save')}
      defaults={{ discoveredAt: opened }}
      redirect="show"
    >
      <IncidentInputs />
    </CreatePage>
  );
}
