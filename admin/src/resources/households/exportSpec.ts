import { exportHouseholdsMutation } from '../../providers/privacyDocuments';
import type { ExportSpec } from '../../shared/ExportButton';

export const householdExport: ExportSpec = {
  document: exportHouseholdsMutation,
  needs: 'household:export',
  columns: [
    'VILLAGE',
    'CODE',
    'KIND',
    'HEAD_NAME',
    'LANE',
    'ADDRESS',
    'PHONE',
    'ADULTS',
    'CITIZENS14',
    'ADULTS_WITH_SMARTPHONE',
    'ADULTS_WITH_EPAYMENT',
    'VNEID_LEVEL2',
    'HEALTH_BOOK',
    'MET_ON',
    'LAST_VISIT_ON',
    'GUIDED_ON',
    'SKILLED_ON',
    'VERIFIED_ON',
    'REMOVED_ON',
  ],
};
