import { Box, Button, Dialog, DialogContent, DialogTitle, Skeleton, Typography } from '@mui/material';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useRefresh, useTranslate } from 'react-admin';
import { removeSecondFactorMutation, renewRecoveryCodesMutation } from '../providers/accessDocuments';
import { takeMe } from '../providers/me';
import type { SecondFactorState } from '../providers/types';
import { ConfirmDialog } from '../shared/ConfirmDialog';
import { formatDate } from '../shared/format';
import { Panel } from '../shared/Panel';
import { Problem } from '../shared/Problem';
import { StatusWord } from '../shared/Status';
import { useAct } from '../shared/useAct';
import { FactorSetup } from './FactorSetup';
import { RecoveryCodes } from './RecoveryCodes';
import { askSecondFactor, secondFactorKey } from './secondFactor';

export function FactorPanel() {
  const translate = useTranslate();
  const { data: factor, error, refetch } = useQuery({ queryKey: secondFactorKey, queryFn: askSecondFactor });
  const [isSettingUp, setSettingUp] = useState(false);
  const queryClient = useQueryClient();
  const refresh = useRefresh();
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  return (
    <Panel title={translate('app.factor.title')}>
      {!factor && <Skeleton variant="rounded" height={96} />}
      {factor &&
        (factor.isOn ? (
          <FactorOn factor={factor} />
        ) : (
          <>
            <StatusWord status="NO_DATA" text={translate('app.factor.off')} />
            <Typography sx={{ color: 'text.secondary', my: 1.5 }}>
              {translate('app.factor.offTeach')}
            </Typography>
            <Button variant="outlined" onClick={() => setSettingUp(true)}>
              {translate('app.factor.turnOn')}
            </Button>
          </>
        ))}
      <Sheet title={translate('app.factor.setUpTitle')} open={isSettingUp}>
        <FactorSetup
          leave={{ label: translate('ra.action.cancel'), act: () => setSettingUp(false) }}
          doneLabel={translate('app.factor.finish')}
          onDone={(me) => {
            takeMe(queryClient, me);
            setSettingUp(false);
            refresh();
          }}
        />
      </Sheet>
    </Panel>
  );
}

function FactorOn({ factor }: { factor: SecondFactorState }) {
  const translate = useTranslate();
  const [isAsking, setAsking] = useState<'renew' | 'remove' | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const renew = useAct<{ renewRecoveryCodes: string[] }>(
    renewRecoveryCodesMutation,
    'app.factor.renewed',
    (answer) => {
      setAsking(null);
      setCodes(answer.renewRecoveryCodes);
    },
  );
  const remove = useAct(removeSecondFactorMutation, 'app.factor.removed', () => setAsking(null));
  const close = () => {
    setAsking(null);
    renew.forget();
    remove.forget();
  };
  const isLow = factor.recoveryCodesLeft <= 2;
  return (
    <>
      <StatusWord
        status="ON_TRACK"
        text={translate('app.factor.onSince', { date: formatDate(factor.confirmedAt) })}
      />
      <Typography sx={{ color: isLow ? 'warning.main' : 'text.secondary', my: 1.5 }}>
        {isLow && '▲ '}
        {translate('app.factor.codesLeft', { smart_count: factor.recoveryCodesLeft })}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button variant="outlined" onClick={() => setAsking('renew')}>
          {translate('app.factor.renew')}
        </Button>
        {!factor.isRequired && (
          <Button onClick={() => setAsking('remove')}>{translate('app.factor.remove')}</Button>
        )}
      </Box>
      {factor.isRequired && (
        <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 1.5 }}>
          {translate('app.factor.isRequired')}
        </Typography>
      )}
      <ConfirmDialog
        open={isAsking === 'renew'}
        question={translate('app.factor.renewAsk')}
        confirmLabel={translate('app.factor.renew')}
        isBusy={renew.isBusy}
        problem={renew.error?.message}
        onConfirm={() => renew.run({})}
        onClose={close}
      >
        <Typography sx={{ color: 'text.secondary' }}>{translate('app.factor.renewTeach')}</Typography>
      </ConfirmDialog>
      <ConfirmDialog
        open={isAsking === 'remove'}
        question={translate('app.factor.removeAsk')}
        confirmLabel={translate('app.factor.remove')}
        isBusy={remove.isBusy}
        problem={remove.error?.message}
        onConfirm={() => remove.run({})}
        onClose={close}
      >
        <Typography sx={{ color: 'text.secondary' }}>{translate('app.factor.removeTeach')}</Typography>
      </ConfirmDialog>
      <Sheet title={translate('app.factor.codesTitle')} open={codes !== null}>
        <RecoveryCodes
          codes={codes ?? []}
          doneLabel={translate('app.factor.finish')}
          onDone={() => setCodes(null)}
        />
      </Sheet>
    </>
  );
}

/** Left by its own buttons only: a tap beside it must not throw away recovery codes that nobody has written down. */
function Sheet({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  return (
    <Dialog open={open} fullWidth maxWidth="sm">
      <DialogTitle>{title}</DialogTitle>
      <DialogContent>{open && children}</DialogContent>
    </Dialog>
  );
}
