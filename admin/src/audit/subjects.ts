import type { DocumentNode } from 'graphql';
import type { Action } from '../providers/abilities';
import {
  accountNamesQuery,
  dataRequestNamesQuery,
  householdNamesQuery,
  incidentNamesQuery,
  membershipNamesQuery,
  orgUnitNamesQuery,
  parameterNamesQuery,
  personNamesQuery,
  visitNamesQuery,
} from '../providers/auditDocuments';
import type { Bilingual, HistoryEntry } from '../providers/types';

/** A row of a names query; each kind of record carries its name in one of these. */
export interface Named {
  id: string;
  headName?: string;
  fullName?: string;
  name?: string;
  title?: string;
  requesterName?: string | null;
  household?: { headName: string };
  person?: { id: string; fullName: string };
  bilingual?: Bilingual;
}

export const nameOf = (row: Named, pick: (vi: string, en: string) => string): string =>
  (row.bilingual && pick(row.bilingual.vi, row.bilingual.en)) ??
  row.headName ??
  row.fullName ??
  row.name ??
  row.title ??
  row.requesterName ??
  row.household?.headName ??
  row.person?.fullName ??
  '';

interface Subject {
  /** The page of one record; left out where there is none. */
  path?: (id: string) => string;
  /** How its name is asked, and who may. */
  names?: { document: DocumentNode; needs: Action };
}

/** What a fact may be about: one line for each kind of record that has a page or a name. */
export const subjects: Record<string, Subject> = {
  household: {
    path: (id) => `/households/${id}/show`,
    names: { document: householdNamesQuery, needs: 'household:read' },
  },
  visit: {
    path: (id) => `/visits/${id}/show`,
    names: { document: visitNamesQuery, needs: 'visit:read' },
  },
  person: {
    path: (id) => `/people/${id}`,
    names: { document: personNamesQuery, needs: 'person:read' },
  },
  org_unit: { names: { document: orgUnitNamesQuery, needs: 'org:read' } },
  team_membership: { names: { document: membershipNamesQuery, needs: 'team:read' } },
  lag_flag: { path: (id) => `/lag-flags/${id}/show` },
  account: {
    path: (id) => `/accounts/${id}/show`,
    names: { document: accountNamesQuery, needs: 'account:read' },
  },
  data_request: {
    path: (id) => `/data-requests/${id}/show`,
    names: { document: dataRequestNamesQuery, needs: 'privacy:read' },
  },
  parameter: { names: { document: parameterNamesQuery, needs: 'parameter:read' } },
  incident: {
    path: (id) => `/incidents/${id}/show`,
    names: { document: incidentNamesQuery, needs: 'incident:read' },
  },
};

/** What has no name of its own is told by whom or where it belongs to, which the fact names. */
const toldBy: Record<string, { type: string; key: string }> = {
  position: { type: 'person', key: 'personId' },
  delegation: { type: 'person', key: 'toPersonId' },
  lag_flag: { type: 'org_unit', key: 'villageId' },
  guidance_session: { type: 'org_unit', key: 'villageId' },
};

export interface Told {
  type: string;
  id: string;
}

/** Of which record the name belongs into the sentence. */
export function toldOf(entry: Pick<HistoryEntry, 'subjectType' | 'subjectId' | 'data'>): Told {
  const other = toldBy[entry.subjectType];
  const id = other && entry.data[other.key];
  if (!other || id === undefined || id === null) return { type: entry.subjectType, id: entry.subjectId };
  return { type: other.type, id: String(id) };
}
