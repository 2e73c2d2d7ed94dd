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
  /** The page of one record, and what opens it; left out where there is none. */
  page?: { path: (id: string) => string; needs: Action };
  /** How its name is asked, and who may. */
  names?: { document: DocumentNode; needs: Action };
}

/** What a fact may be about: one line for each kind of record that has a page or a name. */
export const subjects: Record<string, Subject> = {
  household: {
    page: { path: (id) => `/households/${id}/show`, needs: 'household:read' },
    names: { document: householdNamesQuery, needs: 'household:read' },
  },
  visit: {
    page: { path: (id) => `/visits/${id}/show`, needs: 'visit:read' },
    names: { document: visitNamesQuery, needs: 'visit:read' },
  },
  person: {
    page: { path: (id) => `/people/${id}`, needs: 'person:manage' },
    names: { document: personNamesQuery, needs: 'person:read' },
  },
  org_unit: { names: { document: orgUnitNamesQuery, needs: 'org:read' } },
  team_membership: { names: { document: membershipNamesQuery, needs: 'team:read' } },
  lag_flag: { page: { path: (id) => `/lag-flags/${id}/show`, needs: 'flag:read' } },
  account: {
    page: { path: (id) => `/accounts/${id}/show`, needs: 'account:read' },
    names: { document: accountNamesQuery, needs: 'account:read' },
  },
  data_request: {
    page: { path: (id) => `/data-requests/${id}/show`, needs: 'privacy:read' },
    names: { document: dataRequestNamesQuery, needs: 'privacy:read' },
  },
  incident: {
    page: { path: (id) => `/incidents/${id}/show`, needs: 'incident:read' },
    names: { document: incidentNamesQuery, needs: 'incident:read' },
  },
  parameter: { names: { document: parameterNamesQuery, needs: 'parameter:read' } },
};

/** What has no name of its own is told by whom or where it belongs to, which the fact names. */
const toldBy: Record<string, { type: string; key: string }> = {
  position: { type: 'person', key: 'personId' },
  delegation: { type: 'person', key: 'toPersonId' },
  lag_flag: { type: 'org_unit', key: 'villageId' },
  guidance_session: { type: 'org_unit', key: 'villageId' },
  consent: { type: 'household', key: 'householdId' },
};

export interface Told {
  type: string;
  id: string;
}

/** Of which record the name belongs into the sentence. */
export function toldOf(entry: Pick<HistoryEntry, 'subjectType' | 'subjectId' | 'data'>): Told {
  const other = toldBy[entry.subjectType];
  const id = other && entry.data[other.key];
  const isId = typeof id === 'string' || typeof id === 'number';
  return other && isId
    ? { type: other.type, id: String(id) }
    : { type: entry.subjectType, id: entry.subjectId };
}
