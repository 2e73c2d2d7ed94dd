// A table as plain text in rows. Cells stand in lists and never become keys of objects, so a column called
// "__proto__" is a column like any other.

export interface Table {
  /** The headings, trimmed, one for each column; '' for a column without. */
  columns: string[];
  /** The rows below the heading that are not empty, with as many cells as there are columns. */
  rows: TableRow[];
}

export interface TableRow {
  /** Its line in the sheet, from 1. */
  line: number;
  /** Days are dd/MM/yyyy; numbers as they were typed; '' for an empty cell. */
  cells: string[];
}
