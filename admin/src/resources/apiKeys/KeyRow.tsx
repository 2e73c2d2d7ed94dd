import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { revokeApiKeyMutation } from '../../providers/accessDocuments';
import type { ApiKey } from '../../providers/types';
import { ConfirmDialog } from '../../shared/ConfirmDialog';
import { formatDate, formatDateTime } from '../../shared/format';
import { StatusWord } from '../../shared/Status';
import { useAct } from '../../shared/useAct';

type KeyState = 'live' | 'expired' | 'revoked';

export function keyStateOf({ revokedAt, expiresAt }: ApiKey): KeyState {
  if (revokedAt) return 'revoked';
  return Date.parse(expiresAt) <= Date.now() ? 'expired' : 'live';
}

/** The last day on which it works: it stops at the midnight after. */
export const lastDayOfKey = ({ expiresAt }: ApiKey): string =>
  formatDate(new Date(Date.parse(expiresAt) - 1).toISOString());

export function KeyState({ apiKey }: { apiKey: ApiKey }) {
  const translate = useTranslate();
  const state = keyStateOf(apiKey);
  return (
    <Box component="span" sx={{ flexShrink: 0 }}>
      <StatusWord
        status={state === 'live' ? 'ON_TRACK' : state === 'revoked' ? 'BEHIND' : 'NO_DATA'}
        text={translate(`app.key.state.${state}`)}
      />
    </Box>
  );
}

export function useLastUse(): (apiKey: ApiKey) => string {
  const translate = useTranslate();
  return ({ lastUsedAt, lastUsedFrom }) =>
    lastUsedAt
      ? [formatDateTime(lastUsedAt), lastUsedFrom].filter(Boolean).join(' · ')
      : translate('app.key.neverUsed');
}

export function RevokeKey({ apiKey }: { apiKey: ApiKey }) {
  const translate = useTranslate();
  const [isAsking, setAsking] = useState(false);
  const { run, isBusy, error, forget } = useAct(revokeApiKeyMutation, 'app.key.revoked', () =>
    setAsking(false),
  );
  if (keyStateOf(apiKey) !== 'live') return null;
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {translate('app.key.revoke')}
      </Button>
      <ConfirmDialog
        open={isAsking}
        question={translate('app.key.revokeAsk', { name: apiKey.name })}
        confirmLabel={translate('app.key.revoke')}
        isBusy={isBusy}
        problem={error?.message}
        onConfirm={() => run({ id: apiKey.id })}
        onClose={() => {
          setAsking(false);
          forget();
        }}
      />
    </>
  );
}

/** One key among one's own: its name, how it begins, when it was used. */
export function KeyRow({ apiKey }: { apiKey: ApiKey }) {
  const translate = useTranslate();
  const lastUse = useLastUse();
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 1.5,
        py: 1.25,
        borderTop: 1,
        borderColor: 'divider',
        '&:first-of-type': { borderTop: 0 },
      }}
    >
      <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>
        <Box sx={{ fontWeight: 500, overflowWrap: 'anywhere' }}>
          {apiKey.name}{' '}
          <Box component="code" sx={{ fontSize: 13, fontWeight: 400, color: 'text.secondary' }}>
            {apiKey.hint}…
          </Box>
        </Box>
        <Box sx={{ fontSize: 14 }}>
          {apiKey.scopes.map((scope) => translate(`app.action.${scope}`, { _: scope })).join(' · ')}
        </Box>
        <Box sx={{ fontSize: 13, color: 'text.secondary' }}>
          {translate('app.key.until', { date: lastDayOfKey(apiKey) })} · {translate('app.key.lastUse')}:{' '}
          {lastUse(apiKey)}
        </Box>
      </Box>
      <KeyState apiKey={apiKey} />
      <RevokeKey apiKey={apiKey} />
    </Box>
  );
}
