import { useTranslate } from 'react-admin';
import { CreatePage } from '../../shared/form/FormPage';
import { PersonInputs } from './PersonInputs';

export function PersonCreate() {
  const translate = useTranslate();
  return (
    <CreatePage title={translate('app.person.add')} teach={translate('app.person.addTeach')}>
      <PersonInputs />
    </CreatePage>
  );
}
