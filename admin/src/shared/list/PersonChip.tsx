import { useDeferredValue, useState } from 'react';
import { useGetList, useGetOne, useTranslate } from 'react-admin';
import type { Person } from '../../providers/types';
import { PickChip } from './PickChip';
import { useFilter } from './useFilter';

/** Filters by one person, found by a few letters of the name. */
export function PersonChip({ source, label }: { source: string; label: string }) {
  const translate = useTranslate();
  const [text, setText] = useState('');
  const search = useDeferredValue(text);
  const [value] = useFilter(source);
  const chosenId = typeof value === 'string' ? value : '';
  // Asked only once somebody types: every reading of the list of people goes on record.
  const isTyped = search.trim() !== '';
  const { data, isFetching } = useGetList<Person>(
    'people',
    { filter: { search }, sort: { field: 'sortName', order: 'ASC' }, pagination: { page: 1, perPage: 20 } },
    { enabled: isTyped },
  );
  const { data: chosen } = useGetOne<Person>('people', { id: chosenId }, { enabled: chosenId !== '' });
  return (
    <PickChip
      source={source}
      label={label}
      options={isTyped ? (data ?? []).map((person) => ({ id: person.id, label: person.fullName })) : []}
      hint={isTyped ? undefined : translate('app.history.typeName')}
      chosenLabel={chosen?.fullName}
      onSearch={setText}
      isLoading={isFetching}
    />
  );
}
