// Files that come in and go out: checked, bounded, short-lived.
import './file.policy.js';
import './file.jobs.js';

export { defineExport, type ExportArgs, type ExportColumn } from './export.js';
export { takeExport } from './export.store.js';
export { ExportedFile } from './export.types.js';
export { fileErrors } from './file.errors.js';
export { savedAs } from './file-name.js';
export {
  checkUpload,
  keepUpload,
  mostUploadBytes,
  readTable,
  takeTicket,
  type TakenTicket,
} from './upload.service.js';
export type { Table, TableRow } from '../tabular/index.js';
export { UploadResolver } from './upload.resolver.js';
export { UploadPurpose } from './upload.types.js';
