import { Box, Button, Skeleton, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useLayoutEffect, useState, type FormEvent } from 'react';
import { useTranslate } from 'react-admin';
import { Link, useLocation } from 'react-router-dom';
import { acceptInvitationMutation, checkInvitationMutation } from '../providers/accessDocuments';
import { mutate } from '../providers/client';
import { noRefusal, refusalOf } from '../providers/refusal';
import type { InvitationGreeting, Me } from '../providers/types';
import { CopyButton } from '../shared/CopyButton';
import { Facts } from '../shared/Facts';
import { ProblemNotice } from '../shared/ProblemNotice';
import { DoorFrame } from './DoorFrame';
import { takeJoinToken } from './joinToken';
import { NewPasswordField } from './NewPasswordField';
import { charactersMissing } from './newPassword';
import { useEntering } from './useEntering';

/** Zalo and Facebook open links in a browser of their own, which keeps neither sessions nor passwords for long. */
const isInsideApp = /Zalo|FBAN|FBAV|FB_IAB/i.test(navigator.userAgent);

/** What a one-use link opens: who it is for, and the password they choose. Looking at it uses nothing up. */
export function JoinPage() {
  const translate = useTranslate();
  const { hash } = useLocation();
  const [token, setToken] = useState<string | null>(null);
  const {
    mutate: greet,
    data: greeting,
    error,
  } = useMutation({
    mutationFn: (found: string) =>
      mutate<{ checkInvitation: InvitationGreeting | null }>(checkInvitationMutation, { token: found }).then(
        (answer) => answer.checkInvitation,
      ),
  });
  // Before anything is painted; and again when another link is pasted over this one, which loads no new page.
  useLayoutEffect(() => {
    const found = takeJoinToken(window.location, window.history);
    if (found === null) return;
    setToken(found);
    greet(found);
  }, [hash, greet]);
  if (token === null || greeting === null) return <Unusable />;
  if (error) return <Unanswered words={error.message} onRetry={() => greet(token)} />;
  if (!greeting)
    return (
      <DoorFrame title={translate('app.name')} teach={translate('app.login.motto')}>
        <Box role="status" aria-label={translate('ra.page.loading')} sx={{ display: 'grid', gap: 2 }}>
          <Skeleton variant="rounded" height={72} />
          <Skeleton variant="rounded" height={56} />
          <Skeleton variant="rounded" height={48} />
        </Box>
      </DoorFrame>
    );
  return <Welcome key={token} greeting={greeting} token={token} />;
}

function Welcome({ greeting, token }: { greeting: InvitationGreeting; token: string }) {
  const translate = useTranslate();
  const enter = useEntering();
  const [password, setPassword] = useState('');
  const accept = useMutation({
    mutationFn: () =>
      mutate<{ acceptInvitation: Me }>(acceptInvitationMutation, { token, password }).then(
        (answer) => answer.acceptInvitation,
      ),
    onSuccess: enter,
  });
  const refusal = accept.error ? refusalOf(accept.error, ['password']) : noRefusal;
  const isReset = greeting.kind === 'RESET';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    accept.mutate();
  };
  return (
    <DoorFrame
      title={translate('app.join.hello', { name: greeting.fullName })}
      teach={translate(isReset ? 'app.join.resetTeach' : 'app.join.teach', {
        commune: translate('app.commune', { name: greeting.communeName }),
      })}
    >
      <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 2 }}>
        <Facts facts={[[translate('ra.auth.username'), greeting.login]]} />
        {/* Read by password managers, which otherwise would not know whose password this is. */}
        <input type="text" name="username" autoComplete="username" value={greeting.login} readOnly hidden />
        <ProblemNotice text={refusal.general && translate(refusal.general, { _: refusal.general })} />
        <NewPasswordField
          label={translate(isReset ? 'app.password.new' : 'app.join.choose')}
          value={password}
          onChange={setPassword}
          problem={refusal.fields.password}
          autoFocus
        />
        <Button
          type="submit"
          variant="contained"
          size="large"
          disabled={accept.isPending || charactersMissing(password) > 0}
        >
          {translate('app.join.enter')}
        </Button>
      </Box>
      {isInsideApp && (
        <Box sx={{ mt: 3 }}>
          <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
            {translate('app.join.insideApp')}
          </Typography>
          {/* That app's own "open in browser" would take the address as it is now, without the token. */}
          <CopyButton
            size="small"
            label={translate('app.slip.copyLink')}
            text={() => `${window.location.origin}${window.location.pathname}#${token}`}
          />
        </Box>
      )}
    </DoorFrame>
  );
}

/** Used, expired, revoked or mistyped: the server does not say which, and the remedy is the same. */
function Unusable() {
  const translate = useTranslate();
  return (
    <DoorFrame title={translate('app.join.unusable')} teach={translate('app.join.unusableWhy')}>
      <Typography>{translate('app.join.unusableUsed')}</Typography>
      <Typography sx={{ mt: 1.5 }}>{translate('app.join.unusableAsk')}</Typography>
      <Button component={Link} to="/login" variant="outlined" sx={{ mt: 3 }}>
        {translate('app.join.toSignIn')}
      </Button>
    </DoorFrame>
  );
}

function Unanswered({ words, onRetry }: { words: string; onRetry: () => void }) {
  const translate = useTranslate();
  return (
    <DoorFrame title={translate('app.name')} teach={translate('app.login.motto')}>
      <ProblemNotice text={translate(words, { _: words })} />
      <Typography sx={{ mt: 2 }}>{translate('app.join.safe')}</Typography>
      <Button variant="outlined" onClick={onRetry} sx={{ mt: 2 }}>
        {translate('app.error.retry')}
      </Button>
    </DoorFrame>
  );
}
