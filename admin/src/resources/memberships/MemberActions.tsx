import { Box, Button, MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { changeMemberRoleMutation, endMembershipMutation } from '../../providers/documents';
import type { Membership, MembershipRole } from '../../providers/types';
import { ConfirmDialog } from '../../shared/ConfirmDialog';
import { DayField } from '../../shared/form/DayField';
import { localDateOf } from '../../shared/format';
import { useAct } from '../../shared/useAct';
import { useBusinessNow } from '../../shared/useBusinessNow';
import { memberRoles } from './roles';

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
  const close = () => setAsking(null);
  const change = useAct(changeMemberRoleMutation, 'app.member.roleChanged', close);
  const end = useAct(endMembershipMutation, 'app.member.ended', close);
  const paper = {
    decisionNumber: decision.decisionNumber.trim() || undefined,
    decisionDate: decision.decisionDate || undefined,
  };
  const name = member.person.fullName;
  const fields = <DecisionFields value={decision} onChange={setDecision} />;
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
        isBusy={change.isBusy || role === member.role || decision.on === ''}
        onConfirm={() => change.run({ id: member.id, role, from: decision.on, ...paper })}
        onClose={close}
      >
        <TextField
          select
          label={translate('app.field.role')}
          value={role}
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
        isBusy={end.isBusy || decision.on === ''}
        onConfirm={() => end.run({ id: member.id, on: decision.on, ...paper })}
        onClose={close}
      >
        {fields}
      </ConfirmDialog>
    </Box>
  );
}

function DecisionFields({ value, onChange }: { value: Decision; onChange: (decision: Decision) => void }) {
  const translate = useTranslate();
  const set = (part: Partial<Decision>) => onChange({ ...value, ...part });
  return (
    <>
      <DayField
        label={translate('app.field.effectiveOn')}
        value={value.on}
        onChange={(on) => set({ on: on ?? '' })}
        required
      />
      <TextField
        label={translate('app.field.decisionNumber')}
        value={value.decisionNumber}
        onChange={(event) => set({ decisionNumber: event.target.value })}
      />
      <DayField
        label={translate('app.field.decisionDate')}
        value={value.decisionDate || null}
        onChange={(day) => set({ decisionDate: day ?? '' })}
      />
    </>
  );
}
