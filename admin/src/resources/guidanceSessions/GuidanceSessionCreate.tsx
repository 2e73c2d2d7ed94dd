import { Box, FormHelperText, Typography } from '@mui/material';
import { useState } from 'react';
import {
  minValue,
  NumberInput,
  required,
  SelectInput,
  TextInput,
  useInput,
  useTranslate,
  ValidationError,
} from 'react-admin';
import { useUnitsOf } from '../../providers/abilities';
import { MomentField } from '../../shared/form/DayField';
import { CreatePage } from '../../shared/form/FormPage';
import { TopicChips } from '../../shared/form/TopicChips';
import { VillageInput } from '../../shared/form/VillageInput';
import { fromDateTimeInput, toDateTimeInput } from '../../shared/format';
import { useBusinessNow } from '../../shared/useBusinessNow';
import { uuid7 } from '../../shared/uuid7';
import { guidanceForms } from './forms';

const peopleCount = [required(), minValue(0)];
const atLeastOne = (topics: string[] | undefined) =>
  topics && topics.length > 0 ? undefined : 'app.session.needTopic';

export function GuidanceSessionCreate() {
  const translate = useTranslate();
  const now = useBusinessNow();
  const villageIds = useUnitsOf('session:record');
  // Made once with the form, so that sending it twice leaves one session.
  const [defaults] = useState(() => ({
    id: uuid7(now),
    form: 'VILLAGE_MEETING',
    heldAt: new Date(now).toISOString(),
    topics: [],
  }));
  return (
    <CreatePage
      title={translate('app.session.record')}
      teach={translate('app.session.intro')}
      saveLabel="app.visit.save"
      defaults={defaults}
    >
      <SelectInput
        source="form"
        label={translate('app.field.form')}
        validate={required()}
        choices={guidanceForms.map((id) => ({ id, name: translate(`app.guidanceForm.${id}`) }))}
      />
      <VillageInput isRequired={villageIds !== null} only={villageIds} />
      <HeldAtInput />
      <TextInput source="place" label={translate('app.field.place')} validate={required()} />
      <NumberInput
        source="peopleCount"
        label={translate('app.field.peopleCount')}
        validate={peopleCount}
        min={0}
      />
      <TopicsInput />
    </CreatePage>
  );
}

function HeldAtInput() {
  const translate = useTranslate();
  const { field, fieldState } = useInput({ source: 'heldAt' });
  return (
    <MomentField
      label={translate('app.field.heldAt')}
      value={toDateTimeInput(field.value as string)}
      onChange={(wall) => field.onChange(fromDateTimeInput(wall))}
      problem={fieldState.error?.message}
    />
  );
}

function TopicsInput() {
  const translate = useTranslate();
  const { field, fieldState } = useInput({ source: 'topics', validate: atLeastOne });
  const problem = fieldState.error?.message;
  return (
    <Box sx={{ mt: 1 }}>
      <Typography sx={{ fontSize: 14, color: 'text.secondary', mb: 1 }}>
        {translate('app.field.topics')}
      </Typography>
      <TopicChips
        value={(field.value as string[]) ?? []}
        onChange={field.onChange}
        label={translate('app.field.topics')}
      />
      {problem && (
        <FormHelperText error>
          <ValidationError error={problem} />
        </FormHelperText>
      )}
    </Box>
  );
}
