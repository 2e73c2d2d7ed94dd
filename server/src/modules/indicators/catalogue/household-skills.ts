import { ALL_HOUSEHOLDS, TODAY, type HouseholdIndicator } from './definition.js';

// An assessment is valid for 12 months (default); after that the home is unknown again.
const STILL_VALID_AFTER = `(${TODAY} - interval '12 months')::date`;

/** Plan II.2: "Ít nhất 70% số hộ gia đình tại các thôn có kỹ năng số". */
export const householdSkills: HouseholdIndicator = {
  code: 'HOUSEHOLD_SKILLS',
  nameVi: 'Hộ gia đình có kỹ năng số',
  nameEn: 'Households with digital skills',
  shortVi: 'Kỹ năng số',
  shortEn: 'Skills',
  numeratorVi:
    'Số hộ có một người từ 18 tuổi tự làm được ít nhất 3 trong 5 việc, đánh giá trong 12 tháng qua',
  numeratorEn:
    'Households where one adult did at least 3 of the 5 tasks unaided, assessed in the last 12 months',
  denominatorVi: 'Số hộ gia đình thường trú trong danh sách hộ',
  denominatorEn: 'Resident households of the roster',
  grains: ['VILLAGE', 'COMMUNE'],
  source: 'VISITS',
  formulaVersion: 1,
  numerator: `count(*) filter (where s.skilled_on > ${STILL_VALID_AFTER})`,
  denominator: ALL_HOUSEHOLDS,
  unknown: `count(*) filter (where s.skills_assessed_on is null or s.skills_assessed_on <= ${STILL_VALID_AFTER})`,
};
