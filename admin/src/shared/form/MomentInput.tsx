import { useInput, useTranslate, type Validator } from 'react-admin';
import { fromDateTimeInput, toDateTimeInput } from '../format';
import { MomentField } from './DayField';

interface MomentInputProps {
  source: string;
  label: string;
  validate?: Validator;
}

/** A day and a time inside a react-admin form; its value is an instant. */
export function MomentInput({ source, label, validate }: MomentInputProps) {
  const translate = useTranslate();
  const { field, fieldState } = useInput({ source, validate });
  const problem = fieldState.error?.message;
  const value = typeof field.value === 'string' && field.value !== '' ? toDateTimeInput(field.value) : '';
  return (
    <MomentField
      label={label}
      value={value}
      onChange={(next) => field.onChange(fromDateTimeInput(next))}
      problem={problem && translate(problem, { _: problem })}
    />
  );
}
