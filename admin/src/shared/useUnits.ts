import { useGetList } from 'react-admin';
import type { OrgUnit } from '../providers/types';
import { useVillages } from './useVillages';

/** Every organisation and village that exists today: the organisations first, then the villages in their order. */
export function useUnits(): OrgUnit[] {
  const villages = useVillages();
  const { data: organisations } = useGetList<OrgUnit>(
    'org-units',
    {
      filter: { kind: { ne: 'VILLAGE' }, validTo: { isNull: true } },
      sort: { field: 'sortOrder', order: 'ASC' },
      pagination: { page: 1, perPage: 100 },
    },
    { staleTime: 5 * 60_000 },
  );
  return [...(organisations ?? []), ...villages];
}
