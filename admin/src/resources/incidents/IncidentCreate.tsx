import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { CreatePage } from '../../shared/form/FormPage';
import { fromDateTimeInput, toDateTimeInput } from '../../shared/format';
import { useBusinessNow } from '../../shared/useBusinessNow';
import { IncidentInputs } from './IncidentInputs';

export function IncidentCreate() {
  const translate = useTranslate();
  const now = useBusinessNow();
  // The minute in which the form was opened: it must not run on while somebody types.
  const [opened] = useState(() => fromDateTimeInput(toDateTimeInput(now)));
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
