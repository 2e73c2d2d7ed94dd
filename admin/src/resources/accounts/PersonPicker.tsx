import { Autocomplete, TextField } from '@mui/material';
import { useEffect, useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import type { Person } from '../../providers/types';

interface PersonPickerProps {
  label: string;
  value: Pick<Person, 'id' | 'fullName'> | null;
  onChange: (person: Person | null) => void;
  /** Who cannot be chosen. */
  except?: string;
  /** Only those who can sign in. */
  withAccount?: boolean;
  problem?: string;
}

/** One of the commune's people, found by a few letters of the name. */
export function PersonPicker({ label, value, onChange, except, withAccount, problem }: PersonPickerProps) {
  const translate = useTranslate();
  const [typed, setTyped] = useState('');
  const [search, setSearch] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSearch(typed), 300);
    return () => clearTimeout(timer);
  }, [typed]);
  const { data = [], isFetching } = useGetList<Person>('people', {
    filter: { search: search === value?.fullName ? '' : search },
    sort: { field: 'sortName', order: 'ASC' },
    pagination: { page: 1, perPage: 30 },
  });
  return (
    <Autocomplete<Pick<Person, 'id' | 'fullName'> & Partial<Person>>
      value={value}
      options={data.filter((person) => person.id !== except && (person.hasAccount || !withAccount))}
      getOptionLabel={(person) => person.fullName}
      getOptionKey={(person) => person.id}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      // The server has searched already, with or without diacritics.
      filterOptions={(people) => people}
      onInputChange={(_event, text) => setTyped(text)}
      onChange={(_event, person) => onChange(person as Person | null)}
      loading={isFetching}
      loadingText={translate('ra.page.loading')}
      noOptionsText={translate('app.list.noneFound')}
      openText={translate('ra.action.open')}
      closeText={translate('ra.action.close')}
      clearText={translate('ra.action.clear_input_value')}
      renderOption={({ key, ...props }, person) => (
        <li key={key} {...props}>
          <span>
            {person.fullName}
            {person.phone && <span style={{ opacity: 0.7 }}> · {person.phone}</span>}
          </span>
        </li>
      )}
      renderInput={(params) => (
        <TextField {...params} label={label} error={Boolean(problem)} helperText={problem} />
      )}
    />
  );
}
