import type { VisitResult } from '../../providers/types';
import { fromDateTimeInput, toDateTimeInput } from '../../shared/format';
import { uuid7 } from '../../shared/uuid7';
import { skillsVersion } from './results';

/** What is on the form so far. Null is "not asked", which is not zero. */
export interface VisitDraft {
  id: string;
  visitedAt: string;
  result: VisitResult | null;
  topics: string[];
  adults: number | null;
  citizens14: number | null;
  adultsWithSmartphone: number | null;
  adultsWithEpayment: number | null;
  vneidLevel2: number | null;
  healthBook: number | null;
  /** Null until somebody goes through the checklist; an empty list then says "none of the five". */
  skills: string[] | null;
  note: string;
  performerIds: string[];
}

/** The id is made with the form, so pressing the button twice records one visit. `nowMs` is business time. */
export function emptyDraft(nowMs: number): VisitDraft {
  return {
    id: uuid7(nowMs),
    visitedAt: toDateTimeInput(nowMs),
    result: null,
    topics: [],
    adults: null,
    citizens14: null,
    adultsWithSmartphone: null,
    adultsWithEpayment: null,
    vneidLevel2: null,
    healthBook: null,
    skills: null,
    note: '',
    performerIds: [],
  };
}

/** The draft as the server takes it. Nobody met means nothing observed, whatever was tapped before. */
export function visitInput(draft: VisitDraft, householdId: string): Record<string, unknown> {
  const common = {
    id: draft.id,
    householdId,
    visitedAt: fromDateTimeInput(draft.visitedAt),
    result: draft.result,
    note: draft.note.trim() || undefined,
    performerIds: draft.performerIds,
    formVersion: 1,
  };
  if (draft.result !== 'MET') return { ...common, topics: [] };
  const counts = {
    adults: draft.adults,
    citizens14: draft.citizens14,
    adultsWithSmartphone: draft.adultsWithSmartphone,
    adultsWithEpayment: draft.adultsWithEpayment,
    vneidLevel2: draft.vneidLevel2,
    healthBook: draft.healthBook,
  };
  const known = Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== null));
  const skills = draft.skills === null ? {} : { skills: draft.skills, skillsVersion };
  return { ...common, topics: draft.topics, ...known, ...skills };
}
