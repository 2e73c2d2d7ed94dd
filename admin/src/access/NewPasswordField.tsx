import { useTranslate } from 'react-admin';
import { PasswordField } from './PasswordField';
import { charactersMissing } from './newPassword';

interface NewPasswordFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  problem?: string | null;
  autoFocus?: boolean;
}

/** Says while it is typed what is still missing; whether it can be guessed is for the server to say. */
export function NewPasswordField({ value, problem, ...field }: NewPasswordFieldProps) {
  const translate = useTranslate();
  const missing = charactersMissing(value);
  const hint =
    value === ''
      ? translate('app.password.help')
      : missing > 0
        ? translate('app.password.missing', { smart_count: missing })
        : `✓ ${translate('app.password.long')}`;
  return (
    <PasswordField
      {...field}
      name="new-password"
      value={value}
      autoComplete="new-password"
      error={Boolean(problem)}
      helperText={problem ?? hint}
    />
  );
}
