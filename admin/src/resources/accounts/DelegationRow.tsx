import { Box, Button } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import { endDelegationMutation } from '../../providers/accountDocuments';
import type { Delegation } from '../../providers/types';
import { lastDayOf } from '../../shared/addDays';
import { ConfirmDialog } from '../../shared/ConfirmDialog';
import { formatDate, localDateOf } from '../../shared/format';
import { StatusWord } from '../../shared/Status';
import { useAct } from '../../shared/useAct';
import { useBusinessNow } from '../../shared/useBusinessNow';

type DelegationState = 'ended' | 'over' | 'coming' | 'live';

function stateOf({ endedAt, validFrom, validTo, isLive }: Delegation, today: string): DelegationState {
  if (endedAt) return 'ended';
  if (isLive) return 'live';
  // Begun, but the position itself has ended meanwhile.
  return validTo <= today || validFrom <= today ? 'over' : 'coming';
}

interface DelegationRowProps {
  delegation: Delegation;
  mayEnd: boolean;
}

/** "Trần Thị Lan thay Nguyễn Văn Bình · Trưởng thôn · Thôn Đông". */
export function DelegationRow({ delegation, mayEnd }: DelegationRowProps) {
  const translate = useTranslate();
  const today = localDateOf(useBusinessNow());
  const [isAsking, setAsking] = useState(false);
  const { run, isBusy, error, forget } = useAct(endDelegationMutation, 'app.delegation.ended', () =>
    setAsking(false),
  );
  const { fromPerson, toPerson, role, orgUnit } = delegation;
  const state = stateOf(delegation, today);
  const isOpen = state === 'live' || state === 'coming';
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 1.5,
        py: 1.25,
        borderTop: 1,
        borderColor: 'divider',
        '&:first-of-type': { borderTop: 0 },
      }}
    >
      <Box sx={{ flex: '1 1 240px', minWidth: 0 }}>
        <Box sx={{ fontWeight: 500 }}>
          {translate('app.delegation.who', { to: toPerson.fullName, from: fromPerson.fullName })}
        </Box>
        <Box sx={{ fontSize: 14 }}>
          {translate(`app.role.${role}`)} · {orgUnit.name}
        </Box>
        <Box sx={{ fontSize: 13, color: 'text.secondary' }}>
          {translate('app.delegation.days', {
            from: formatDate(delegation.validFrom),
            to: formatDate(lastDayOf(delegation.validTo)),
          })}
          {` · ${delegation.reason}`}
        </Box>
      </Box>
      <StatusWord
        status={state === 'live' ? 'ON_TRACK' : 'NO_DATA'}
        text={translate(`app.delegation.state.${state}`)}
      />
      {mayEnd && isOpen && (
        <Button size="small" onClick={() => setAsking(true)}>
          {translate('app.delegation.end')}
        </Button>
      )}
      <ConfirmDialog
        open={isAsking}
        question={translate('app.delegation.endAsk', { to: toPerson.fullName, from: fromPerson.fullName })}
        confirmLabel={translate('app.delegation.end')}
        isBusy={isBusy}
        problem={error?.message}
        onConfirm={() => run({ id: delegation.id })}
        onClose={() => {
          setAsking(false);
          forget();
        }}
      />
    </Box>
  );
}
