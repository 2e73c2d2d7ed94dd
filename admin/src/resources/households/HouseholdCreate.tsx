import { useTranslate } from 'react-admin';
import { CreatePage } from '../../shared/form/FormPage';
import { HouseholdInputs } from './HouseholdInputs';

export function HouseholdCreate() {
  const translate = useTranslate();
  return (
    <CreatePage
      title={translate('app.household.add')}
      teach={translate('app.household.addTeach')}
      defaults={{ kind: 'HOUSEHOLD' }}
      redirect="show"
    >
      <HouseholdInputs isNew />
    </CreatePage>
  );
}
