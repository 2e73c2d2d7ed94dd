import { Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { SessionRow } from '../../access/SessionRow';
import { useMay } from '../../providers/abilities';
import { endAccountSessionsMutation } from '../../providers/accountDocuments';
import type { Account } from '../../providers/types';
import { ConfirmDialog } from '../../shared/ConfirmDialog';
import { Panel } from '../../shared/Panel';
import { useAct } from '../../shared/useAct';

export function AccountSessions({ account }: { account: Account }) {
  const translate = useTranslate();
  const mayManage = useMay('account:manage');
  const [isAsking, setAsking] = useState(false);
  const { run, isBusy, error, forget } = useAct(endAccountSessionsMutation, 'app.account.sessionsEnded', () =>
    setAsking(false),
  );
  const sessions = account.sessions ?? [];
  return (
    <Panel title={translate('app.device.title')}>
      {sessions.length === 0 && (
        <Typography sx={{ color: 'text.secondary' }}>{translate('app.account.nowhere')}</Typography>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </Box>
      {mayManage && sessions.length > 0 && (
        <Button variant="outlined" sx={{ mt: 1 }} onClick={() => setAsking(true)}>
          {translate('app.account.endSessions')}
        </Button>
      )}
      <ConfirmDialog
        open={isAsking}
        question={translate('app.account.endSessionsAsk', { name: account.person.fullName })}
        confirmLabel={translate('app.account.endSessions')}
        isBusy={isBusy}
        problem={error?.message}
        onConfirm={() => run({ accountId: account.id })}
        onClose={() => {
          setAsking(false);
          forget();
        }}
      />
    </Panel>
  );
}
