import { Button, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useMay } from '../../providers/abilities';
import { closeIncidentMutation, notifyIncidentMutation } from '../../providers/privacyDocuments';
import { noRefusal, refusalOf } from '../../providers/refusal';
import type { Incident } from '../../providers/types';
import { ConfirmDialog } from '../../shared/ConfirmDialog';
import { MomentField } from '../../shared/form/DayField';
import { fromDateTimeInput, toDateTimeInput } from '../../shared/format';
import { ReasonDialog } from '../../shared/ReasonDialog';
import { useAct } from '../../shared/useAct';
import { useBusinessNow } from '../../shared/useBusinessNow';

export function IncidentActions({ incident }: { incident: Incident }) {
  const translate = useTranslate();
  const mayRecord = useMay('incident:record');
  const [asking, setAsking] = useState<'notify' | 'close' | null>(null);
  const stop = () => setAsking(null);
  const close = useAct(closeIncidentMutation, 'app.incident.closeDone', stop);
  const { id, state } = incident;
  const word = (key: string) => translate(`app.incident.${key}`);
  const isOpen = state !== 'CLOSED';
  return (
    <>
      <Button
        onClick={() => window.print()}
        sx={{ color: 'text.primary', display: { xs: 'none', sm: 'flex' } }}
      >
        {translate('app.print')}
      </Button>
      {mayRecord && isOpen && (
        <Button component={Link} to={`/incidents/${id}`} variant="outlined">
          {translate('ra.action.edit')}
        </Button>
      )}
      {mayRecord && isOpen && (
        <Button variant={state === 'OPEN' ? 'outlined' : 'contained'} onClick={() => setAsking('close')}>
          {word('close')}
        </Button>
      )}
      {mayRecord && state === 'OPEN' && (
        <Button variant="contained" onClick={() => setAsking('notify')}>
          {word('notify')}
        </Button>
      )}
      {asking === 'notify' && <NotifyDialog incident={incident} onClose={stop} />}
      <ReasonDialog
        open={asking === 'close'}
        question={translate('app.incident.closeAsk', { title: incident.title })}
        teach={word(incident.notifiedAt ? 'closeTeach' : 'closeUnreportedTeach')}
        label={word('lessons')}
        field="lessons"
        confirmLabel={word('close')}
        act={close}
        onConfirm={(lessons) => close.run({ id, lessons })}
        onClose={stop}
      />
    </>
  );
}

/** Written down after the authority was told: whom, and when. */
function NotifyDialog({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const translate = useTranslate();
  const now = useBusinessNow();
  const [notifiedTo, setNotifiedTo] = useState('');
  const [at, setAt] = useState(() => toDateTimeInput(now));
  const act = useAct(notifyIncidentMutation, 'app.incident.notifyDone', onClose);
  const refusal = act.error ? refusalOf(act.error, ['notifiedTo', 'notifiedAt']) : noRefusal;
  return (
    <ConfirmDialog
      open
      question={translate('app.incident.notifyAsk', { title: incident.title })}
      confirmLabel={translate('app.incident.notify')}
      isBusy={act.isBusy || notifiedTo.trim() === ''}
      problem={refusal.general}
      onConfirm={() =>
        act.run({ id: incident.id, notifiedTo: notifiedTo.trim(), notifiedAt: fromDateTimeInput(at) })
      }
      onClose={() => {
        act.forget();
        onClose();
      }}
    >
      <Typography sx={{ color: 'text.secondary' }}>{translate('app.incident.notifyTeach')}</Typography>
      <TextField
        autoFocus
        required
        label={translate('app.incident.notifiedTo')}
        helperText={refusal.fields.notifiedTo ?? translate('app.incident.notifiedToHelp')}
        error={Boolean(refusal.fields.notifiedTo)}
        value={notifiedTo}
        onChange={(event) => setNotifiedTo(event.target.value)}
      />
      <MomentField
        label={translate('app.incident.notifiedAt')}
        value={at}
        onChange={setAt}
        problem={refusal.fields.notifiedAt}
      />
    </ConfirmDialog>
  );
}
