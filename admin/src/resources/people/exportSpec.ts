import { exportPeopleMutation } from '../../providers/privacyDocuments';
import type { ExportSpec } from '../../shared/ExportButton';

export const personExport: ExportSpec = {
  document: exportPeopleMutation,
  needs: 'person:export',
  columns: ['FULL_NAME', 'PHONE', 'BIRTH_YEAR', 'HAS_ACCOUNT'],
};
