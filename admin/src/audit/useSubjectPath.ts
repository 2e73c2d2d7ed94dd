import { may } from '../providers/abilities';
import { useMe } from '../providers/me';
import type { HistoryEntry } from '../providers/types';
import { subjects, toldOf } from './subjects';

/** Where the record of a fact is shown, or else the one that tells of it; null where this person has no such page. */
export function useSubjectPath(
  entry: Pick<HistoryEntry, 'subjectType' | 'subjectId' | 'data'>,
): string | null {
  const me = useMe();
  const own = subjects[entry.subjectType]?.page;
  if (own) return may(me, own.needs) ? own.path(entry.subjectId) : null;
  const told = toldOf(entry);
  const page = subjects[told.type]?.page;
  return page && may(me, page.needs) ? page.path(told.id) : null;
}
