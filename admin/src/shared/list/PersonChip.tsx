import { useDeferredValue, useState } from 'react';
import { useGetList, useGetOne } from 'react-admin';
import type { Person } from '../../providers/types';
import { PickChip } from './PickChip';
import { useFilter } from './useFilter';

/** Filters by one person, found by a few letters of the name. */
export function PersonChip({ source, label }: { source: string; label: string }) {
  const [text, setText] = useState('');
  const search = useDeferredValue(text);
  const [value] = useFilter(source);
  const chosenId = typeof value === 'string' ? value : '';
  const { data, isFetching } = useGetList<Person>('people', {
    filter: { search },
    sort: { field: 'sortName', order: 'ASC' },
    pagination: { page: 1, perPage: 20 },
  });
  const { data: chosen } = useGetOne<Person>('people', { id: chosenId }, { enabled: chosenId !== '' });
  return (
    <PickChip
      source={source}
      label={label}
      options={(data ?? []).map((person) => ({ id: person.id, label: person.fullName }))}
      chosenLabel={chosen?.fullName}
      onSearch={setText}
      isLoading={isFetching}
    />
  );
}
