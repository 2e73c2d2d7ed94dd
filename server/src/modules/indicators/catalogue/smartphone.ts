import { shareOfPeople, type HouseholdIndicator } from './definition.js';

/** Plan II.2: "tỷ lệ dân số trưởng thành có điện thoại thông minh đạt trên 80%". */
export const smartphone: HouseholdIndicator = {
  code: 'SMARTPHONE',
  nameVi: 'Người trưởng thành có điện thoại thông minh',
  nameEn: 'Adults with a smartphone',
  shortVi: 'Điện thoại thông minh',
  shortEn: 'Smartphone',
  numeratorVi: 'Số người từ 18 tuổi có điện thoại thông minh',
  numeratorEn: 'Adults with a smartphone',
  denominatorVi: 'Số người từ 18 tuổi trở lên của các hộ',
  denominatorEn: 'Adults of 18 and over in the households',
  grains: ['VILLAGE', 'COMMUNE'],
  source: 'VISITS',
  formulaVersion: 1,
  ...shareOfPeople('adults_with_smartphone', 'adults'),
};
