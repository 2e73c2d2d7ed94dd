import { TextField } from '@mui/material';
import { useTranslate } from 'react-admin';

interface CodeFieldProps {
  value: string;
  onChange: (value: string) => void;
  /** A recovery code is longer and has letters. */
  isRecovery?: boolean;
  problem?: string | null;
  autoFocus?: boolean;
}

/** What was typed or pasted, without the blanks that apps put into it for reading. */
const tidy = (text: string, isRecovery: boolean): string =>
  isRecovery ? text.trimStart() : text.replace(/\D/g, '').slice(0, 6);

/** The six digits of the app, or a recovery code. */
export function CodeField({ value, onChange, isRecovery = false, problem, autoFocus }: CodeFieldProps) {
  const translate = useTranslate();
  return (
    <TextField
      name="code"
      label={translate(isRecovery ? 'app.factor.recoveryCode' : 'app.factor.code')}
      value={value}
      onChange={(event) => onChange(tidy(event.target.value, isRecovery))}
      error={Boolean(problem)}
      helperText={problem ?? translate(isRecovery ? 'app.factor.recoveryHelp' : 'app.factor.codeHelp')}
      autoFocus={autoFocus}
      margin="none"
      size="medium"
      slotProps={{
        htmlInput: {
          required: true,
          autoComplete: isRecovery ? 'off' : 'one-time-code',
          inputMode: isRecovery ? 'text' : 'numeric',
          autoCapitalize: 'none',
          autoCorrect: 'off',
          spellCheck: false,
          maxLength: isRecovery ? 40 : 12,
          style: isRecovery ? undefined : { fontSize: 22, letterSpacing: '0.25em' },
        },
      }}
    />
  );
}
