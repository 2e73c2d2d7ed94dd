/** Consents, requests, incidents, retention, parameters and notes, in the words of `schema.graphql`. */
export type ConsentPurpose = 'PHOTO' | 'ZALO_CONTACT' | 'TESTIMONIAL';
export type DataRequestKind = 'ACCESS' | 'CORRECT' | 'DELETE' | 'RESTRICT' | 'OBJECT' | 'WITHDRAW_CONSENT';
export type DataRequestState = 'RECEIVED' | 'ANSWERED' | 'COMPLETED' | 'REFUSED';
export type IncidentState = 'OPEN' | 'REPORTED' | 'CLOSED';
export type IncidentSeverity = 'LOW' | 'MEDIUM' | 'HIGH';
export type IncidentDataKind = 'NAME' | 'PHONE' | 'ADDRESS' | 'NOTE' | 'ACCOUNT' | 'OTHER';
export type NoteState = 'NONE' | 'CLEAR' | 'SUSPECT' | 'KEPT' | 'REMOVED';
export type NoteKind = 'ID_NUMBER' | 'ONE_TIME_CODE' | 'CARD_NUMBER' | 'PASSWORD';
export type ExportFormat = 'XLSX' | 'CSV';

interface PersonRef {
  id: string;
  fullName: string;
}

/** Both languages, as the server carries them. */
export interface Bilingual {
  vi: string;
  en: string;
}

export interface ConsentWording {
  purpose: ConsentPurpose;
  version: number;
  text: string;
}

export interface Consent {
  id: string;
  purpose: ConsentPurpose;
  wordingVersion: number;
  household: { id: string; headName: string } | null;
  /** Given for one of those who do the work, where it is for no home. */
  person: PersonRef | null;
  giverName: string | null;
  givenAt: string;
  recordedBy: PersonRef | null;
  withdrawnAt: string | null;
  withdrawalNote: string | null;
}

export interface DataRequest {
  id: string;
  kind: DataRequestKind;
  state: DataRequestState;
  requesterName: string | null;
  requesterContact: string | null;
  household: { id: string; headName: string } | null;
  description: string | null;
  receivedAt: string;
  answerDueOn: string;
  completeDueOn: string;
  answeredAt: string | null;
  answer: string | null;
  completedAt: string | null;
  outcome: string | null;
  refusedReason: string | null;
  recordedBy: PersonRef;
  decidedBy: PersonRef | null;
  isLate: boolean;
}

export interface Incident {
  id: string;
  state: IncidentState;
  title: string;
  description: string;
  discoveredAt: string;
  kinds: IncidentDataKind[];
  peopleAffected: number | null;
  severity: IncidentSeverity;
  notifyBy: string;
  notifiedAt: string | null;
  notifiedTo: string | null;
  actions: string | null;
  lessons: string | null;
  recordedBy: PersonRef | null;
  closedAt: string | null;
  isLate: boolean;
  version: number;
}

export interface RetentionRule {
  key: string;
  title: Bilingual;
  keepsMonths: number;
  lastRunAt: string | null;
  lastCount: number | null;
  waiting: number;
}

export interface ParameterValue {
  value: unknown;
  validFrom: string;
  validTo: string | null;
  legalBasis: string | null;
  isDefault: boolean;
  isConfirmed: boolean;
}

export interface Parameter extends ParameterValue {
  key: string;
  title: Bilingual;
  unit: string | null;
  unitEn: string | null;
  history: ParameterValue[];
}

export interface ExportedFile {
  path: string;
  fileName: string;
  rows: number;
  expiresAt: string;
}
