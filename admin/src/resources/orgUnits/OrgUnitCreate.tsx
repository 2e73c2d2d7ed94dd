import { required, SelectInput, TextInput, useTranslate } from 'react-admin';
import { DayInput } from '../../shared/form/DayInput';
import { CreatePage } from '../../shared/form/FormPage';
import { localDateOf } from '../../shared/format';
import { useBusinessNow } from '../../shared/useBusinessNow';
import { orgUnitKinds } from './kinds';

export function OrgUnitCreate() {
  const translate = useTranslate();
  const today = localDateOf(useBusinessNow());
  return (
    <CreatePage
      title={translate('app.orgUnit.add')}
      teach={translate('app.orgUnit.addTeach')}
      defaults={{ kind: 'VILLAGE', validFrom: today }}
    >
      <TextInput source="name" label={translate('app.field.name')} validate={required()} />
      <SelectInput
        source="kind"
        label={translate('app.field.kind')}
        validate={required()}
        choices={orgUnitKinds.map((id) => ({ id, name: translate(`app.orgUnitKind.${id}`) }))}
      />
      <TextInput
        source="code"
        label={translate('app.field.code')}
        validate={required()}
        helperText={translate('app.orgUnit.codeHelp')}
      />
      <DayInput source="validFrom" label={translate('app.field.validFrom')} />
    </CreatePage>
  );
}
