import { Autocomplete, Box, Button, Paper, TextField } from '@mui/material';
import { useDeferredValue, useState } from 'react';
import { useGetList, useTranslate } from 'react-admin';
import type { Household } from '../../providers/types';

interface HouseholdPickerProps {
  villageId: string | null;
  chosen: Household | undefined;
  onChoose: (id: string | null) => void;
}

/** Finds the home by a few letters of its head's name, with or without diacritics. */
export function HouseholdPicker({ villageId, chosen, onChoose }: HouseholdPickerProps) {
  const translate = useTranslate();
  const [text, setText] = useState('');
  const search = useDeferredValue(text);
  const { data, isFetching } = useGetList<Household>(
    'households',
    {
      filter: { search, ...(villageId ? { villageId } : {}), removedOn: { isNull: true } },
      sort: { field: 'sortName', order: 'ASC' },
      pagination: { page: 1, perPage: 20 },
    },
    { enabled: !chosen },
  );
  if (chosen) {
    return (
      <Paper sx={{ p: 2, display: 'flex', alignItems: 'center', gap: 2 }}>
        <Box sx={{ flex: 1 }}>
          <Box sx={{ fontWeight: 600, fontSize: 18 }}>{chosen.headName}</Box>
          <Box sx={{ color: 'text.secondary' }}>
            {[chosen.village.name, chosen.lane, chosen.address].filter(Boolean).join(' · ')}
          </Box>
        </Box>
        <Button onClick={() => onChoose(null)}>{translate('app.visit.otherHome')}</Button>
      </Paper>
    );
  }
  return (
    <Autocomplete
      options={data ?? []}
      loading={isFetching}
      filterOptions={(options) => options}
      getOptionLabel={(home) => home.headName}
      getOptionKey={(home) => home.id}
      noOptionsText={translate('app.visit.noHome')}
      loadingText={translate('ra.page.loading')}
      onInputChange={(_event, value) => setText(value)}
      onChange={(_event, home) => onChoose(home?.id ?? null)}
      renderOption={({ key, ...props }, home) => (
        <Box component="li" key={key} {...props} sx={{ display: 'block !important', minHeight: 48 }}>
          {home.headName}
          <Box sx={{ fontSize: 13, color: 'text.secondary' }}>
            {[home.village.name, home.lane, home.address].filter(Boolean).join(' · ')}
          </Box>
        </Box>
      )}
      renderInput={(params) => (
        <TextField {...params} label={translate('app.visit.findHome')} autoFocus size="medium" />
      )}
    />
  );
}
