import type { HistoryChange, HistoryEntry } from '../providers/types';

/** Which fields a change touched, by their codes; empty where something was added, ended or only happened. */
export function changedFields(entry: Pick<HistoryEntry, 'type' | 'changes' | 'data'>): string[] {
  if (!entry.type.endsWith('Changed')) return [];
  const touched = entry.changes.filter((change) => isKnown(change.before)).map((change) => change.field);
  if (touched.length > 0) return touched;
  // Where the values themselves may not be read, the fact still names the fields.
  const { fields } = entry.data;
  return Array.isArray(fields) ? fields.filter((field) => typeof field === 'string') : [];
}

/** The field that a fact speaks of when it says only from what to what. */
const fieldOfStep: Record<string, string> = {
  MemberRoleChanged: 'role',
  OrgUnitRenamed: 'name',
  FlagChanged: 'severity',
};

/** What was before and what came after, also where the fact itself carries it. */
export function shownChanges({
  type,
  changes,
  data,
}: Pick<HistoryEntry, 'type' | 'changes' | 'data'>): HistoryChange[] {
  const field = fieldOfStep[type];
  return field ? [...changes, { field, before: data.from, after: data.to }] : changes;
}

const isKnown = (value: unknown) => value !== null && value !== undefined;

const identifier = /Ids?$/;
const shapeless = new Set(['fields', 'before', 'after', 'from', 'to']);

/** What a fact says besides the changes: codes, dates and counts, without the identifiers nobody reads. */
export function plainData({ data, changes }: Pick<HistoryEntry, 'changes' | 'data'>): [string, unknown][] {
  const shown = new Set(changes.map((change) => change.field));
  return Object.entries(data).filter(
    ([key, value]) =>
      isKnown(value) && !identifier.test(key) && !shapeless.has(key) && !shown.has(key) && isPlain(value),
  );
}

const isPlain = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 && value.every(isPlain) : typeof value !== 'object' && value !== '';

/** A run of rows under the heading of their day. */
export interface Day<Row> {
  day: string;
  rows: Row[];
}

/** Rows keep their order; a new heading stands wherever the day turns. */
export function byDay<Row>(rows: Row[], dayOf: (row: Row) => string): Day<Row>[] {
  const days: Day<Row>[] = [];
  for (const row of rows) {
    const day = dayOf(row);
    const last = days[days.length - 1];
    if (last?.day === day) last.rows.push(row);
    else days.push({ day, rows: [row] });
  }
  return days;
}
