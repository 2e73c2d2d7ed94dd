/** What was done and who read which lists; and what rules and laws set. */
import { has, reachOf } from './caller.js';
import type { Detail } from './fact-rows.js';
import type { Ask, Row, TypeModel } from './model.js';
import { folded } from './text.js';

/** Phones and other long numbers that begin with 0 are whole only for who may call everybody. */
function shown(detail: Detail['detail'], ask: Ask): Row {
  const text = JSON.stringify(detail);
  return JSON.parse(callsEverybody(ask) ? text : maskedNumbers(text)) as Row;
}

const maskedNumbers = (text: string) => text.replace(/(?<!\d)(0\d{3})\d{3,5}(\d{3})(?!\d)/g, '$1***$2');

const callsEverybody = ({ caller }: Ask) =>
  caller.viewing === null && reachOf(caller, 'see whole phones').commune;

/** The personal values of an entry, if they are still there and the caller's to see: those about homes are not everybody's. */
function detailOf({ id }: Row, ask: Ask): Detail | 'HIDDEN' | null {
  const detail = ask.world.eventDetail.find(({ eventId }) => eventId === id) ?? null;
  const seesEveryHome = ask.caller.viewing === null && reachOf(ask.caller, 'see the homes').commune;
  return detail?.aboutRows && !seesEveryHome ? 'HIDDEN' : detail;
}

function changesOf(row: Row, ask: Ask): Row[] {
  const detail = detailOf(row, ask);
  if (detail === null || detail === 'HIDDEN') return [];
  const { before, after } = shown(detail.detail, ask) as { before: Row; after: Row };
  return Object.keys(after).map((field) => ({ field, before: before[field], after: after[field] }));
}

function detailState(row: Row, ask: Ask): string {
  if (row['detailHash'] === null) return 'NONE';
  const detail = detailOf(row, ask);
  return detail === 'HIDDEN' ? 'HIDDEN' : detail ? 'SHOWN' : 'ERASED';
}

/** What a search looks into: the values that the caller sees, and the name of whoever did it. */
function textOf(row: Row, ask: Ask): string {
  const values = changesOf(row, ask).flatMap(({ before, after }) => [before, after]);
  const actor = ask.world.person.find(({ id }) => id === row['actorPersonId'])?.fullName ?? '';
  return ` ${folded(maskedNumbers(`${values.join(' ')} ${actor}`)).replace(/[^a-z0-9]+/g, ' ')} `;
}

function isFound(row: Row, words: string, ask: Ask): boolean {
  const text = textOf(row, ask);
  return folded(words)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .every((word) => text.includes(word.length < 3 ? ` ${word} ` : word));
}

/** The history, newest first. */
export function historyPage(ask: Ask, { filter, first = 25 }: Row): Row {
  const { types, subjectType, subjectId, actorId, from, to, search } = (filter ?? {}) as Row;
  const rows = ask
    .all('HistoryEntry')
    .filter(
      (row) =>
        (types == null || (types as string[]).includes(row['type'] as string)) &&
        (subjectType == null || row['subjectType'] === subjectType) &&
        (subjectId == null || row['subjectId'] === subjectId) &&
        (actorId == null || row['actorPersonId'] === actorId) &&
        (from == null || Date.parse(row['occurredAt'] as string) >= Date.parse(from as string)) &&
        (to == null || Date.parse(row['occurredAt'] as string) <= Date.parse(to as string)) &&
        (search == null || isFound(row, search as string, ask)),
    )
    .toSorted((a, b) => (`${a['occurredAt']} ${a['id']}` < `${b['occurredAt']} ${b['id']}` ? 1 : -1));
  const size = first as number;
  return {
    nodes: rows.slice(0, size),
    pageInfo: { hasNextPage: rows.length > size, hasPreviousPage: false },
  };
}

export const historyModel: Record<string, TypeModel> = {
  HistoryEntry: {
    needs: 'see the history',
    table: 'event',
    sees: (_, { caller }) => has(caller, 'see the history'),
    // What was written before the sessions of these tests has neither a device nor a place in the chain.
    values: {
      actor: ({ actorPersonId }, ask) => ask.one('Person', actorPersonId),
      channel: ({ actorPersonId }) => (actorPersonId === null ? 'JOB' : 'SCREEN'),
      device: () => null,
      address: () => null,
      sealedAt: () => null,
      changes: changesOf,
      detailState,
    },
  },
  HistoryPage: { needs: 'see the history' },
  HistoryChange: { needs: 'see the history' },
  HistorySeal: { needs: 'see the history', unforetold: ['*'] },
  Reading: { needs: 'see the history', unforetold: ['*'] },
  Parameter: { needs: 'see the parameters', unforetold: ['*'] },
  ParameterValue: { needs: 'see the parameters', unforetold: ['*'] },
  BilingualText: { needs: 'anybody', unforetold: ['*'] },
};
