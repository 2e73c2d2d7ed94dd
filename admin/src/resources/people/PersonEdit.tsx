import { useTranslate } from 'react-admin';
import { EditPage } from '../../shared/form/FormPage';
import { PersonInputs } from './PersonInputs';

export function PersonEdit() {
  const translate = useTranslate();
  return (
    <EditPage title={translate('app.person.change')} redirect="list" subjectType="person">
      <PersonInputs />
    </EditPage>
  );
}
