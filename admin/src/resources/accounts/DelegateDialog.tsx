import { MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { delegateMutation } from '../../providers/accountDocuments';
import { useMe } from '../../providers/me';
import { noRefusal, refusalOf } from '../../providers/refusal';
import type { HeldRole, Person } from '../../providers/types';
import { addDays, lastDayOf } from '../../shared/addDays';
import { ConfirmDialog } from '../../shared/ConfirmDialog';
import { DayField } from '../../shared/form/DayField';
import { localDateOf } from '../../shared/format';
import { useAct } from '../../shared/useAct';
import { useBusinessNow } from '../../shared/useBusinessNow';
import { PersonPicker } from './PersonPicker';

interface DelegateDialogProps {
  open: boolean;
  onClose: () => void;
  /** Whose work it is; left out for one's own. */
  from?: { id: string; fullName: string };
  /** The positions that may be handed over. */
  positions: HeldRole[];
}

const shownFields = ['role', 'orgUnitId', 'toPersonId', 'validFrom', 'validTo', 'reason'];

/** Uỷ quyền: who stands in, for which position, from which day to which, and why. */
export function DelegateDialog({ open, onClose, from, positions }: DelegateDialogProps) {
  const translate = useTranslate();
  const me = useMe();
  const today = localDateOf(useBusinessNow());
  const [chosen, setChosen] = useState(0);
  const [to, setTo] = useState<Person | null>(null);
  const [validFrom, setValidFrom] = useState<string | null>(today);
  const [validTo, setValidTo] = useState<string | null>(addDays(today, 8));
  const [reason, setReason] = useState('');
  const act = useAct(delegateMutation, 'app.delegation.made', () => close());
  const close = () => {
    onClose();
    act.forget();
  };
  const refusal = act.error ? refusalOf(act.error, shownFields) : noRefusal;
  const position = positions[chosen];
  const said = (words: string | undefined) => ({ error: Boolean(words), helperText: words });
  const isWhole = position && to && validFrom && validTo && reason.trim() !== '';
  return (
    <ConfirmDialog
      open={open}
      question={
        from ? translate('app.delegation.askFor', { name: from.fullName }) : translate('app.delegation.ask')
      }
      confirmLabel={translate('app.delegation.make')}
      isBusy={act.isBusy || !isWhole}
      problem={refusal.general}
      onConfirm={() =>
        act.run({
          input: {
            fromPersonId: from?.id,
            toPersonId: to?.id,
            orgUnitId: position?.orgUnit.id,
            role: position?.role,
            validFrom,
            validTo,
            reason: reason.trim(),
          },
        })
      }
      onClose={close}
    >
      <Typography sx={{ color: 'text.secondary', mb: 1 }}>{translate('app.delegation.teach')}</Typography>
      <TextField
        select
        label={translate('app.delegation.position')}
        value={chosen}
        onChange={(event) => setChosen(Number(event.target.value))}
        {...said(refusal.fields.role ?? refusal.fields.orgUnitId)}
      >
        {positions.map((one, index) => (
          <MenuItem key={`${one.role}${one.orgUnit.id}`} value={index} sx={{ whiteSpace: 'normal' }}>
            {translate(`app.role.${one.role}`)} · {one.orgUnit.name}
          </MenuItem>
        ))}
      </TextField>
      <PersonPicker
        label={translate('app.delegation.to')}
        value={to}
        onChange={setTo}
        except={from?.id ?? me?.person?.id}
        withAccount
        problem={refusal.fields.toPersonId}
      />
      <DayField
        label={translate('app.field.validFrom')}
        value={validFrom}
        onChange={setValidFrom}
        required
        {...said(refusal.fields.validFrom)}
      />
      <DayField
        label={translate('app.delegation.lastDay')}
        value={validTo && lastDayOf(validTo)}
        onChange={(day) => setValidTo(day && addDays(day, 1))}
        required
        {...said(refusal.fields.validTo)}
      />
      <TextField
        label={translate('app.field.reason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        required
        multiline
        minRows={2}
        {...said(refusal.fields.reason)}
      />
    </ConfirmDialog>
  );
}
