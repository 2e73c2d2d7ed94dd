import { useGetList } from 'react-admin';
import type { OrgUnit } from '../providers/types';

/** The villages that exist today, in the commune's own order. */
export function useVillages(): OrgUnit[] {
  const { data } = useGetList<OrgUnit>(
    'org-units',
    {
      filter: { kind: 'VILLAGE', validTo: { isNull: true } },
      sort: { field: 'sortOrder', order: 'ASC' },
      pagination: { page: 1, perPage: 100 },
    },
    { staleTime: 5 * 60_000 },
  );
  return data ?? [];
}
