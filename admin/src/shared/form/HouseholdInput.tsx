import { AutocompleteInput, ReferenceInput, useTranslate } from 'react-admin';
import type { Household } from '../../providers/types';

const byName = { field: 'sortName', order: 'ASC' } as const;

/** A home, found by a few letters of its head's name. */
export function HouseholdInput({ source, helperText }: { source: string; helperText?: string }) {
  const translate = useTranslate();
  return (
    <ReferenceInput source={source} reference="households" sort={byName} perPage={20}>
      <AutocompleteInput
        label={translate('app.field.household')}
        optionText={(home?: Household) => (home ? `${home.headName} · ${home.village.name}` : '')}
        filterToQuery={(search: string) => ({ search })}
        noOptionsText={translate('app.list.noneFound')}
        helperText={helperText}
      />
    </ReferenceInput>
  );
}
