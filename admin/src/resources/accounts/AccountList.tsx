import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useMay } from '../../providers/abilities';
import type { Account } from '../../providers/types';
import { formatDateTime } from '../../shared/format';
import type { Column } from '../../shared/list/columns';
import { ChoiceChip, SearchBox } from '../../shared/list/FilterChips';
import { ResourceList } from '../../shared/list/ResourceList';
import { roles } from '../../shared/roles';
import { useUnits } from '../../shared/useUnits';
import { AccountStateWord } from './AccountStateWord';
import { useRoleWords } from './useRoleWords';

const quiet = { fontSize: 13, color: 'text.secondary' } as const;

/** Who can come in, as what, and when they last did. */
export function AccountList() {
  const translate = useTranslate();
  const units = useUnits();
  const roleWords = useRoleWords();
  const rolesOf = (account: Account) => Object.values(roleWords(account)).flat();
  const invite = useMay('account:manage')
    ? { label: translate('app.account.invite'), to: '/accounts/create' }
    : undefined;
  const lastSignIn = (account: Account) =>
    formatDateTime(account.lastSignInAt) || translate('app.account.neverSignedIn');
  const columns: Column<Account>[] = [
    {
      source: 'personName',
      label: translate('app.field.fullName'),
      sortable: true,
      render: (account) => account.person.fullName,
    },
    {
      source: 'login',
      label: translate('ra.auth.username'),
      sortable: true,
      render: (account) => account.login,
    },
    {
      source: 'roles',
      label: translate('app.account.roles'),
      render: (account) => (
        <>
          {rolesOf(account).map((words) => (
            <div key={words}>{words}</div>
          ))}
          {rolesOf(account).length === 0 && <Box sx={quiet}>{translate('app.account.noRole')}</Box>}
        </>
      ),
    },
    {
      source: 'state',
      label: translate('app.field.status'),
      nowrap: true,
      render: (account) => <AccountStateWord account={account} />,
    },
    {
      source: 'lastSignInAt',
      label: translate('app.account.lastSignIn'),
      sortable: true,
      nowrap: true,
      render: lastSignIn,
    },
  ];
  return (
    <ResourceList<Account>
      title={translate('app.account.title')}
      columns={columns}
      linkTo={(account) => `/accounts/${account.id}/show`}
      sort={{ field: 'personName', order: 'ASC' }}
      action={invite}
      empty={{
        title: translate('app.account.empty'),
        teach: translate('app.account.emptyTeach'),
        action: invite,
      }}
      filters={
        <>
          <SearchBox label={translate('app.account.search')} />
          <ChoiceChip
            source="state"
            label={translate('app.field.status')}
            choices={(['ACTIVE', 'INVITED', 'DISABLED'] as const).map((value) => ({
              value,
              label: translate(`app.account.state.${value}`),
            }))}
          />
          <ChoiceChip
            source="roles"
            label={translate('app.field.role')}
            choices={roles.map((role) => ({ value: { has: role }, label: translate(`app.role.${role}`) }))}
          />
          <ChoiceChip
            source="orgUnitIds"
            label={translate('app.account.unit')}
            choices={units.map((unit) => ({ value: { has: unit.id }, label: unit.name }))}
          />
        </>
      }
      card={(account) => (
        <>
          <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
            <Box sx={{ fontWeight: 600 }}>{account.person.fullName}</Box>
            <AccountStateWord account={account} />
          </Box>
          <Box sx={{ fontSize: 14 }}>{rolesOf(account).join('; ')}</Box>
          <Box sx={quiet}>
            {account.login} · {lastSignIn(account)}
          </Box>
        </>
      )}
    />
  );
}
