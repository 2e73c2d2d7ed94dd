import { Alert, Box, Button, Paper, TextField, Typography } from '@mui/material';
import { useState, type FormEvent } from 'react';
import { Notification, useLogin, useTranslate } from 'react-admin';

/** One question a page: who are you. The refusal stands where the eyes are. */
export function LoginPage() {
  const translate = useTranslate();
  const login = useLogin();
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setRefusal(null);
    try {
      await login({ username: form.get('username'), password: form.get('password') });
    } catch (error) {
      setRefusal((error as Error).message || 'ra.auth.sign_in_error');
      setBusy(false);
    }
  };

  return (
    <Box
      sx={{ minHeight: '100vh', display: 'grid', placeItems: 'center', p: 2, bgcolor: 'background.default' }}
    >
      <Paper component="main" sx={{ p: { xs: 3, sm: 5 }, width: '100%', maxWidth: 420 }}>
        <Box component="img" src="/favicon.svg" alt="" sx={{ width: 44, height: 44, mb: 2 }} />
        <Typography variant="h1">{translate('app.name')}</Typography>
        <Typography sx={{ color: 'text.secondary', mb: 3 }}>{translate('app.login.motto')}</Typography>
        <Box component="form" onSubmit={(event) => void submit(event)} sx={{ display: 'grid', gap: 2 }}>
          {refusal && <Alert severity="error">{translate(refusal, { _: refusal })}</Alert>}
          <TextField
            name="username"
            label={translate('ra.auth.username')}
            autoComplete="username"
            autoCapitalize="none"
            autoFocus
            required
            margin="none"
            size="medium"
          />
          <TextField
            name="password"
            type="password"
            label={translate('ra.auth.password')}
            autoComplete="current-password"
            required
            margin="none"
            size="medium"
          />
          <Button type="submit" variant="contained" size="large" disabled={isBusy}>
            {translate(isBusy ? 'app.login.busy' : 'ra.auth.sign_in')}
          </Button>
        </Box>
        <Typography variant="caption" component="p" sx={{ mt: 3, color: 'text.secondary' }}>
          {translate('app.login.help')}
        </Typography>
      </Paper>
      <Notification />
    </Box>
  );
}
