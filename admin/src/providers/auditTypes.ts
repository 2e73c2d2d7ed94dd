/** The history and the log of readings, in the words of `schema.graphql`. */
export type HistoryChannel = 'SCREEN' | 'API_KEY' | 'JOB';
export type DetailState = 'NONE' | 'SHOWN' | 'HIDDEN' | 'ERASED';
export type ReadingKind = 'LIST' | 'EXPORT';

export interface HistoryChange {
  field: string;
  before: unknown;
  after: unknown;
}

/** One thing that happened: who, when, from where, to what. */
export interface HistoryEntry {
  id: string;
  type: string;
  occurredAt: string;
  recordedAt: string;
  actor: { id: string; fullName: string } | null;
  channel: HistoryChannel;
  device: string | null;
  address: string | null;
  subjectType: string;
  subjectId: string;
  changes: HistoryChange[];
  data: Record<string, unknown>;
  detailState: DetailState;
  sealedAt: string | null;
}

export interface HistorySeal {
  sealedEntries: number;
  waitingEntries: number;
  head: string | null;
  sealedAt: string | null;
}

/** Somebody read a page of a list of people or homes, or took one out as a file. */
export interface Reading {
  id: string;
  at: string;
  reader: { id: string; fullName: string } | null;
  apiKeyId: string | null;
  kind: ReadingKind;
  list: string;
  filter: Record<string, unknown> | null;
  rows: number;
  reason: string | null;
  address: string | null;
  device: string | null;
}

/** A page by cursor, newest first. */
export interface CursorPage<Row> {
  nodes: Row[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}
