/** Asking the history through the API. */
import type { Client } from '../../../../tests/kit/client.js';

export interface Entry {
  id: string;
  type: string;
  occurredAt: string;
  recordedAt: string;
  actor: { fullName: string } | null;
  channel: string;
  device: string | null;
  address: string | null;
  subjectType: string;
  subjectId: string;
  changes: { field: string; before: unknown; after: unknown }[];
  data: Record<string, unknown>;
  detailState: string;
  sealedAt: string | null;
}
export interface History {
  history: { nodes: Entry[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };
}

export const history = `query ($filter: HistoryFilter, $first: Int, $after: String) { history(filter: $filter, first: $first, after: $after) {
  nodes { id type occurredAt recordedAt actor { fullName } channel device address subjectType subjectId
    changes { field before after } data detailState sealedAt }
  pageInfo { hasNextPage endCursor } } }`;

/** A database keeps the fields of a change in no order of ours. */
export const byField = (...changes: Entry['changes']) =>
  changes.toSorted((one, other) => (one.field < other.field ? -1 : 1));

/** The entries that the filter leaves, newest first, their changes by field. */
export async function entries(client: Client, filter: object, more: object = {}): Promise<Entry[]> {
  const { history: page } = await client.ask<History>(history, { filter, ...more });
  return page.nodes.map((entry) => ({ ...entry, changes: byField(...entry.changes) }));
}
