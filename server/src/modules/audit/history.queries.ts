import { fold, type Context } from '../../kernel/index.js';
import type { HistoryFilter } from './history.types.js';
import { Values, type PageRequest } from './newest-first.js';

export interface HistoryRow {
  id: string;
  /** occurred_at, as a page's place. */
  at: string;
  type: string;
  subject_type: string;
  subject_id: string;
  actor_person_id: string | null;
  session_id: string | null;
  api_key_id: string | null;
  recorded_at: string;
  data: unknown;
  had_detail: boolean;
  /** Null when it is not there for the caller. */
  detail: unknown;
  sealed_at: string | null;
}

const newestFirst = 'order by e.occurred_at desc, e.id desc';
const mostTypes = 200;
const mostWords = 8;
// Longer than any Vietnamese word; what is longer is a number or a code, and its beginning finds it too.
const longestWord = 40;

/** The entries of a page, newest first, and one more if others follow. */
export function findHistory(ctx: Context, filter: HistoryFilter, page: PageRequest): Promise<HistoryRow[]> {
  const { text, values } = historyStatement(filter, page);
  return ctx.db.query<HistoryRow>(text, values);
}

/** Exported for the test that reads its plan. */
export function historyStatement(
  filter: HistoryFilter,
  page: PageRequest,
): { text: string; values: unknown[] } {
  const values = new Values();
  // A search without a letter finds nothing; no search finds everything.
  const found = filter.search?.trim()
    ? foundByWords(filter, wordsOf(filter.search), page, values)
    : foundByIndex(filter, page, values);
  const text = `
    select e.id, e.occurred_at as at, e.type, e.subject_type, e.subject_id, e.actor_person_id, e.session_id, e.api_key_id,
      e.recorded_at, e.data, e.detail_hash is not null as had_detail, shown_detail(d.detail) as detail, s.sealed_at
    from (${found}) e
    left join event_detail d on d.commune_id = e.commune_id and d.event_id = e.id
    left join event_link l on l.commune_id = e.commune_id and l.event_id = e.id
    left join lateral (
      select sealed_at from event_seal where commune_id = l.commune_id and up_to >= l.position order by up_to limit 1) s on true
    ${newestFirst}`;
  return { text, values: values.list };
}

/** Letters and digits, folded: what search_history looks for. */
function wordsOf(search: string): string[] {
  const words = fold(search)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return [...new Set(words)].slice(0, mostWords).map((word) => word.slice(0, longestWord));
}

// Row-level security adds the commune to each; every condition then has an index that is already in this order.
function foundByIndex(filter: HistoryFilter, page: PageRequest, values: Values): string {
  const kept = conditionsOf(filter, page, values);
  const limit = `limit ${values.of(page.size + 1, 'integer')}`;
  const types = filter.types?.slice(0, mostTypes);
  if (!types) return `select e.* from event e where ${kept} ${newestFirst} ${limit}`;
  // The newest of each type, then of all: one index for several types would have to be sorted as a whole.
  return `select e.* from unnest(${values.of([...new Set(types)], 'text[]')}) wanted cross join lateral (
      select e.* from event e where e.type = wanted and ${kept} ${newestFirst} ${limit}) e ${newestFirst} ${limit}`;
}

function conditionsOf(
  { subjectType, subjectId, actorId, from, to }: HistoryFilter,
  { after }: PageRequest,
  values: Values,
) {
  const conditions = [
    subjectType != null && `e.subject_type = ${values.of(subjectType, 'text')}`,
    subjectId != null && `e.subject_id = ${values.of(subjectId, 'text')}`,
    actorId != null && `e.actor_person_id = ${values.of(actorId, 'uuid')}`,
    from != null && `e.occurred_at >= ${values.of(from, 'timestamptz')}`,
    to != null && `e.occurred_at <= ${values.of(to, 'timestamptz')}`,
    after &&
      `(e.occurred_at, e.id) < (${values.of(after.at, 'timestamptz')}, ${values.of(after.id, 'uuid')})`,
  ].filter((condition) => typeof condition === 'string');
  return ['true', ...conditions].join(' and ');
}

function foundByWords(
  filter: HistoryFilter,
  words: string[],
  { size, after }: PageRequest,
  values: Values,
): string {
  const given = [
    values.of(words, 'text[]'),
    values.of(filter.types?.slice(0, mostTypes) ?? null, 'text[]'),
    values.of(filter.subjectType ?? null, 'text'),
    values.of(filter.subjectId ?? null, 'text'),
    values.of(filter.actorId ?? null, 'uuid'),
    values.of(filter.from ?? null, 'timestamptz'),
    values.of(filter.to ?? null, 'timestamptz'),
    values.of(after?.at ?? null, 'timestamptz'),
    values.of(after?.id ?? null, 'uuid'),
  ];
  const most = values.of(size + 1, 'integer');
  return `select e.* from event e where e.id = any (array(select search_history(${given.join(', ')}, ${most})))
    ${newestFirst} limit ${most}`;
}

/** Which of these events have a detail that the caller may not read; the others' is gone. */
export async function hiddenDetails(ctx: Context, eventIds: string[]): Promise<Set<string>> {
  if (eventIds.length === 0) return new Set();
  const rows = await ctx.db.query<{ id: string }>('select kept_details($1) as id', [eventIds]);
  return new Set(rows.map(({ id }) => id));
}

interface SealRow {
  sealed: number;
  waiting: number;
  head: string | null;
  sealed_at: string | null;
}

export async function currentSeal(ctx: Context): Promise<SealRow> {
  const [row] = await ctx.db.query<SealRow>(
    `select coalesce(s.up_to, 0) as sealed, (select count(*) from event_waiting) as waiting, encode(s.hash, 'hex') as head, s.sealed_at
     from (select) one left join lateral (select * from event_seal order by up_to desc limit 1) s on true`,
  );
  return row!;
}
