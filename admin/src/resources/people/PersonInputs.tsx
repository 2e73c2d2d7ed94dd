import { Box, Typography } from '@mui/material';
import { maxValue, minValue, NumberInput, required, TextInput, useInput, useTranslate } from 'react-admin';
import { FieldProblem } from '../../shared/form/FieldProblem';
import { TopicChips } from '../../shared/form/TopicChips';

const plausibleYear = [minValue(1920), maxValue(2015)];

export function PersonInputs() {
  const translate = useTranslate();
  return (
    <>
      <TextInput
        source="fullName"
        label={translate('app.field.fullName')}
        validate={required()}
        autoComplete="off"
      />
      <TextInput source="phone" label={translate('app.field.phone')} type="tel" />
      <NumberInput
        source="birthYear"
        label={translate('app.field.birthYear')}
        validate={plausibleYear}
        format={(year) => year ?? ''}
      />
      <SkillsInput />
    </>
  );
}

function SkillsInput() {
  const translate = useTranslate();
  const { field, fieldState } = useInput({ source: 'skills', defaultValue: [] });
  return (
    <Box sx={{ mt: 1 }}>
      <Typography sx={{ fontSize: 14, color: 'text.secondary', mb: 1 }}>
        {translate('app.field.canTeach')}
      </Typography>
      <TopicChips
        value={(field.value as string[]) ?? []}
        onChange={field.onChange}
        label={translate('app.field.canTeach')}
      />
      <FieldProblem text={fieldState.error?.message} />
    </Box>
  );
}
