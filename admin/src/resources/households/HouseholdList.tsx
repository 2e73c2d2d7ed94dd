import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useMay } from '../../providers/abilities';
import type { Household } from '../../providers/types';
import { formatDate } from '../../shared/format';
import { ExportButton } from '../../shared/ExportButton';
import type { Column } from '../../shared/list/columns';
import { ChoiceChip, SearchBox } from '../../shared/list/FilterChips';
import { ResourceList } from '../../shared/list/ResourceList';
import { VillageChip } from '../../shared/list/VillageChip';
import { householdKinds } from './kinds';
import { householdExport } from './exportSpec';

const quiet = { fontSize: 13, color: 'text.secondary' } as const;

export function HouseholdList() {
  const translate = useTranslate();
  const mayAdd = useMay('household:manage');
  const never = translate('app.household.notVisited');
  const kind = (home: Household) => translate(`app.householdKind.${home.kind}`);
  const columns: Column<Household>[] = [
    {
      source: 'sortName',
      label: translate('app.field.headName'),
      sortable: true,
      render: (home) => (
        <>
          {home.headName}
          {home.kind !== 'HOUSEHOLD' && <Box sx={quiet}>{kind(home)}</Box>}
        </>
      ),
    },
    {
      source: 'code',
      nowrap: true,
      label: translate('app.field.code'),
      sortable: true,
      render: (home) => home.code,
    },
    {
      source: 'village',
      nowrap: true,
      label: translate('app.field.village'),
      render: (home) => home.village.name,
    },
    { source: 'lane', label: translate('app.field.address'), render: (home) => address(home) },
    { source: 'phone', label: translate('app.field.phone'), render: (home) => home.phone },
    {
      source: 'lastVisitOn',
      label: translate('app.field.lastVisit'),
      render: (home) => formatDate(home.state?.lastVisitOn) || never,
    },
    {
      source: 'skilledOn',
      label: translate('app.field.skilled'),
      render: (home) => (home.state?.skilledOn ? `✓ ${formatDate(home.state.skilledOn)}` : ''),
    },
  ];
  return (
    <ResourceList<Household>
      title={translate('app.nav.households')}
      columns={columns}
      linkTo={(home) => `/households/${home.id}/show`}
      sort={{ field: 'sortName', order: 'ASC' }}
      action={mayAdd ? { label: translate('app.household.add'), to: '/households/create' } : undefined}
      tools={<ExportButton spec={householdExport} />}
      empty={{
        title: translate('app.household.empty'),
        teach: translate('app.household.emptyTeach'),
        action: mayAdd ? { label: translate('app.household.add'), to: '/households/create' } : undefined,
      }}
      filters={
        <>
          <SearchBox label={translate('app.household.search')} />
          <VillageChip />
          <ChoiceChip
            source="kind"
            label={translate('app.field.kind')}
            choices={householdKinds.map((value) => ({
              value,
              label: translate(`app.householdKind.${value}`),
            }))}
          />
          <ChoiceChip
            source="verifiedOn"
            label={translate('app.field.verified')}
            choices={[
              { value: { isNull: false }, label: translate('app.household.verified') },
              { value: { isNull: true }, label: translate('app.household.unverified') },
            ]}
          />
        </>
      }
      card={(home) => (
        <>
          <Box sx={{ fontWeight: 600 }}>{home.headName}</Box>
          <Box sx={{ fontSize: 14 }}>{[home.village.name, address(home)].filter(Boolean).join(' · ')}</Box>
          <Box sx={quiet}>
            {translate('app.field.lastVisit')}: {formatDate(home.state?.lastVisitOn) || never}
          </Box>
        </>
      )}
    />
  );
}

const address = (home: Household) => [home.lane, home.address].filter(Boolean).join(', ');
