import { Box, Button, Skeleton, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import { useMe } from '../providers/me';
import type { ApiKey } from '../providers/types';
import { CreateKeyDialog } from '../resources/apiKeys/CreateKeyDialog';
import { KeyRow } from '../resources/apiKeys/KeyRow';
import { Panel } from '../shared/Panel';
import { Problem } from '../shared/Problem';

/** Keys for scripts that work in one's name. */
export function MyKeys() {
  const translate = useTranslate();
  const personId = useMe()?.person?.id;
  const [isOpen, setOpen] = useState(false);
  const { data, error, refetch } = useGetList<ApiKey>('api-keys', {
    filter: { revokedAt: { isNull: true } },
    sort: { field: 'createdAt', order: 'DESC' },
    pagination: { page: 1, perPage: 100 },
  });
  // Who sees accounts is answered everybody's.
  const keys = data?.filter((apiKey) => apiKey.owner?.id === personId);
  if (error) return <Problem error={error} onRetry={() => void refetch()} />;
  return (
    <Panel title={translate('app.key.mine')}>
      <Typography sx={{ color: 'text.secondary' }}>{translate('app.key.teach')}</Typography>
      {!keys && <Skeleton variant="rounded" height={56} sx={{ mt: 1 }} />}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, mt: 1 }}>
        {keys?.map((apiKey) => (
          <KeyRow key={apiKey.id} apiKey={apiKey} />
        ))}
      </Box>
      <Button variant="outlined" sx={{ mt: 1 }} onClick={() => setOpen(true)}>
        {translate('app.key.make')}
      </Button>
      {isOpen && <CreateKeyDialog open onClose={() => setOpen(false)} />}
    </Panel>
  );
}
