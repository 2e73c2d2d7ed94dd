import { Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { endPositionMutation } from '../../providers/accountDocuments';
import { noRefusal, refusalOf } from '../../providers/refusal';
import type { Position } from '../../providers/types';
import { ConfirmDialog } from '../../shared/ConfirmDialog';
import { DayField } from '../../shared/form/DayField';
import { localDateOf } from '../../shared/format';
import { useAct } from '../../shared/useAct';
import { useBusinessNow } from '../../shared/useBusinessNow';

export function EndPosition({ position }: { position: Position }) {
  const translate = useTranslate();
  const today = localDateOf(useBusinessNow());
  const [isAsking, setAsking] = useState(false);
  const [on, setOn] = useState<string | null>(today);
  const { run, isBusy, error, forget } = useAct(endPositionMutation, 'app.position.ended', () =>
    setAsking(false),
  );
  const refusal = error ? refusalOf(error, ['on']) : noRefusal;
  return (
    <>
      <Button size="small" onClick={() => setAsking(true)}>
        {translate('app.position.end')}
      </Button>
      <ConfirmDialog
        open={isAsking}
        question={translate('app.position.endAsk', {
          name: position.person.fullName,
          role: translate(`app.role.${position.role}`),
          unit: position.orgUnit.name,
        })}
        confirmLabel={translate('app.position.end')}
        isBusy={isBusy || !on}
        problem={refusal.general}
        onConfirm={() => run({ id: position.id, on })}
        onClose={() => {
          setAsking(false);
          forget();
        }}
      >
        <DayField
          label={translate('app.position.endOn')}
          value={on}
          onChange={setOn}
          required
          error={Boolean(refusal.fields.on)}
          helperText={refusal.fields.on ?? translate('app.position.endOnHelp')}
        />
      </ConfirmDialog>
    </>
  );
}
