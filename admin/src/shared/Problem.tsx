import { Button, Paper, Typography } from '@mui/material';
import { useEffect } from 'react';
import { useLogoutIfAccessDenied, useTranslate } from 'react-admin';

interface ProblemProps {
  titleKey?: string;
  error?: unknown;
  onRetry?: () => void;
}

/** What happened, what is safe, what to do: the three sentences of every failure. */
export function Problem({ titleKey, error, onRetry }: ProblemProps) {
  const translate = useTranslate();
  const { status, message } = (error ?? {}) as { status?: number; message?: string };
  const signOutIfExpired = useLogoutIfAccessDenied();
  useEffect(() => {
    if (status === 401) void signOutIfExpired(error);
  }, [status, error, signOutIfExpired]);
  const isNetwork = status === 0 || status === undefined;
  const title = titleKey ?? (isNetwork ? 'app.error.network' : (message ?? 'app.error.internal'));
  return (
    <Paper role="alert" sx={{ p: 3, maxWidth: 560, my: 2 }}>
      <Typography variant="h2" component="h2">
        {translate(title, { _: title })}
      </Typography>
      <Typography sx={{ mt: 1, mb: 2, color: 'text.secondary' }}>
        {translate(status === 403 ? 'app.error.askOffice' : 'app.error.safe')}
      </Typography>
      {onRetry && status !== 403 && (
        <Button variant="outlined" onClick={onRetry}>
          {translate('app.error.retry')}
        </Button>
      )}
    </Paper>
  );
}
