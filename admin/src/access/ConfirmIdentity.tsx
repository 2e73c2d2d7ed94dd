import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useLogoutIfAccessDenied, useTranslate } from 'react-admin';
import { confirmIdentityMutation } from '../providers/accessDocuments';
import { mutate } from '../providers/client';
import { askIdentityWith } from '../providers/identity';
import { takeMe, useMe } from '../providers/me';
import { noRefusal, refusalOf } from '../providers/refusal';
import type { Me } from '../providers/types';
import { ProblemNotice } from '../shared/ProblemNotice';
import { CodeOrRecovery, isWholeCode } from './CodeOrRecovery';
import { PasswordField } from './PasswordField';
import { askSecondFactor, secondFactorKey } from './secondFactor';

/** The one dialog that asks for a proof. What was being done waits for it, and then goes on by itself. */
export function ConfirmIdentity() {
  const answer = useRef<((isConfirmed: boolean) => void) | null>(null);
  const [isAsking, setAsking] = useState(false);
  useEffect(() => {
    const remove = askIdentityWith(
      () =>
        new Promise((resolve) => {
          answer.current = resolve;
          setAsking(true);
        }),
    );
    return () => {
      remove();
      // Signed out with the question open: what waited for it is over.
      answer.current?.(false);
    };
  }, []);
  const finish = (isConfirmed: boolean) => {
    setAsking(false);
    answer.current?.(isConfirmed);
    answer.current = null;
  };
  return (
    <Dialog open={isAsking} onClose={() => finish(false)} fullWidth maxWidth="xs">
      {isAsking && <Question onFinish={finish} />}
    </Dialog>
  );
}

function Question({ onFinish }: { onFinish: (isConfirmed: boolean) => void }) {
  const translate = useTranslate();
  const queryClient = useQueryClient();
  const signOutIfExpired = useLogoutIfAccessDenied();
  const me = useMe();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const { data: factor } = useQuery({ queryKey: secondFactorKey, queryFn: askSecondFactor });
  const needsCode = factor?.isOn ?? false;
  const confirm = useMutation({
    mutationFn: () =>
      mutate<{ confirmIdentity: Me }>(confirmIdentityMutation, {
        password,
        code: needsCode ? code.trim() : undefined,
      }),
    onSuccess: (answer) => {
      takeMe(queryClient, answer.confirmIdentity);
      onFinish(true);
    },
    onError: async (refused: Error) => {
      if (await signOutIfExpired(refused)) onFinish(false);
      setCode('');
    },
  });
  const refusal = confirm.error ? refusalOf(confirm.error, ['password', 'code']) : noRefusal;
  const isWhole = password !== '' && (!needsCode || isWholeCode(code));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The form behind this dialog is this one's parent for React, though not on screen.
    event.stopPropagation();
    if (isWhole) confirm.mutate();
  };
  return (
    <Box component="form" onSubmit={submit}>
      <DialogTitle>{translate('app.confirmIdentity.title')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <Typography sx={{ color: 'text.secondary' }}>{translate('app.confirmIdentity.teach')}</Typography>
        <ProblemNotice text={refusal.general && translate(refusal.general, { _: refusal.general })} />
        <input type="text" name="username" autoComplete="username" value={me?.login ?? ''} readOnly hidden />
        <PasswordField
          label={translate('ra.auth.password')}
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
          error={Boolean(refusal.fields.password)}
          helperText={refusal.fields.password}
          autoFocus
        />
        {needsCode && <CodeOrRecovery value={code} onChange={setCode} problem={refusal.fields.code} />}
      </DialogContent>
      <DialogActions sx={{ p: 2, pt: 1 }}>
        <Button onClick={() => onFinish(false)} sx={{ color: 'text.primary' }}>
          {translate('ra.action.cancel')}
        </Button>
        <Button type="submit" variant="contained" disabled={confirm.isPending || !isWhole}>
          {translate('app.confirmIdentity.confirm')}
        </Button>
      </DialogActions>
    </Box>
  );
}
