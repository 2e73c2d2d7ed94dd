import { AutocompleteInput, required, useTranslate } from 'react-admin';
import { fold } from '../fold';
import { useVillages } from '../useVillages';
import type { OrgUnit } from '../../providers/types';

interface VillageInputProps {
  source?: string;
  isRequired?: boolean;
  /** Only these, where the person's right is limited to them. */
  only?: string[] | null;
}

export function VillageInput({ source = 'villageId', isRequired = true, only = null }: VillageInputProps) {
  const translate = useTranslate();
  const villages = useVillages().filter((village) => only === null || only.includes(village.id));
  return (
    <AutocompleteInput
      source={source}
      label={translate('app.field.village')}
      choices={villages}
      optionText="name"
      validate={isRequired ? required() : undefined}
      filterToQuery={() => ({})}
      matchSuggestion={(text: string, village: OrgUnit) => fold(village.name).includes(fold(text))}
    />
  );
}
