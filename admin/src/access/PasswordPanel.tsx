import { Box, Button, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useNotify, useRefresh, useTranslate } from 'react-admin';
import { changePasswordMutation } from '../providers/accessDocuments';
import { mutate } from '../providers/client';
import { takeMe, useMe } from '../providers/me';
import { noRefusal, refusalOf } from '../providers/refusal';
import type { Me } from '../providers/types';
import { Panel } from '../shared/Panel';
import { ProblemNotice } from '../shared/ProblemNotice';
import { NewPasswordField } from './NewPasswordField';
import { charactersMissing } from './newPassword';
import { PasswordField } from './PasswordField';

export function PasswordPanel() {
  const translate = useTranslate();
  const [isOpen, setOpen] = useState(false);
  return (
    <Panel title={translate('app.password.title')}>
      <Typography sx={{ color: 'text.secondary', mb: 2 }}>{translate('app.password.teach')}</Typography>
      {isOpen ? (
        <ChangePassword onClose={() => setOpen(false)} />
      ) : (
        <Button variant="outlined" onClick={() => setOpen(true)}>
          {translate('app.password.change')}
        </Button>
      )}
    </Panel>
  );
}

function ChangePassword({ onClose }: { onClose: () => void }) {
  const translate = useTranslate();
  const notify = useNotify();
  const refresh = useRefresh();
  const queryClient = useQueryClient();
  const me = useMe();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useMutation({
    mutationFn: () => mutate<{ changePassword: Me }>(changePasswordMutation, { current, new: next }),
    onSuccess: (answer) => {
      takeMe(queryClient, answer.changePassword);
      notify('app.password.changed', { type: 'success' });
      refresh();
      onClose();
    },
  });
  const refusal = change.error ? refusalOf(change.error, ['current', 'new']) : noRefusal;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 2, maxWidth: 420 }}>
      <input type="text" name="username" autoComplete="username" value={me?.login ?? ''} readOnly hidden />
      <ProblemNotice text={refusal.general && translate(refusal.general, { _: refusal.general })} />
      <PasswordField
        label={translate('app.password.current')}
        value={current}
        onChange={setCurrent}
        autoComplete="current-password"
        error={Boolean(refusal.fields.current)}
        helperText={refusal.fields.current}
        autoFocus
      />
      <NewPasswordField
        label={translate('app.password.new')}
        value={next}
        onChange={setNext}
        problem={refusal.fields.new}
      />
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button
          type="submit"
          variant="contained"
          disabled={change.isPending || current === '' || charactersMissing(next) > 0}
        >
          {translate('app.password.change')}
        </Button>
        <Button onClick={onClose} sx={{ color: 'text.primary' }}>
          {translate('ra.action.cancel')}
        </Button>
      </Box>
    </Box>
  );
}
