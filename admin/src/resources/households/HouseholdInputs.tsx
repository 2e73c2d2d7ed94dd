import { Box } from '@mui/material';
import { minValue, NumberInput, required, SelectInput, TextInput, useTranslate } from 'react-admin';
import { useUnitsOf } from '../../providers/abilities';
import { VillageInput } from '../../shared/form/VillageInput';
import { householdKinds } from './kinds';

const atLeastZero = minValue(0);

export function HouseholdInputs({ isNew }: { isNew: boolean }) {
  const translate = useTranslate();
  const villageIds = useUnitsOf('household:manage');
  return (
    <>
      <TextInput
        source="headName"
        label={translate('app.field.headName')}
        validate={required()}
        autoComplete="off"
      />
      {isNew && <VillageInput only={villageIds} />}
      {isNew && (
        <SelectInput
          source="kind"
          label={translate('app.field.kind')}
          validate={required()}
          choices={householdKinds.map((id) => ({ id, name: translate(`app.householdKind.${id}`) }))}
        />
      )}
      {isNew && (
        <TextInput
          source="code"
          label={translate('app.field.code')}
          helperText={translate('app.household.codeHelp')}
        />
      )}
      <TextInput source="lane" label={translate('app.field.lane')} />
      <TextInput source="address" label={translate('app.field.address')} />
      <TextInput source="phone" label={translate('app.field.phone')} type="tel" />
      <Box sx={{ display: 'grid', gridTemplateColumns: { sm: '1fr 1fr' }, gap: { sm: 2 } }}>
        <NumberInput
          source="adults"
          label={translate('app.field.adults')}
          validate={atLeastZero}
          min={0}
          helperText={translate('app.household.countHelp')}
        />
        <NumberInput
          source="citizens14"
          label={translate('app.field.citizens14')}
          validate={atLeastZero}
          min={0}
        />
      </Box>
    </>
  );
}
