import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useMay } from '../../providers/abilities';
import type { Visit } from '../../providers/types';
import { formatDate, formatTime } from '../../shared/format';
import { ExportButton } from '../../shared/ExportButton';
import type { Column } from '../../shared/list/columns';
import { DaysChip } from '../../shared/list/DaysChip';
import { ChoiceChip } from '../../shared/list/FilterChips';
import { ResourceList } from '../../shared/list/ResourceList';
import { VillageChip } from '../../shared/list/VillageChip';
import { useFormat } from '../../shared/useFormat';
import { useTopicName, useTopics } from '../../shared/useTopics';
import { ResultWord } from './ResultWord';
import { visitResults } from './results';
import { visitExport } from './exportSpec';

export function VisitList() {
  const translate = useTranslate();
  const { pick } = useFormat();
  const topics = useTopics();
  const topicName = useTopicName();
  const mayRecord = useMay('visit:record');
  const record = mayRecord ? { label: translate('app.visit.record'), to: '/visits/create' } : undefined;
  const at = (visit: Visit) => `${formatDate(visit.visitedAt)}, ${formatTime(visit.visitedAt)}`;
  const columns: Column<Visit>[] = [
    {
      source: 'visitedAt',
      nowrap: true,
      label: translate('app.field.visitedAt'),
      sortable: true,
      render: at,
    },
    {
      source: 'household',
      label: translate('app.field.household'),
      render: (visit) => visit.household.headName,
    },
    {
      source: 'village',
      nowrap: true,
      label: translate('app.field.village'),
      render: (visit) => visit.village.name,
    },
    {
      source: 'result',
      label: translate('app.field.result'),
      render: (visit) => <ResultWord result={visit.result} />,
    },
    {
      source: 'topics',
      label: translate('app.field.topics'),
      render: (visit) => visit.topics.map(topicName).join(' · '),
    },
    {
      source: 'performers',
      label: translate('app.field.performers'),
      render: (visit) => visit.performers.map((person) => person.fullName).join(', '),
    },
  ];
  return (
    <ResourceList<Visit>
      title={translate('app.nav.visits')}
      columns={columns}
      linkTo={(visit) => `/visits/${visit.id}/show`}
      sort={{ field: 'visitedAt', order: 'DESC' }}
      action={record}
      tools={<ExportButton spec={visitExport} />}
      empty={{
        title: translate('app.visit.empty'),
        teach: translate('app.visit.emptyTeach'),
        action: record,
      }}
      filters={
        <>
          <VillageChip />
          <ChoiceChip
            source="result"
            label={translate('app.field.result')}
            choices={visitResults.map((value) => ({ value, label: translate(`app.visitResult.${value}`) }))}
          />
          <ChoiceChip
            source="topics"
            label={translate('app.field.topic')}
            choices={topics.map((topic) => ({
              value: { has: topic.code },
              label: pick(topic.nameVi, topic.nameEn),
            }))}
          />
          <ChoiceChip
            source="noteState"
            label={translate('app.field.note')}
            choices={[{ value: 'SUSPECT', label: translate('app.note.waiting') }]}
          />
          <DaysChip source="visitedAt" label={translate('app.field.visitedAt')} isInstant />
        </>
      }
      card={(visit) => (
        <>
          <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1 }}>
            <Box sx={{ fontWeight: 600 }}>{visit.household.headName}</Box>
            <ResultWord result={visit.result} />
          </Box>
          <Box sx={{ fontSize: 14 }}>
            {visit.village.name} · {at(visit)}
          </Box>
          <Box sx={{ fontSize: 13, color: 'text.secondary' }}>{visit.topics.map(topicName).join(' · ')}</Box>
        </>
      )}
    />
  );
}
