import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useMay } from '../../providers/abilities';
import type { Person } from '../../providers/types';
import { ExportButton } from '../../shared/ExportButton';
import type { Column } from '../../shared/list/columns';
import { SearchBox } from '../../shared/list/FilterChips';
import { ResourceList } from '../../shared/list/ResourceList';
import { useTopicName } from '../../shared/useTopics';
import { personExport } from './exportSpec';

export function PersonList() {
  const translate = useTranslate();
  const topicName = useTopicName();
  const mayManage = useMay('person:manage');
  const add = mayManage ? { label: translate('app.person.add'), to: '/people/create' } : undefined;
  const account = (person: Person) => (person.hasAccount ? `✓ ${translate('app.person.hasAccount')}` : '');
  const columns: Column<Person>[] = [
    {
      source: 'sortName',
      label: translate('app.field.fullName'),
      sortable: true,
      render: (person) => person.fullName,
    },
    { source: 'phone', label: translate('app.field.phone'), render: (person) => person.phone },
    {
      source: 'skills',
      label: translate('app.field.canTeach'),
      render: (person) => person.skills.map(topicName).join(' · '),
    },
    { source: 'hasAccount', label: translate('app.field.account'), render: account },
  ];
  return (
    <ResourceList<Person>
      title={translate('app.nav.people')}
      columns={columns}
      linkTo={(person) => (mayManage ? `/people/${person.id}` : null)}
      sort={{ field: 'sortName', order: 'ASC' }}
      action={add}
      tools={<ExportButton spec={personExport} />}
      empty={{ title: translate('app.person.empty'), teach: translate('app.person.emptyTeach'), action: add }}
      filters={<SearchBox label={translate('app.person.search')} />}
      card={(person) => (
        <>
          <Box sx={{ fontWeight: 600 }}>{person.fullName}</Box>
          <Box>{person.phone}</Box>
          <Box sx={{ fontSize: 13, color: 'text.secondary' }}>{person.skills.map(topicName).join(' · ')}</Box>
        </>
      )}
    />
  );
}
