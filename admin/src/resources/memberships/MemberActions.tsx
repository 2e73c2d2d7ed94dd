import { Box, Button, MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { changeMemberRoleMutation, endMembershipMutation } from '../../providers/documents';
import { noRefusal, refusalOf, type Refusal } from '../../providers/refusal';
import type { Membership, MembershipRole } from '../../providers/types';
import { ConfirmDialog } from '../../shared/ConfirmDialog';
import { DayField } from '../../shared/form/DayField';
import { localDateOf } from '../../shared/format';
import { useAct } from '../../shared/useAct';
import { useBusinessNow } from '../../shared/useBusinessNow';
import { memberRoles } from './roles';

/** The fields of both dialogs, in the server's words. */
const shownFields = ['role', 'from', 'on', 'decisionNumber', 'decisionDate'];

interface Decision {
  on: string;
  decisionNumber: string;
  decisionDate: string;
}

/** Kiện toàn: a change of people is dated and rests on a decision; nothing is overwritten. */
export function MemberActions({ member }: { member: Membership }) {
  const translate = useTranslate();
  const today = localDateOf(useBusinessNow());
  const [asking, setAsking] = useState<'role' | 'end' | null>(null);
  const [role, setRole] = useState<MembershipRole>(member.role);
  const [decision, setDecision] = useState<Decision>({ on: today, decisionNumber: '', decisionDate: '' });
  const change = useAct(changeMemberRoleMutation, 'app.member.roleChanged', () => setAsking(null));
  const end = useAct(endMembershipMutation, 'app.member.ended', () => setAsking(null));
  const close = () => {
    setAsking(null);
    change.forget();
    end.forget();
  };
  const act = asking === 'role' ? change : end;
  const refusal = act.error ? refusalOf(act.error, shownFields) : noRefusal;
  const paper = {
    decisionNumber: decision.decisionNumber.trim() || undefined,
    decisionDate: decision.decisionDate || undefined,
  };
  const name = member.person.fullName;
  const fields = <DecisionFields value={decision} onChange={setDecision} refused={refusal.fields} />;
  return (
    <Box className="no-print" sx={{ display: 'flex', gap: 1 }}>
      <Button size="small" onClick={() => setAsking('role')}>
        {translate('app.member.changeRole')}
      </Button>
      <Button size="small" onClick={() => setAsking('end')}>
        {translate('app.member.end')}
      </Button>
      <ConfirmDialog
        open={asking === 'role'}
        question={translate('app.member.changeRoleAsk', { name })}
        confirmLabel={translate('app.member.changeRole')}
        problem={refusal.general}
        isBusy={change.isBusy || role === member.role || decision.on === ''}
        onConfirm={() => change.run({ id: member.id, role, from: decision.on, ...paper })}
        onClose={close}
      >
        <TextField
          select
          label={translate('app.field.role')}
          value={role}
          error={Boolean(refusal.fields.role)}
          helperText={refusal.fields.role}
          onChange={(event) => setRole(event.target.value as MembershipRole)}
        >
          {memberRoles.map((one) => (
            <MenuItem key={one} value={one}>
              {translate(`app.memberRole.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        {fields}
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'end'}
        question={translate('app.member.endAsk', { name, team: member.team.name })}
        confirmLabel={translate('app.member.end')}
        problem={refusal.general}
        isBusy={end.isBusy || decision.on === ''}
        onConfirm={() => end.run({ id: member.id, on: decision.on, ...paper })}
        onClose={close}
      >
        {fields}
      </ConfirmDialog>
    </Box>
  );
}

interface DecisionFieldsProps {
  value: Decision;
  onChange: (decision: Decision) => void;
  refused: Refusal['fields'];
}

function DecisionFields({ value, onChange, refused }: DecisionFieldsProps) {
  const translate = useTranslate();
  const set = (part: Partial<Decision>) => onChange({ ...value, ...part });
  const said = (words: string | undefined) => ({ error: Boolean(words), helperText: words });
  return (
    <>
      <DayField
        label={translate('app.field.effectiveOn')}
        value={value.on}
        onChange={(on) => set({ on: on ?? '' })}
        {...said(refused.from ?? refused.on)}
        required
      />
      <TextField
        label={translate('app.field.decisionNumber')}
        value={value.decisionNumber}
        onChange={(event) => set({ decisionNumber: event.target.value })}
        {...said(refused.decisionNumber)}
      />
      <DayField
        label={translate('app.field.decisionDate')}
        value={value.decisionDate || null}
        onChange={(day) => set({ decisionDate: day ?? '' })}
        {...said(refused.decisionDate)}
      />
    </>
  );
}
