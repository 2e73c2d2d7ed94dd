import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ApiKey } from '../../providers/types';
import type { Column } from '../../shared/list/columns';
import { ChoiceChip } from '../../shared/list/FilterChips';
import { ResourceList } from '../../shared/list/ResourceList';
import { KeyState, lastDayOfKey, RevokeKey, useLastUse } from './KeyRow';

const quiet = { fontSize: 13, color: 'text.secondary' } as const;

/** Every key of the commune: whose, for what, when it was last used, from where. */
export function ApiKeyList() {
  const translate = useTranslate();
  const lastUse = useLastUse();
  const does = (apiKey: ApiKey) =>
    apiKey.scopes.map((scope) => translate(`app.action.${scope}`, { _: scope })).join(' · ');
  const columns: Column<ApiKey>[] = [
    {
      source: 'name',
      label: translate('app.field.name'),
      sortable: true,
      render: (apiKey) => (
        <>
          {apiKey.name}
          <Box component="code" sx={{ ...quiet, display: 'block' }}>
            {apiKey.hint}…
          </Box>
        </>
      ),
    },
    { source: 'owner', label: translate('app.key.owner'), render: (apiKey) => apiKey.owner?.fullName },
    { source: 'scopes', label: translate('app.key.scopes'), render: does },
    {
      source: 'lastUsedAt',
      label: translate('app.key.lastUse'),
      sortable: true,
      render: lastUse,
    },
    {
      source: 'expiresAt',
      label: translate('app.key.expiresOn'),
      sortable: true,
      nowrap: true,
      render: lastDayOfKey,
    },
    {
      source: 'state',
      label: translate('app.field.status'),
      nowrap: true,
      render: (apiKey) => <KeyState apiKey={apiKey} />,
    },
    { source: 'revoke', label: '', render: (apiKey) => <RevokeKey apiKey={apiKey} /> },
  ];
  return (
    <ResourceList<ApiKey>
      title={translate('app.key.all')}
      intro={translate('app.key.allTeach')}
      columns={columns}
      linkTo={() => null}
      sort={{ field: 'createdAt', order: 'DESC' }}
      empty={{ title: translate('app.key.empty'), teach: translate('app.key.emptyTeach') }}
      filters={
        <ChoiceChip
          source="revokedAt"
          label={translate('app.field.status')}
          choices={[
            { value: { isNull: true }, label: translate('app.key.notRevoked') },
            { value: { isNull: false }, label: translate('app.key.state.revoked') },
          ]}
        />
      }
      card={(apiKey) => (
        <>
          <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
            <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{apiKey.name}</Box>
            <KeyState apiKey={apiKey} />
          </Box>
          <Box sx={{ fontSize: 14 }}>{apiKey.owner?.fullName}</Box>
          <Box sx={quiet}>
            {translate('app.key.lastUse')}: {lastUse(apiKey)}
          </Box>
          <RevokeKey apiKey={apiKey} />
        </>
      )}
    />
  );
}
