import { useQueries } from '@tanstack/react-query';
import { may } from '../providers/abilities';
import { query } from '../providers/client';
import { useMe } from '../providers/me';
import type { HistoryEntry } from '../providers/types';
import { useFormat } from '../shared/useFormat';
import { nameOf, subjects, toldOf, type Named } from './subjects';

/** Small enough that a further page of facts asks only for what is new. */
const chunkSize = 25;

/** The names of the records that these facts are about, as far as this person may read them. */
export function useSubjectNames(entries: HistoryEntry[]): (entry: HistoryEntry) => string | null {
  const me = useMe();
  const { pick } = useFormat();
  const told = entries.map(toldOf);
  const asked = Object.entries(subjects).flatMap(([type, { names }]) => {
    const ids = [...new Set(told.filter((one) => one.type === type).map(({ id }) => id))];
    if (!names || ids.length === 0 || !may(me, names.needs)) return [];
    return chunks(ids, chunkSize).map((some) => ({ document: names.document, ids: some }));
  });
  const answers = useQueries({
    queries: asked.map(({ document, ids }) => ({
      queryKey: ['subjectNames', ids],
      queryFn: () =>
        query<{ rows: { nodes: Named[] } | Named[] }>(document, { ids }).then(({ rows }) =>
          Array.isArray(rows) ? rows : rows.nodes,
        ),
      staleTime: 5 * 60_000,
    })),
  });
  const known = new Map(answers.flatMap(({ data }) => (data ?? []).map((row) => [row.id, row])));
  return (entry) => {
    const row = known.get(toldOf(entry).id);
    // "Phạm Văn Hoá đăng nhập" needs no second Phạm Văn Hoá.
    if (!row || (row.person && row.person.id === entry.actor?.id)) return null;
    return nameOf(row, pick) || null;
  };
}

function chunks<Item>(items: Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
