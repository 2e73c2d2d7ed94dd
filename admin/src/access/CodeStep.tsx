import { Box, Button, Link } from '@mui/material';
import { useState, type FormEvent } from 'react';
import { useTranslate } from 'react-admin';
import { enterCodeMutation } from '../providers/accessDocuments';
import { mutate } from '../providers/client';
import type { Me } from '../providers/types';
import { ProblemNotice } from '../shared/ProblemNotice';
import { CodeOrRecovery, isWholeCode } from './CodeOrRecovery';
import { DoorFrame } from './DoorFrame';

interface CodeStepProps {
  onDone: (me: Me) => void;
  /** Back to the name and password. */
  onLeave: () => void;
}

/** The password was right; the telephone says the rest. */
export function CodeStep({ onDone, onLeave }: CodeStepProps) {
  const translate = useTranslate();
  const [code, setCode] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setRefusal(null);
    try {
      onDone((await mutate<{ enterCode: Me }>(enterCodeMutation, { code: code.trim() })).enterCode);
    } catch (error) {
      // Too long between the password and the code: both are asked again.
      if ((error as { status?: number }).status === 401) return onLeave();
      setRefusal((error as Error).message);
      setCode('');
      setBusy(false);
    }
  };

  const type = (next: string) => {
    setCode(next);
    setRefusal(null);
  };

  return (
    <DoorFrame title={translate('app.factor.enterTitle')} teach={translate('app.factor.enterTeach')}>
      <Box component="form" onSubmit={(event) => void submit(event)} sx={{ display: 'grid', gap: 2 }}>
        <ProblemNotice text={refusal && translate(refusal, { _: refusal })} />
        <CodeOrRecovery value={code} onChange={type} autoFocus />
        <Button type="submit" variant="contained" size="large" disabled={isBusy || !isWholeCode(code)}>
          {translate('app.factor.enter')}
        </Button>
      </Box>
      <Link component="button" type="button" onClick={onLeave} sx={{ mt: 3 }}>
        {translate('app.door.otherAccount')}
      </Link>
    </DoorFrame>
  );
}
