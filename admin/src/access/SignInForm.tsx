import { Box, Button, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { setupQuery } from '../providers/accessDocuments';
import { authProvider } from '../providers/authProvider';
import { query } from '../providers/client';
import type { Me } from '../providers/types';
import { ProblemNotice } from '../shared/ProblemNotice';
import { DoorFrame } from './DoorFrame';
import { PasswordField } from './PasswordField';

/** One question: who are you. The refusal stands where the eyes are, and never says whether the name exists. */
export function SignInForm({ onDone }: { onDone: (me: Me) => void }) {
  const translate = useTranslate();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setRefusal(null);
    try {
      onDone((await authProvider.login({ username: login, password })) as Me);
    } catch (error) {
      setRefusal((error as Error).message || 'ra.auth.sign_in_error');
      setBusy(false);
    }
  };

  return (
    <DoorFrame title={translate('app.name')} teach={translate('app.login.motto')}>
      <FirstRun />
      <Box component="form" onSubmit={(event) => void submit(event)} sx={{ display: 'grid', gap: 2 }}>
        <ProblemNotice text={refusal && translate(refusal, { _: refusal })} />
        <TextField
          name="username"
          label={translate('ra.auth.username')}
          value={login}
          onChange={(event) => setLogin(event.target.value)}
          autoFocus
          margin="none"
          size="medium"
          slotProps={{
            htmlInput: {
              required: true,
              autoComplete: 'username',
              autoCapitalize: 'none',
              autoCorrect: 'off',
              spellCheck: false,
            },
          }}
        />
        <PasswordField
          label={translate('ra.auth.password')}
          value={password}
          onChange={setPassword}
          autoComplete="current-password"
        />
        <Button type="submit" variant="contained" size="large" disabled={isBusy}>
          {translate(isBusy ? 'app.login.busy' : 'ra.auth.sign_in')}
        </Button>
      </Box>
      <Typography variant="caption" component="p" sx={{ mt: 3, color: 'text.secondary' }}>
        {translate('app.login.help')}
      </Typography>
    </DoorFrame>
  );
}

/** A server on which nobody can sign in yet says how to begin. */
function FirstRun() {
  const translate = useTranslate();
  const { data } = useQuery({
    queryKey: ['setup'],
    queryFn: () => query<{ setup: { isOpen: boolean } }>(setupQuery).then((answer) => answer.setup),
  });
  if (!data?.isOpen) return null;
  return (
    <Box
      sx={(theme) => ({
        bgcolor: theme.tokens.accentWash,
        borderRadius: '10px',
        p: 2,
        mb: 3,
        display: 'grid',
        gap: 1.5,
      })}
    >
      <Typography>{translate('app.setup.invite')}</Typography>
      <Button component={Link} to="/setup" variant="outlined" sx={{ bgcolor: 'background.paper' }}>
        {translate('app.setup.begin')}
      </Button>
    </Box>
  );
}
