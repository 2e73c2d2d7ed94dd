import { useInput, ValidationError, type Validator } from 'react-admin';
import { DayField } from './DayField';

interface DayInputProps {
  source: string;
  label: string;
  helperText?: string;
  validate?: Validator;
}

/** A day inside a react-admin form. */
export function DayInput({ source, label, helperText, validate }: DayInputProps) {
  const { field, fieldState, isRequired } = useInput({ source, validate });
  const problem = fieldState.error?.message;
  return (
    <DayField
      label={label}
      value={(field.value as string | null) ?? null}
      onChange={field.onChange}
      required={isRequired}
      error={Boolean(problem)}
      helperText={problem ? <ValidationError error={problem} /> : helperText}
    />
  );
}
