// How much of a table that somebody hands in is taken.

/** Lines above which no heading is looked for. */
export const headingLines = 10;

export const sheetLimits = {
  rows: 5_000,
  /** Empty ones too. */
  lines: 50_000,
  columns: 60,
  cellLength: 2_000,
  /** Of all cells together: one long text that is pointed at from every cell is short in the file. */
  textLength: 5_000_000,
};

export type SheetLimits = typeof sheetLimits;

// An .xlsx is a zip of XML: as many parts and bytes as a workbook of offices has, and no more than inflates well.
export const archiveLimits = {
  entries: 200,
  inflatedBytes: 50_000_000,
  /** Repetitive XML shrinks to a fiftieth; what shrinks far more was made to. Small parts may. */
  inflatedRatio: 200,
  ratioFromBytes: 1_000_000,
};
