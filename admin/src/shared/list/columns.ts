import type { ReactNode } from 'react';

/** One column of a list; the phone's cards are written apart because they show only three things. */
export interface Column<Row> {
  source: string;
  label: string;
  render: (row: Row) => ReactNode;
  /** Offered for ordering by the server. */
  sortable?: boolean;
  align?: 'right';
  /** Short values that read badly when broken over two lines. */
  nowrap?: boolean;
}

export interface Empty {
  title: string;
  teach: string;
  action?: { label: string; to: string };
}
