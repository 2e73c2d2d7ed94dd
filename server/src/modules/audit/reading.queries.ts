import type { Context } from '../../kernel/index.js';
import { Values, type PageRequest } from './newest-first.js';
import type { ReadingFilter, ReadingKind } from './reading.types.js';

const aboutHomes = ['Household', 'Visit', 'GuidanceSession', 'Consent', 'DataRequest'];

export interface ReadingRow {
  id: string;
  at: string;
  kind: ReadingKind;
  person_id: string | null;
  session_id: string | null;
  api_key_id: string | null;
  list: string;
  filter: unknown;
  rows: number;
  reason: string | null;
  recorded_at: string;
}

/** The readings of a page, newest first, and one more if others follow. */
export function findReadings(
  ctx: Context,
  filter: ReadingFilter,
  { size, after }: PageRequest,
): Promise<ReadingRow[]> {
  const { readerId, kind, list, from, to } = filter;
  const values = new Values();
  const conditions = [
    readerId != null && `person_id = ${values.of(readerId, 'uuid')}`,
    // Written out, or the index of exports would not be found.
    kind != null && `kind = '${kind}'`,
    list != null && `list = ${values.of(list, 'text')}`,
    from != null && `at >= ${values.of(from, 'timestamptz')}`,
    to != null && `at <= ${values.of(to, 'timestamptz')}`,
    after && `(at, id) < (${values.of(after.at, 'timestamptz')}, ${values.of(after.id, 'uuid')})`,
  ].filter((condition) => typeof condition === 'string');
  return ctx.db.query<ReadingRow>(
    `select id, at, kind, person_id, session_id, api_key_id, list, rows, reason, recorded_at,
       -- What homes were searched by is for those who see homes: it holds names.
       case when sees_every_village() or list <> all (${values.of(aboutHomes, 'text[]')}) then filter end as filter
     from access_log where ${['true', ...conditions].join(' and ')}
     order by at desc, id desc limit ${values.of(size + 1, 'integer')}`,
    values.list,
  );
}
