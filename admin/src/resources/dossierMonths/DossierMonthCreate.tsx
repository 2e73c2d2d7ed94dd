import { minValue, NumberInput, required, useTranslate } from 'react-admin';
import { DayInput } from '../../shared/form/DayInput';
import { CreatePage } from '../../shared/form/FormPage';

const count = [required(), minValue(0)];

/** The part may not exceed the whole; said here at once, and refused by the server as well. */
const noMoreThan = (whole: string) => (value: unknown, form: Record<string, unknown>) =>
  Number(value) > Number(form[whole]) ? 'app.dossier.tooMany' : undefined;
const dossiersOnline = [...count, noMoreThan('dossiers')];
const onlineUsersVerified = [...count, noMoreThan('onlineUsers')];

export function DossierMonthCreate() {
  const translate = useTranslate();
  return (
    <CreatePage
      title={translate('app.dossier.record')}
      teach={translate('app.dossier.intro')}
      saveLabel="app.visit.save"
    >
      <DayInput
        source="endsOn"
        label={translate('app.field.endsOn')}
        helperText={translate('app.dossier.endsOnHelp')}
        validate={required()}
      />
      <NumberInput source="dossiers" label={translate('app.field.dossiers')} validate={count} min={0} />
      <NumberInput
        source="dossiersOnline"
        label={translate('app.field.dossiersOnline')}
        validate={dossiersOnline}
        min={0}
      />
      <NumberInput source="onlineUsers" label={translate('app.field.onlineUsers')} validate={count} min={0} />
      <NumberInput
        source="onlineUsersVerified"
        label={translate('app.field.onlineUsersVerified')}
        validate={onlineUsersVerified}
        min={0}
      />
    </CreatePage>
  );
}
