import { Box, Button, Skeleton, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { useMay } from '../../providers/abilities';
import type { Account, Delegation } from '../../providers/types';
import { localDateOf } from '../../shared/format';
import { Panel } from '../../shared/Panel';
import { useBusinessNow } from '../../shared/useBusinessNow';
import { DelegateDialog } from './DelegateDialog';
import { DelegationRow } from './DelegationRow';
import { heldOn } from './positions';

const latest = { sort: { field: 'validFrom', order: 'DESC' as const }, pagination: { page: 1, perPage: 20 } };

export function AccountDelegations({ account }: { account: Account }) {
  const translate = useTranslate();
  const mayMake = useMay('delegation:make');
  const [isOpen, setOpen] = useState(false);
  const today = localDateOf(useBusinessNow());
  const { person } = account;
  const positions = heldOn(account.positions, today);
  const { data: to } = useGetList<Delegation>('delegations', {
    ...latest,
    filter: { toPersonId: person.id },
  });
  const { data: from } = useGetList<Delegation>('delegations', {
    ...latest,
    filter: { fromPersonId: person.id },
  });
  const rows = to && from && [...from, ...to];
  return (
    <Panel title={translate('app.delegation.title')}>
      {!rows && <Skeleton variant="rounded" height={56} />}
      {rows?.length === 0 && (
        <Typography sx={{ color: 'text.secondary' }}>
          {translate('app.delegation.noneOf', { name: person.fullName })}
        </Typography>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {rows?.map((delegation) => (
          <DelegationRow key={delegation.id} delegation={delegation} mayEnd={mayMake} />
        ))}
      </Box>
      {mayMake && positions.length > 0 && (
        <Button variant="outlined" sx={{ mt: 1.5 }} onClick={() => setOpen(true)}>
          {translate('app.delegation.make')}
        </Button>
      )}
      {isOpen && <DelegateDialog open onClose={() => setOpen(false)} from={person} positions={positions} />}
    </Panel>
  );
}
