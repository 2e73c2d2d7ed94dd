import { Box, Checkbox, FormControlLabel, Typography } from '@mui/material';
import { useId } from 'react';
import { useInput, useTranslate, type Validator } from 'react-admin';
import { FieldProblem } from './FieldProblem';

interface CheckInputProps {
  source: string;
  label: string;
  choices: { id: string; name: string }[];
  validate?: Validator;
}

/** Any number of a few choices, each with its own box, inside a react-admin form. */
export function CheckInput({ source, label, choices, validate }: CheckInputProps) {
  const translate = useTranslate();
  const labelId = useId();
  const { field, fieldState } = useInput({ source, validate, defaultValue: [] });
  const chosen = (field.value as string[] | null) ?? [];
  const toggle = (id: string) =>
    field.onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  const problem = fieldState.error?.message;
  return (
    <Box role="group" aria-labelledby={labelId} sx={{ my: 1 }}>
      <Typography id={labelId} sx={{ fontSize: 14, color: 'text.secondary' }}>
        {label}
      </Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: { sm: '1fr 1fr' } }}>
        {choices.map(({ id, name }) => (
          <FormControlLabel
            key={id}
            label={name}
            control={<Checkbox checked={chosen.includes(id)} onChange={() => toggle(id)} />}
          />
        ))}
      </Box>
      <FieldProblem text={problem && translate(problem, { _: problem })} />
    </Box>
  );
}
