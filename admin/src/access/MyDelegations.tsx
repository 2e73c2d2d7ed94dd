import { Box, Button, Skeleton, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { useMay } from '../providers/abilities';
import { useMe } from '../providers/me';
import type { Delegation } from '../providers/types';
import { DelegateDialog } from '../resources/accounts/DelegateDialog';
import { DelegationRow } from '../resources/accounts/DelegationRow';
import { Panel } from '../shared/Panel';
import { unitKindOf } from '../shared/roles';

const latest = { sort: { field: 'validFrom', order: 'DESC' as const }, pagination: { page: 1, perPage: 20 } };

/** Whose work one does, and who does one's own. */
export function MyDelegations() {
  const translate = useTranslate();
  const me = useMe();
  const mayMake = useMay('delegation:make');
  const maySeePeople = useMay('person:read');
  const [isOpen, setOpen] = useState(false);
  const personId = me?.person?.id;
  const isAsked = { enabled: maySeePeople && personId !== undefined };
  const { data: toMe } = useGetList<Delegation>(
    'delegations',
    { ...latest, filter: { toPersonId: personId } },
    isAsked,
  );
  const { data: fromMe } = useGetList<Delegation>(
    'delegations',
    { ...latest, filter: { fromPersonId: personId } },
    isAsked,
  );
  // A role in a team follows from the team's list and is not handed over.
  const positions = me?.positions.filter((position) => unitKindOf(position.role)) ?? [];
  if (!maySeePeople) return null;
  const rows = toMe && fromMe && [...toMe, ...fromMe];
  return (
    <Panel title={translate('app.delegation.title')}>
      {!rows && <Skeleton variant="rounded" height={72} />}
      {rows?.length === 0 && (
        <Typography sx={{ color: 'text.secondary' }}>{translate('app.delegation.none')}</Typography>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {rows?.map((delegation) => (
          <DelegationRow
            key={delegation.id}
            delegation={delegation}
            mayEnd={mayMake && delegation.fromPerson.id === personId}
          />
        ))}
      </Box>
      {mayMake && positions.length > 0 && (
        <Button variant="outlined" sx={{ mt: 1.5 }} onClick={() => setOpen(true)}>
          {translate('app.delegation.make')}
        </Button>
      )}
      {isOpen && <DelegateDialog open onClose={() => setOpen(false)} positions={positions} />}
    </Panel>
  );
}
