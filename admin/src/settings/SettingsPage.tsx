import { Box, Button, Typography } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { SecurityCard } from '../access/SecurityCard';
import { useMay } from '../providers/abilities';
import { recomputeCommuneMutation, setBusinessClockMutation } from '../providers/documents';
import { takeClock } from '../providers/clock';
import { useMe } from '../providers/me';
import type { BusinessClock } from '../providers/types';
import { ConfirmDialog } from '../shared/ConfirmDialog';
import { formatDate, formatTime, fromDateTimeInput, localDateOf, toDateTimeInput } from '../shared/format';
import { MomentField } from '../shared/form/DayField';
import { Panel } from '../shared/Panel';
import { useAct } from '../shared/useAct';
import { useBusinessNow } from '../shared/useBusinessNow';
import { useDocumentTitle } from '../shared/useDocumentTitle';
import { useFormat } from '../shared/useFormat';

/** Hệ thống: what only the administrator touches. */
export function SettingsPage() {
  const translate = useTranslate();
  const title = translate('app.nav.settings');
  useDocumentTitle(title);
  const maySetClock = useMay('clock:set');
  const maySecure = useMay('security:manage');
  const mayRecompute = useMay('indicator:recompute');
  return (
    <Box sx={{ display: 'grid', gap: 2, maxWidth: 680 }}>
      <Typography variant="h1">{title}</Typography>
      {maySecure && <SecurityCard />}
      {maySetClock && <ClockSetting />}
      {mayRecompute && <Recompute />}
    </Box>
  );
}

interface ClockAnswer {
  setBusinessClock: BusinessClock;
}

function ClockSetting() {
  const translate = useTranslate();
  const format = useFormat();
  const queryClient = useQueryClient();
  const me = useMe();
  const now = useBusinessNow();
  const [wanted, setWanted] = useState(() => toDateTimeInput(now));
  const [asking, setAsking] = useState<'assume' | 'real' | null>(null);
  const { run, isBusy, error, forget } = useAct<ClockAnswer>(
    setBusinessClockMutation,
    'app.clock.done',
    (answer) => {
      setAsking(null);
      // The answer is used as it is: asked again at once, the server may not have heard of its own change yet.
      takeClock(queryClient, answer.setBusinessClock);
    },
  );
  const today = localDateOf(now);
  const wantedDay = wanted.slice(0, 10);
  return (
    <Panel title={translate('app.clock.title')}>
      <Typography>
        {translate(me?.clock.assumed ? 'app.clock.isAssumed' : 'app.clock.isReal', {
          weekday: format.weekday(today),
          date: formatDate(today),
          time: formatTime(now),
        })}
      </Typography>
      <Typography sx={{ color: 'text.secondary', mt: 0.5, mb: 2 }}>{translate('app.clock.teach')}</Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        <MomentField label={translate('app.clock.assumeAt')} value={wanted} onChange={setWanted} />
        <Button variant="contained" disabled={!wanted} onClick={() => setAsking('assume')}>
          {translate('app.clock.assume')}
        </Button>
        {me?.clock.assumed && (
          <Button variant="outlined" onClick={() => setAsking('real')}>
            {translate('app.clock.real')}
          </Button>
        )}
      </Box>
      <ConfirmDialog
        open={asking !== null}
        question={
          asking === 'real'
            ? translate('app.clock.realAsk')
            : translate('app.clock.assumeAsk', {
                weekday: format.weekday(wantedDay),
                date: formatDate(wantedDay),
                time: wanted.slice(11, 16),
              })
        }
        confirmLabel={translate(asking === 'real' ? 'app.clock.real' : 'app.clock.assume')}
        isBusy={isBusy}
        problem={error?.message}
        onConfirm={() => run({ now: asking === 'real' ? null : fromDateTimeInput(wanted) })}
        onClose={() => {
          setAsking(null);
          forget();
        }}
      >
        <Typography sx={{ color: 'text.secondary' }}>{translate('app.clock.askTeach')}</Typography>
      </ConfirmDialog>
    </Panel>
  );
}

function Recompute() {
  const translate = useTranslate();
  const [isAsking, setAsking] = useState(false);
  const { run, isBusy, error, forget } = useAct(recomputeCommuneMutation, 'app.recompute.done', () =>
    setAsking(false),
  );
  return (
    <Panel title={translate('app.recompute.title')}>
      <Typography sx={{ color: 'text.secondary', mb: 2 }}>{translate('app.recompute.teach')}</Typography>
      <Button variant="outlined" onClick={() => setAsking(true)}>
        {translate('app.recompute.do')}
      </Button>
      <ConfirmDialog
        open={isAsking}
        question={translate('app.recompute.ask')}
        confirmLabel={translate('app.recompute.do')}
        isBusy={isBusy}
        problem={error?.message}
        onConfirm={() => run({})}
        onClose={() => {
          setAsking(false);
          forget();
        }}
      />
    </Panel>
  );
}
