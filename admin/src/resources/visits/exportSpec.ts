import { exportVisitsMutation } from '../../providers/privacyDocuments';
import type { ExportSpec } from '../../shared/ExportButton';

export const visitExport: ExportSpec = {
  document: exportVisitsMutation,
  needs: 'household:export',
  columns: [
    'VISITED_AT',
    'VILLAGE',
    'HOUSEHOLD_CODE',
    'HEAD_NAME',
    'RESULT',
    'TOPICS',
    'ADULTS',
    'CITIZENS14',
    'ADULTS_WITH_SMARTPHONE',
    'ADULTS_WITH_EPAYMENT',
    'VNEID_LEVEL2',
    'HEALTH_BOOK',
    'SKILLS',
    'NOTE',
    'RECORDED_BY',
    'RECORDED_AT',
    'CORRECTION_REASON',
    'CORRECTED_BY',
  ],
};
