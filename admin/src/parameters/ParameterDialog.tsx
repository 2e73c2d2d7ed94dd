import { Checkbox, FormControlLabel, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { setParameterMutation } from '../providers/privacyDocuments';
import { noRefusal, refusalOf } from '../providers/refusal';
import type { Parameter } from '../providers/types';
import { ConfirmDialog } from '../shared/ConfirmDialog';
import { DayField } from '../shared/form/DayField';
import { FieldProblem } from '../shared/form/FieldProblem';
import { localDateOf } from '../shared/format';
import { useAct } from '../shared/useAct';
import { useBusinessNow } from '../shared/useBusinessNow';
import { useFormat } from '../shared/useFormat';
import { DayListsField } from './DayListsField';
import { isDayLists, readyLists } from './namedDays';
import { PlainValueField } from './PlainValueField';

interface ParameterDialogProps {
  parameter: Parameter;
  onClose: () => void;
  onDone: () => void;
}

/** A new value holds from a day on; the ones before it stay as they were. */
export function ParameterDialog({ parameter, onClose, onDone }: ParameterDialogProps) {
  const translate = useTranslate();
  const { pick } = useFormat();
  const today = localDateOf(useBusinessNow());
  const [value, setValue] = useState<unknown>(parameter.value);
  const [validFrom, setValidFrom] = useState<string | null>(today);
  const [legalBasis, setLegalBasis] = useState('');
  const [isConfirmed, setConfirmed] = useState(false);
  const act = useAct(setParameterMutation, 'app.parameter.done', onDone);
  const refusal = act.error ? refusalOf(act.error, ['value', 'validFrom', 'legalBasis']) : noRefusal;
  const ready = isDayLists(value) ? readyLists(value) : value;
  return (
    <ConfirmDialog
      open
      isWide={isDayLists(value)}
      question={translate('app.parameter.ask', { name: pick(parameter.title.vi, parameter.title.en) })}
      confirmLabel={translate('app.parameter.save')}
      isBusy={act.isBusy || ready === undefined || !validFrom || legalBasis.trim() === ''}
      problem={refusal.general}
      onConfirm={() =>
        act.run({
          input: { key: parameter.key, value: ready, validFrom, legalBasis: legalBasis.trim(), isConfirmed },
        })
      }
      onClose={() => {
        act.forget();
        onClose();
      }}
    >
      <Typography sx={{ color: 'text.secondary' }}>{translate('app.parameter.askTeach')}</Typography>
      {isDayLists(value) ? (
        <>
          <DayListsField value={value} onChange={setValue} />
          <FieldProblem text={refusal.fields.value} />
        </>
      ) : (
        <PlainValueField parameter={parameter} onChange={setValue} refused={refusal.fields.value} />
      )}
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
      <FormControlLabel
        control={<Checkbox checked={isConfirmed} onChange={(event) => setConfirmed(event.target.checked)} />}
        label={translate('app.parameter.seen')}
      />
    </ConfirmDialog>
  );
}
