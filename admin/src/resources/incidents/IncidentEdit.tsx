import { useTranslate } from 'react-admin';
import { EditPage } from '../../shared/form/FormPage';
import { IncidentInputs } from './IncidentInputs';

export function IncidentEdit() {
  const translate = useTranslate();
  return (
    <EditPage title={translate('app.incident.change')}>
      <IncidentInputs />
    </EditPage>
  );
}
