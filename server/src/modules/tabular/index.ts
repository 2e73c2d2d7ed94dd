// Tables that come in and go out as files: read with bounds, written so that no spreadsheet runs what people typed.
export { readTable, recogniseSheet } from './read-table.js';
export type { Table, TableRow } from './table.js';
export {
  readableTime,
  wallClock,
  writeCsvTable,
  writeWorkbook,
  type Sheet,
  type SheetColumn,
  type SheetValue,
} from './write-table.js';
