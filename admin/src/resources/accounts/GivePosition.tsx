import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { addPositionMutation } from '../../providers/accountDocuments';
import { noRefusal, refusalOf } from '../../providers/refusal';
import { addDays, lastDayOf } from '../../shared/addDays';
import { ConfirmDialog } from '../../shared/ConfirmDialog';
import { DayField } from '../../shared/form/DayField';
import { localDateOf } from '../../shared/format';
import { useAct } from '../../shared/useAct';
import { useBusinessNow } from '../../shared/useBusinessNow';
import { RoleAndUnit } from './RoleAndUnit';

interface GivePositionProps {
  person: { id: string; fullName: string };
  onClose: () => void;
}

const shownFields = ['role', 'orgUnitId', 'validFrom', 'validTo'];

export function GivePosition({ person, onClose }: GivePositionProps) {
  const translate = useTranslate();
  const today = localDateOf(useBusinessNow());
  const [chosen, setChosen] = useState({ role: '', orgUnitId: '' });
  const [validFrom, setValidFrom] = useState<string | null>(today);
  const [validTo, setValidTo] = useState<string | null>(null);
  const { run, isBusy, error } = useAct(addPositionMutation, 'app.position.given', onClose);
  const refusal = error ? refusalOf(error, shownFields) : noRefusal;
  const said = (words: string | undefined) => ({ error: Boolean(words), helperText: words });
  return (
    <ConfirmDialog
      open
      question={translate('app.position.giveAsk', { name: person.fullName })}
      confirmLabel={translate('app.position.give')}
      isBusy={isBusy || !chosen.role || !chosen.orgUnitId || !validFrom}
      problem={refusal.general}
      onConfirm={() => run({ input: { personId: person.id, ...chosen, validFrom, validTo } })}
      onClose={onClose}
    >
      <RoleAndUnit {...chosen} onChange={setChosen} problems={refusal.fields} />
      <DayField
        label={translate('app.field.validFrom')}
        value={validFrom}
        onChange={setValidFrom}
        required
        {...said(refusal.fields.validFrom)}
      />
      <DayField
        label={translate('app.position.lastDay')}
        value={validTo && lastDayOf(validTo)}
        onChange={(day) => setValidTo(day && addDays(day, 1))}
        {...said(refusal.fields.validTo)}
        helperText={refusal.fields.validTo ?? translate('app.position.lastDayHelp')}
      />
    </ConfirmDialog>
  );
}
