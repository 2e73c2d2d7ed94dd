import { useTranslate } from 'react-admin';
import { useVillages } from '../useVillages';
import { ChoiceChip } from './FilterChips';

export function VillageChip() {
  const translate = useTranslate();
  const villages = useVillages();
  return (
    <ChoiceChip
      source="villageId"
      label={translate('app.field.village')}
      choices={villages.map((village) => ({ value: village.id, label: village.name }))}
    />
  );
}
