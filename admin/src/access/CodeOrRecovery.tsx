import { Link } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { CodeField } from './CodeField';

interface CodeOrRecoveryProps {
  value: string;
  onChange: (value: string) => void;
  problem?: string | null;
  autoFocus?: boolean;
}

/** The code of the telephone; for whoever is without it, one of the codes on paper. */
export function CodeOrRecovery({ onChange, autoFocus, ...field }: CodeOrRecoveryProps) {
  const translate = useTranslate();
  const [isRecovery, setRecovery] = useState(false);
  const turn = () => {
    setRecovery(!isRecovery);
    onChange('');
  };
  return (
    <>
      <CodeField
        {...field}
        key={String(isRecovery)}
        onChange={onChange}
        isRecovery={isRecovery}
        // Somebody who turned to the other kind wants to type it next.
        autoFocus={autoFocus || isRecovery}
      />
      <Link component="button" type="button" onClick={turn} sx={{ justifySelf: 'start', textAlign: 'left' }}>
        {translate(isRecovery ? 'app.factor.useCode' : 'app.factor.useRecovery')}
      </Link>
    </>
  );
}

/** Six digits, or a recovery code, which is longer. */
export const isWholeCode = (code: string): boolean => /^\d{6}$/.test(code) || code.trim().length >= 8;
