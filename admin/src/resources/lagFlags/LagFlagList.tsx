import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { LagFlag } from '../../providers/types';
import { formatDate } from '../../shared/format';
import type { Column } from '../../shared/list/columns';
import { ChoiceChip } from '../../shared/list/FilterChips';
import { ResourceList } from '../../shared/list/ResourceList';
import { VillageChip } from '../../shared/list/VillageChip';
import { statusOfSeverity, StatusWord } from '../../shared/Status';
import { useFormat } from '../../shared/useFormat';

const statuses = ['OPEN', 'WATCHED', 'CLOSED'];
const reasons = ['BEHIND_PACE', 'NO_ACTIVITY'];

export function LagFlagList() {
  const translate = useTranslate();
  const { pick } = useFormat();
  const sentence = (flag: LagFlag) => pick(flag.sentenceVi, flag.sentenceEn);
  const reason = (flag: LagFlag) => (
    <StatusWord status={statusOfSeverity(flag.severity)} text={translate(`app.flagReason.${flag.reason}`)} />
  );
  const since = (flag: LagFlag) => formatDate(flag.openedAt ?? flag.watchedOn);
  const columns: Column<LagFlag>[] = [
    {
      source: 'village',
      nowrap: true,
      label: translate('app.field.village'),
      render: (flag) => flag.village.name,
    },
    { source: 'reason', nowrap: true, label: translate('app.field.reason'), render: reason },
    { source: 'sentence', label: translate('app.field.sentence'), render: sentence },
    {
      source: 'status',
      nowrap: true,
      label: translate('app.field.status'),
      render: (flag) => translate(`app.flagStatus.${flag.status}`),
    },
    { source: 'openedAt', nowrap: true, label: translate('app.field.since'), sortable: true, render: since },
    {
      source: 'closedAt',
      nowrap: true,
      label: translate('app.field.closedAt'),
      sortable: true,
      render: (flag) => formatDate(flag.closedAt),
    },
  ];
  return (
    <ResourceList<LagFlag>
      title={translate('app.nav.flags')}
      intro={translate('app.flag.intro')}
      columns={columns}
      linkTo={(flag) => `/lag-flags/${flag.id}/show`}
      sort={{ field: 'openedAt', order: 'DESC' }}
      filterDefaults={{ status: 'OPEN' }}
      empty={{ title: translate('app.flag.empty'), teach: translate('app.flag.emptyTeach') }}
      filters={
        <>
          <ChoiceChip
            source="status"
            label={translate('app.field.status')}
            choices={statuses.map((value) => ({ value, label: translate(`app.flagStatus.${value}`) }))}
          />
          <VillageChip />
          <ChoiceChip
            source="reason"
            label={translate('app.field.reason')}
            choices={reasons.map((value) => ({ value, label: translate(`app.flagReason.${value}`) }))}
          />
        </>
      }
      card={(flag) => (
        <>
          <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
            <Box sx={{ fontWeight: 600 }}>{flag.village.name}</Box>
            {reason(flag)}
          </Box>
          <Box>{sentence(flag)}</Box>
          <Box sx={{ fontSize: 13, color: 'text.secondary' }}>
            {translate(`app.flagStatus.${flag.status}`)} · {since(flag)}
          </Box>
        </>
      )}
    />
  );
}
