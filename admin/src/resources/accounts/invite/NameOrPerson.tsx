import { Autocomplete, TextField } from '@mui/material';
import { useEffect, useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import type { Person } from '../../../providers/types';

interface NameOrPersonProps {
  personId: string | null;
  name: string;
  /** A new name has no person; a person chosen from the list has both. */
  onChange: (personId: string | null, name: string) => void;
  problem?: string;
}

/** A name to type; while it is typed, the people of the commune who already have it and no account are offered. */
export function NameOrPerson({ personId, name, onChange, problem }: NameOrPersonProps) {
  const translate = useTranslate();
  const [search, setSearch] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSearch(name.trim()), 300);
    return () => clearTimeout(timer);
  }, [name]);
  const { data = [] } = useGetList<Person>(
    'people',
    {
      filter: { search },
      sort: { field: 'sortName', order: 'ASC' },
      pagination: { page: 1, perPage: 12 },
    },
    { enabled: search.length >= 2 && personId === null },
  );
  return (
    <Autocomplete<Person, false, true, true>
      freeSolo
      disableClearable
      options={search.length >= 2 ? data.filter((person) => !person.hasAccount) : []}
      filterOptions={(people) => people}
      getOptionLabel={(person) => (typeof person === 'string' ? person : person.fullName)}
      getOptionKey={(person) => (typeof person === 'string' ? person : person.id)}
      inputValue={name}
      onInputChange={(_event, text, why) => why === 'input' && onChange(null, text)}
      onChange={(_event, chosen) => typeof chosen !== 'string' && onChange(chosen.id, chosen.fullName)}
      renderOption={({ key, ...props }, person) => (
        <li key={key} {...props}>
          {person.fullName}
          {person.phone && ` · ${person.phone}`}
        </li>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          label={translate('app.field.fullName')}
          error={Boolean(problem)}
          helperText={problem ?? translate('app.invite.nameHelp')}
          autoFocus
        />
      )}
    />
  );
}
