import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { DocumentNode } from 'graphql';
import {
  historyQuery,
  historySealQuery,
  historyTypesQuery,
  readingsQuery,
} from '../providers/auditDocuments';
import { query } from '../providers/client';
import type { CursorPage, HistoryEntry, HistorySeal, Reading } from '../providers/types';

const pageSize = 30;

/** A list read downwards, a page at a time; the rows already shown never move. */
function usePages<Row>(name: 'history' | 'readings', document: DocumentNode, filter: object, enabled = true) {
  const { data, ...rest } = useInfiniteQuery({
    queryKey: [name, filter],
    enabled,
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      query<Record<typeof name, CursorPage<Row>>>(document, {
        filter,
        first: pageSize,
        after: pageParam ?? undefined,
      }).then((answer) => answer[name]),
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
  });
  return { rows: data?.pages.flatMap((page) => page.nodes), ...rest };
}

export interface HistoryFilter {
  types?: string[];
  subjectType?: string;
  subjectId?: string;
  actorId?: string;
  from?: string;
  to?: string;
  search?: string;
}

export const useHistory = (filter: HistoryFilter) => usePages<HistoryEntry>('history', historyQuery, filter);

export interface ReadingFilter {
  readerId?: string;
  kind?: string;
  list?: string;
  from?: string;
  to?: string;
}

export const useReadings = (filter: ReadingFilter) => usePages<Reading>('readings', readingsQuery, filter);

/** Every kind of fact there is; it changes only with a release. */
export function useHistoryTypes(): string[] {
  const { data } = useQuery({
    queryKey: ['historyTypes'],
    queryFn: () => query<{ historyTypes: string[] }>(historyTypesQuery).then((answer) => answer.historyTypes),
    staleTime: Infinity,
  });
  return data ?? [];
}

export function useHistorySeal(): HistorySeal | undefined {
  return useQuery({
    queryKey: ['historySeal'],
    queryFn: () => query<{ historySeal: HistorySeal }>(historySealQuery).then((answer) => answer.historySeal),
  }).data;
}
