import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useMay } from '../../providers/abilities';
import type { Incident } from '../../providers/types';
import { incidentClock } from '../../privacy/clocks';
import { ClockWord } from '../../privacy/ClockWord';
import { formatDate, formatTime } from '../../shared/format';
import type { Column } from '../../shared/list/columns';
import { DaysChip } from '../../shared/list/DaysChip';
import { ChoiceChip } from '../../shared/list/FilterChips';
import { ResourceList } from '../../shared/list/ResourceList';
import { useBusinessNow } from '../../shared/useBusinessNow';
import { useFormat } from '../../shared/useFormat';
import { incidentStates } from './states';
import { StateWord } from './StateWord';

export function IncidentList() {
  const translate = useTranslate();
  const format = useFormat();
  const now = useBusinessNow();
  const mayRecord = useMay('incident:record');
  const record = mayRecord ? { label: translate('app.incident.record'), to: '/incidents/create' } : undefined;
  const at = (incident: Incident) =>
    `${formatDate(incident.discoveredAt)}, ${formatTime(incident.discoveredAt)}`;
  const clock = (incident: Incident) => {
    const left = incidentClock(incident, now);
    return left && <ClockWord clock={left} />;
  };
  const columns: Column<Incident>[] = [
    {
      source: 'discoveredAt',
      nowrap: true,
      sortable: true,
      label: translate('app.incident.discoveredAt'),
      render: at,
    },
    { source: 'title', label: translate('app.incident.what'), render: (incident) => incident.title },
    {
      source: 'peopleAffected',
      align: 'right',
      label: translate('app.incident.people'),
      render: (incident) =>
        incident.peopleAffected === null ? translate('app.unknown') : format.number(incident.peopleAffected),
    },
    {
      source: 'state',
      nowrap: true,
      label: translate('app.field.status'),
      render: (incident) => <StateWord incident={incident} />,
    },
    { source: 'clock', nowrap: true, label: translate('app.incident.clock'), render: clock },
  ];
  return (
    <ResourceList<Incident>
      title={translate('app.incident.title')}
      intro={translate('app.incident.intro')}
      columns={columns}
      linkTo={(incident) => `/incidents/${incident.id}/show`}
      sort={{ field: 'discoveredAt', order: 'DESC' }}
      action={record}
      empty={{
        title: translate('app.incident.empty'),
        teach: translate('app.incident.emptyTeach'),
        action: record,
      }}
      filters={
        <>
          <ChoiceChip
            source="state"
            label={translate('app.field.status')}
            choices={incidentStates.map((value) => ({
              value,
              label: translate(`app.incidentState.${value}`),
            }))}
          />
          <DaysChip source="discoveredAt" label={translate('app.incident.discoveredAt')} isInstant />
        </>
      }
      card={(incident) => (
        <>
          <Box sx={{ fontWeight: 600 }}>{incident.title}</Box>
          <Box sx={{ fontSize: 14 }}>{at(incident)}</Box>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
            <StateWord incident={incident} />
            {clock(incident)}
          </Box>
        </>
      )}
    />
  );
}
