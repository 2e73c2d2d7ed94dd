import { useTranslate } from 'react-admin';
import { EditPage } from '../../shared/form/FormPage';
import { HouseholdInputs } from './HouseholdInputs';

export function HouseholdEdit() {
  const translate = useTranslate();
  return (
    <EditPage title={translate('app.household.change')} teach={translate('app.household.changeTeach')}>
      <HouseholdInputs isNew={false} />
    </EditPage>
  );
}
