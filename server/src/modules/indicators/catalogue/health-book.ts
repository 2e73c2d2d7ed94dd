import { shareOfPeople, type HouseholdIndicator } from './definition.js';

/** Plan II.2: "thực hiện tích hợp Sổ sức khỏe điện tử trên ứng dụng VNeID"; tracked, the plan sets no target. */
export const healthBook: HouseholdIndicator = {
  code: 'HEALTH_BOOK',
  nameVi: 'Người dân đã tích hợp Sổ sức khoẻ điện tử trên VNeID',
  nameEn: 'Residents with the electronic health book on VNeID',
  shortVi: 'Sổ sức khoẻ',
  shortEn: 'Health book',
  numeratorVi: 'Số người đã tích hợp Sổ sức khoẻ điện tử',
  numeratorEn: 'Residents who integrated the health book',
  denominatorVi: 'Số công dân từ 14 tuổi trở lên của các hộ',
  denominatorEn: 'Citizens of 14 and over in the households',
  grains: ['VILLAGE', 'COMMUNE'],
  source: 'VISITS',
  formulaVersion: 1,
  ...shareOfPeople('health_book', 'citizens14'),
};
