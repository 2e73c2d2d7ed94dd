import { useState } from 'react';
import { required, SelectInput, TextInput, useTranslate } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { CreatePage } from '../../shared/form/FormPage';
import { HouseholdInput } from '../../shared/form/HouseholdInput';
import { MomentInput } from '../../shared/form/MomentInput';
import { fromDateTimeInput, toDateTimeInput } from '../../shared/format';
import { useBusinessNow } from '../../shared/useBusinessNow';
import { dataRequestKinds } from './states';

export function DataRequestCreate() {
  const translate = useTranslate();
  const [params] = useSearchParams();
  const now = useBusinessNow();
  // The minute in which the form was opened: it must not run on while somebody types.
  const [opened] = useState(() => fromDateTimeInput(toDateTimeInput(now)));
  return (
    <CreatePage
      title={translate('app.dataRequest.record')}
      teach={translate('app.dataRequest.recordTeach')}
      saveLabel={translate('app.dataRequest.save')}
      defaults={{ receivedAt: opened, householdId: params.get('household') ?? undefined }}
      redirect="show"
    >
      <SelectInput
        source="kind"
        label={translate('app.dataRequest.wants')}
        validate={required()}
        choices={dataRequestKinds.map((id) => ({ id, name: translate(`app.dataRequestKind.${id}`) }))}
      />
      <TextInput
        source="requesterName"
        label={translate('app.dataRequest.requester')}
        validate={required()}
        autoComplete="off"
      />
      <TextInput
        source="requesterContact"
        label={translate('app.dataRequest.contact')}
        helperText={translate('app.dataRequest.contactHelp')}
        autoComplete="off"
      />
      <HouseholdInput source="householdId" helperText={translate('app.dataRequest.householdHelp')} />
      <TextInput
        source="description"
        label={translate('app.dataRequest.description')}
        validate={required()}
        multiline
        minRows={3}
        helperText={translate('app.dataRequest.descriptionHelp')}
      />
      <MomentInput source="receivedAt" label={translate('app.dataRequest.receivedAt')} />
    </CreatePage>
  );
}
