import { MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { setParameterMutation } from '../providers/privacyDocuments';
import { noRefusal, refusalOf } from '../providers/refusal';
import type { Parameter } from '../providers/types';
import { ConfirmDialog } from '../shared/ConfirmDialog';
import { DayField } from '../shared/form/DayField';
import { localDateOf } from '../shared/format';
import { useAct } from '../shared/useAct';
import { useBusinessNow } from '../shared/useBusinessNow';
import { useFormat } from '../shared/useFormat';
import { fromTyped, kindOfValue, toTyped } from './parameterValue';

interface ParameterDialogProps {
  parameter: Parameter;
  onClose: () => void;
  onDone: () => void;
}

/** A new value holds from a day on; the ones before it stay as they were. */
export function ParameterDialog({ parameter, onClose, onDone }: ParameterDialogProps) {
  const translate = useTranslate();
  const { pick, locale } = useFormat();
  const today = localDateOf(useBusinessNow());
  const kind = kindOfValue(parameter.value);
  const [typed, setTyped] = useState(() => toTyped(parameter.value, locale));
  const [validFrom, setValidFrom] = useState<string | null>(today);
  const [legalBasis, setLegalBasis] = useState('');
  const act = useAct(setParameterMutation, 'app.parameter.done', onDone);
  const refusal = act.error ? refusalOf(act.error, ['value', 'validFrom', 'legalBasis']) : noRefusal;
  const value = fromTyped(typed, kind, locale);
  const isUnreadable = value === undefined && typed.trim() !== '';
  return (
    <ConfirmDialog
      open
      question={translate('app.parameter.ask', { name: pick(parameter.title.vi, parameter.title.en) })}
      confirmLabel={translate('app.parameter.save')}
      isBusy={act.isBusy || value === undefined || !validFrom || legalBasis.trim() === ''}
      problem={refusal.general}
      onConfirm={() =>
        act.run({ input: { key: parameter.key, value, validFrom, legalBasis: legalBasis.trim() } })
      }
      onClose={() => {
        act.forget();
        onClose();
      }}
    >
      <Typography sx={{ color: 'text.secondary' }}>{translate('app.parameter.askTeach')}</Typography>
      <TextField
        autoFocus
        required
        select={kind === 'boolean'}
        multiline={kind === 'other'}
        minRows={kind === 'other' ? 3 : undefined}
        label={
          parameter.unit
            ? `${translate('app.parameter.value')} (${parameter.unit})`
            : translate('app.parameter.value')
        }
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        error={isUnreadable || Boolean(refusal.fields.value)}
        helperText={isUnreadable ? translate('app.parameter.unreadable') : refusal.fields.value}
        slotProps={{ htmlInput: { inputMode: kind === 'number' ? 'decimal' : undefined } }}
      >
        {kind === 'boolean' && [
          <MenuItem key="true" value="true">
            {translate('app.history.yes')}
          </MenuItem>,
          <MenuItem key="false" value="false">
            {translate('app.history.no')}
          </MenuItem>,
        ]}
      </TextField>
      <DayField
        required
        label={translate('app.parameter.validFrom')}
        value={validFrom}
        onChange={setValidFrom}
        error={Boolean(refusal.fields.validFrom)}
        helperText={refusal.fields.validFrom}
      />
      <TextField
        required
        multiline
        label={translate('app.parameter.legalBasis')}
        helperText={refusal.fields.legalBasis ?? translate('app.parameter.legalBasisHelp')}
        error={Boolean(refusal.fields.legalBasis)}
        value={legalBasis}
        onChange={(event) => setLegalBasis(event.target.value)}
      />
    </ConfirmDialog>
  );
}
