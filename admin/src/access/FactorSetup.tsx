import { Box, Button, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslate } from 'react-admin';
import { beginSecondFactorMutation, confirmSecondFactorMutation } from '../providers/accessDocuments';
import { mutate } from '../providers/client';
import type { Me, SecondFactorSetup } from '../providers/types';
import { CopyButton } from '../shared/CopyButton';
import { ProblemNotice } from '../shared/ProblemNotice';
import { CodeField } from './CodeField';
import { QrCode } from './QrCode';
import { RecoveryCodes } from './RecoveryCodes';

interface FactorDone {
  recoveryCodes: string[];
  me: Me;
}

interface Leave {
  label: string;
  act: () => void;
}

interface FactorSetupProps {
  doneLabel: string;
  onDone: (me: Me) => void;
  /** How to step back, as long as nothing has changed. */
  leave: Leave;
}

/** Three steps: what it is; the secret into the telephone and a code back; the recovery codes. */
export function FactorSetup({ doneLabel, onDone, leave }: FactorSetupProps) {
  const translate = useTranslate();
  const [done, setDone] = useState<FactorDone | null>(null);
  const begin = useMutation({
    mutationFn: () =>
      mutate<{ beginSecondFactor: SecondFactorSetup }>(beginSecondFactorMutation).then(
        (answer) => answer.beginSecondFactor,
      ),
  });
  if (done)
    return <RecoveryCodes codes={done.recoveryCodes} doneLabel={doneLabel} onDone={() => onDone(done.me)} />;
  if (begin.data) return <Scan setup={begin.data} onDone={setDone} leave={leave} />;
  const problem = begin.error?.message ?? null;
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Typography>{translate('app.factor.what')}</Typography>
      <Typography>{translate('app.factor.apps')}</Typography>
      <ProblemNotice text={problem && translate(problem, { _: problem })} />
      <Button variant="contained" size="large" disabled={begin.isPending} onClick={() => begin.mutate()}>
        {translate('app.factor.begin')}
      </Button>
      <LeaveButton {...leave} />
    </Box>
  );
}

/** In fours, because nobody reads thirty-two letters in a row off a screen. */
const inGroups = (secret: string): string => secret.match(/.{1,4}/g)?.join(' ') ?? secret;

interface ScanProps {
  setup: SecondFactorSetup;
  onDone: (done: FactorDone) => void;
  leave: Leave;
}

function Scan({ setup, onDone, leave }: ScanProps) {
  const translate = useTranslate();
  const [code, setCode] = useState('');
  const confirm = useMutation({
    mutationFn: () =>
      mutate<{ confirmSecondFactor: FactorDone }>(confirmSecondFactorMutation, { code }).then(
        (answer) => answer.confirmSecondFactor,
      ),
    onSuccess: onDone,
    onError: () => setCode(''),
  });
  const problem = confirm.error?.message ?? null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate();
  };
  return (
    <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 2 }}>
      <Typography>{translate('app.factor.scan')}</Typography>
      {/* A telephone cannot scan its own screen, but its app opens this address. */}
      <Button href={setup.uri} variant="outlined" sx={{ display: { sm: 'none' } }}>
        {translate('app.factor.openApp')}
      </Button>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2.5, alignItems: 'center' }}>
        <QrCode text={setup.uri} label={translate('app.factor.qr')} size={184} />
        <Box sx={{ flex: '1 1 200px', display: 'grid', gap: 1, justifyItems: 'start' }}>
          <Typography sx={{ color: 'text.secondary', fontSize: 14 }}>
            {translate('app.factor.cannotScan')}
          </Typography>
          <Box
            component="code"
            sx={{ fontFamily: 'ui-monospace, Menlo, Consolas, monospace', fontSize: 16, lineHeight: 1.6 }}
          >
            {inGroups(setup.secret)}
          </Box>
          <CopyButton size="small" label={translate('app.factor.copySecret')} text={() => setup.secret} />
        </Box>
      </Box>
      <CodeField value={code} onChange={setCode} problem={problem && translate(problem, { _: problem })} />
      <Button type="submit" variant="contained" size="large" disabled={confirm.isPending || code.length < 6}>
        {translate('app.factor.confirm')}
      </Button>
      <LeaveButton {...leave} />
    </Box>
  );
}

function LeaveButton({ label, act }: Leave) {
  return (
    <Button onClick={act} sx={{ justifySelf: 'center', color: 'text.primary' }}>
      {label}
    </Button>
  );
}
