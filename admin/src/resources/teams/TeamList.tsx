import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Team } from '../../providers/types';
import type { Column } from '../../shared/list/columns';
import { SearchBox } from '../../shared/list/FilterChips';
import { ResourceList } from '../../shared/list/ResourceList';
import { VillageChip } from '../../shared/list/VillageChip';
import { TeamWarnings } from './TeamWarnings';

export function TeamList() {
  const translate = useTranslate();
  const leader = (team: Team) => team.leader?.person.fullName ?? translate('app.team.noLeader');
  const columns: Column<Team>[] = [
    { source: 'name', label: translate('app.field.team'), sortable: true, render: (team) => team.name },
    {
      source: 'villageOrder',
      label: translate('app.field.village'),
      sortable: true,
      render: (team) => team.village.name,
    },
    { source: 'leader', label: translate('app.memberRole.LEADER'), render: leader },
    { source: 'phone', label: translate('app.field.phone'), render: (team) => team.leader?.person.phone },
    {
      source: 'memberCount',
      label: translate('app.field.memberCount'),
      align: 'right',
      render: (team) => team.memberCount,
    },
    {
      source: 'warnings',
      label: translate('app.field.attention'),
      render: (team) => <TeamWarnings warnings={team.warnings} />,
    },
  ];
  return (
    <ResourceList<Team>
      title={translate('app.nav.teams')}
      columns={columns}
      linkTo={(team) => `/teams/${team.id}/show`}
      sort={{ field: 'villageOrder', order: 'ASC' }}
      empty={{ title: translate('app.team.empty'), teach: translate('app.team.emptyTeach') }}
      filters={
        <>
          <SearchBox label={translate('app.team.search')} />
          <VillageChip />
        </>
      }
      card={(team) => (
        <>
          <Box sx={{ fontWeight: 600 }}>{team.name}</Box>
          <Box sx={{ fontSize: 14 }}>
            {leader(team)} · {translate('app.team.members', { smart_count: team.memberCount })}
          </Box>
          <TeamWarnings warnings={team.warnings} />
        </>
      )}
    />
  );
}
