/** Homes, what was done at their doors, and the Center's register. */
import { reaches, reachOf } from './caller.js';
import { masked } from './model-plan.js';
import type { Ask, Row, TypeModel } from './model.js';
import { sortKey } from './text.js';

/** Rows about homes: where the duty reaches. Nobody who views as a role sees one. */
const inReach =
  (duty: 'see the homes' | 'see the visits') =>
  ({ villageId }: Row, { caller }: Ask): boolean =>
    caller.viewing === null && reaches(caller, duty, villageId as number);

function phoneOf({ phone, villageId }: Row, { caller }: Ask): unknown {
  const { commune, units } = reachOf(caller, 'see whole phones');
  return commune || units.includes(villageId as number) ? phone : masked(phone as string);
}

/** A note that waits to be settled is whole for its author alone. */
function noteOf({ note, noteState, noteMasked, recordedById }: Row, { caller }: Ask): unknown {
  return noteState === 'SUSPECT' && recordedById !== caller.personId ? noteMasked : note;
}

const mostOfHome = 50;

export const homesModel: Record<string, TypeModel> = {
  Household: {
    needs: 'see the homes',
    table: 'household',
    sees: inReach('see the homes'),
    searched: ({ headName, code, lane, address }) => [headName, code, lane ?? '', address ?? ''].join(' '),
    order: ['sortName'],
    inputs: { sortName: ({ headName }) => sortKey(headName as string) },
    values: {
      phone: phoneOf,
      village: (row, ask) => ask.one('OrgUnit', row['villageId']),
      state: (row, ask) => ask.one('HouseholdState', row['id']),
      consents: (row, ask) =>
        ask
          .all('Consent')
          .filter(({ householdId }) => householdId === row['id'])
          .toSorted((a, b) => (a['givenAt'] < b['givenAt'] ? 1 : -1)),
      visits: (row, ask, { limit }) =>
        ask
          .all('Visit')
          .filter(({ householdId }) => householdId === row['id'])
          .toSorted((a, b) => (a['visitedAt'] < b['visitedAt'] ? 1 : -1))
          .slice(0, Math.min(Math.max(limit as number, 0), mostOfHome)),
    },
  },
  HouseholdState: {
    needs: 'see the homes',
    table: 'householdState',
    key: 'householdId',
    sees: inReach('see the homes'),
  },
  Visit: {
    needs: 'see the visits',
    table: 'visit',
    sees: inReach('see the visits'),
    order: ['-visitedAt'],
    values: {
      household: (row, ask) => ask.one('Household', row['householdId']),
      village: (row, ask) => ask.one('OrgUnit', row['villageId']),
      note: noteOf,
      recordedBy: (row, ask) => ask.one('Person', row['recordedById']),
      performers: (row, ask) =>
        ask.world.visitPerformer
          .filter(({ visitId }) => visitId === row['id'])
          .map(({ personId }) => personId)
          .toSorted()
          .map((id) => ask.one('Person', id)),
      corrects: (row, ask) => ask.one('Visit', row['correctsId']),
      correctedBy: (row, ask) => ask.all('Visit').find(({ correctsId }) => correctsId === row['id']) ?? null,
    },
  },
  GuidanceSession: {
    needs: 'see the visits',
    fields: { households: 'see the homes' },
    table: 'guidanceSession',
    // What was held for the whole commune is everybody's who reads visits.
    sees: (row, ask) => row['villageId'] === null || inReach('see the visits')(row, ask),
    searched: ({ place }) => place as string,
    order: ['-heldAt'],
    values: {
      village: (row, ask) => ask.one('OrgUnit', row['villageId']),
      recordedBy: (row, ask) => ask.one('Person', row['recordedById']),
      householdCount: (row, ask) => homesReached(row, ask).length,
      households: (row, ask) =>
        homesReached(row, ask)
          .toSorted()
          .map((id) => ask.one('Household', id))
          .filter((home) => home !== null),
    },
  },
  DossierMonth: {
    needs: 'see the register',
    table: 'dossierMonth',
    order: ['-endsOn'],
    values: {
      startsOn: ({ endsOn }) => monthBefore(endsOn as string),
      recordedBy: (row, ask) => ask.one('Person', row['recordedById']),
    },
  },
};

function homesReached(session: Row, { world }: Ask): string[] {
  return world.guidanceSessionHousehold
    .filter(({ guidanceSessionId }) => guidanceSessionId === session['id'])
    .map(({ householdId }) => householdId);
}

/** The 15th of the month before: where the decree's month begins. */
function monthBefore(day: string): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  const before = month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
  return `${before}-15`;
}
