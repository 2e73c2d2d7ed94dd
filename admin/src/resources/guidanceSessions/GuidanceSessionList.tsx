import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useMay } from '../../providers/abilities';
import type { GuidanceSession } from '../../providers/types';
import { formatDateTime } from '../../shared/format';
import type { Column } from '../../shared/list/columns';
import { ChoiceChip } from '../../shared/list/FilterChips';
import { ResourceList } from '../../shared/list/ResourceList';
import { VillageChip } from '../../shared/list/VillageChip';
import { useFormat } from '../../shared/useFormat';
import { useTopicName } from '../../shared/useTopics';
import { guidanceForms } from './forms';

export function GuidanceSessionList() {
  const translate = useTranslate();
  const format = useFormat();
  const topicName = useTopicName();
  const mayRecord = useMay('session:record');
  const record = mayRecord
    ? { label: translate('app.session.record'), to: '/guidance-sessions/create' }
    : undefined;
  const form = (session: GuidanceSession) => translate(`app.guidanceForm.${session.form}`);
  const columns: Column<GuidanceSession>[] = [
    {
      source: 'heldAt',
      nowrap: true,
      label: translate('app.field.heldAt'),
      sortable: true,
      render: (session) => formatDateTime(session.heldAt),
    },
    { source: 'form', nowrap: true, label: translate('app.field.form'), render: form },
    {
      source: 'village',
      nowrap: true,
      label: translate('app.field.village'),
      render: (session) => session.village?.name,
    },
    { source: 'place', label: translate('app.field.place'), render: (session) => session.place },
    {
      source: 'topics',
      label: translate('app.field.topics'),
      render: (session) => session.topics.map(topicName).join(' · '),
    },
    {
      source: 'peopleCount',
      label: translate('app.field.peopleCount'),
      align: 'right',
      render: (session) => format.number(session.peopleCount),
    },
  ];
  return (
    <ResourceList<GuidanceSession>
      title={translate('app.nav.guidanceSessions')}
      intro={translate('app.session.intro')}
      columns={columns}
      linkTo={() => null}
      sort={{ field: 'heldAt', order: 'DESC' }}
      action={record}
      empty={{
        title: translate('app.session.empty'),
        teach: translate('app.session.emptyTeach'),
        action: record,
      }}
      filters={
        <>
          <VillageChip />
          <ChoiceChip
            source="form"
            label={translate('app.field.form')}
            choices={guidanceForms.map((value) => ({ value, label: translate(`app.guidanceForm.${value}`) }))}
          />
        </>
      }
      card={(session) => (
        <>
          <Box sx={{ fontWeight: 600 }}>{form(session)}</Box>
          <Box sx={{ fontSize: 14 }}>
            {[session.village?.name, formatDateTime(session.heldAt)].filter(Boolean).join(' · ')}
          </Box>
          <Box sx={{ fontSize: 13, color: 'text.secondary' }}>
            {translate('app.session.people', { smart_count: session.peopleCount })}
          </Box>
        </>
      )}
    />
  );
}
