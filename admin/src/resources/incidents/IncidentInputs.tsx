import { minValue, NumberInput, required, SelectInput, TextInput, useTranslate } from 'react-admin';
import { CheckInput } from '../../shared/form/CheckInput';
import { MomentInput } from '../../shared/form/MomentInput';
import { dataKinds, severities } from './states';

const atLeastZero = minValue(0);

export function IncidentInputs() {
  const translate = useTranslate();
  const word = (key: string) => translate(`app.incident.${key}`);
  return (
    <>
      <TextInput source="title" label={word('what')} helperText={word('whatHelp')} validate={required()} />
      <MomentInput source="discoveredAt" label={word('discoveredAt')} />
      <TextInput
        source="description"
        label={word('description')}
        helperText={word('descriptionHelp')}
        validate={required()}
        multiline
        minRows={3}
      />
      <CheckInput
        source="kinds"
        label={word('kinds')}
        choices={dataKinds.map((id) => ({ id, name: translate(`app.incidentKind.${id}`) }))}
      />
      <NumberInput
        source="peopleAffected"
        label={word('people')}
        helperText={word('peopleHelp')}
        validate={atLeastZero}
        min={0}
      />
      <SelectInput
        source="severity"
        label={word('severity')}
        validate={required()}
        choices={severities.map((id) => ({ id, name: translate(`app.incidentSeverity.${id}`) }))}
      />
      <TextInput
        source="actions"
        label={word('actions')}
        helperText={word('actionsHelp')}
        multiline
        minRows={3}
      />
    </>
  );
}
