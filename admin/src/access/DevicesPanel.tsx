import { Box, Button, Skeleton } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { endSessionMutation, mySessionsQuery, signOutEverywhereMutation } from '../providers/accessDocuments';
import { query } from '../providers/client';
import type { Session } from '../providers/types';
import { ConfirmDialog } from '../shared/ConfirmDialog';
import { Panel } from '../shared/Panel';
import { Problem } from '../shared/Problem';
import { useAct } from '../shared/useAct';
import { SessionRow } from './SessionRow';

/** Where one is signed in now. A telephone that was lost is ended here, without waiting for anybody. */
export function DevicesPanel() {
  const translate = useTranslate();
  const {
    data: sessions,
    error,
    refetch,
  } = useQuery({
    queryKey: ['my-sessions'],
    queryFn: () => query<{ mySessions: Session[] }>(mySessionsQuery).then((answer) => answer.mySessions),
  });
  const [isAsking, setAsking] = useState(false);
  const end = useAct(endSessionMutation, 'app.device.ended');
  const endOthers = useAct(signOutEverywhereMutation, 'app.device.othersEnded', () => setAsking(false));
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  // This device first: people look for the ones they do not know.
  const shown = sessions?.toSorted((one, other) => Number(other.isCurrent) - Number(one.isCurrent));
  return (
    <Panel title={translate('app.device.title')}>
      {!shown && <Skeleton variant="rounded" height={120} />}
      {shown && (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {shown.map((session) => (
            <SessionRow
              key={session.id}
              session={session}
              action={
                session.isCurrent ? null : (
                  <Button size="small" disabled={end.isBusy} onClick={() => end.run({ id: session.id })}>
                    {translate('app.device.end')}
                  </Button>
                )
              }
            />
          ))}
        </Box>
      )}
      {shown && shown.length > 1 && (
        <Button variant="outlined" sx={{ mt: 1 }} onClick={() => setAsking(true)}>
          {translate('app.device.endOthers')}
        </Button>
      )}
      <ConfirmDialog
        open={isAsking}
        question={translate('app.device.endOthersAsk')}
        confirmLabel={translate('app.device.endOthers')}
        isBusy={endOthers.isBusy}
        problem={endOthers.error?.message}
        onConfirm={() => endOthers.run({})}
        onClose={() => {
          setAsking(false);
          endOthers.forget();
        }}
      />
    </Panel>
  );
}
