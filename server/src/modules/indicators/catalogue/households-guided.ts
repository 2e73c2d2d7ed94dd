import { ALL_HOUSEHOLDS, PLAN_ENDS_ON, PLAN_STARTS_ON, type HouseholdIndicator } from './definition.js';

/**
 * Plan III.1.2: "trực tiếp làm mẫu, hướng dẫn ít nhất 90% số hộ gia đình trong thôn". The plan judges it in
 * each village; the commune's figure is their sum. A home that nobody reached is known to be not guided, so
 * this indicator has no unknowns.
 */
export const householdsGuided: HouseholdIndicator = {
  code: 'HOUSEHOLDS_GUIDED',
  nameVi: 'Hộ gia đình được trực tiếp làm mẫu, hướng dẫn',
  nameEn: 'Households shown and guided in person',
  shortVi: 'Hộ được hướng dẫn',
  shortEn: 'Guided homes',
  numeratorVi: 'Số hộ đã gặp và được hướng dẫn ít nhất một nội dung thực hành trong thời gian kế hoạch',
  numeratorEn: "Households met and shown at least one hands-on topic in the plan's time",
  denominatorVi: 'Số hộ gia đình thường trú trong danh sách hộ',
  denominatorEn: 'Resident households of the roster',
  grains: ['VILLAGE', 'COMMUNE'],
  source: 'VISITS',
  formulaVersion: 1,
  numerator: `count(*) filter (where s.guided_on between ${PLAN_STARTS_ON} and ${PLAN_ENDS_ON})`,
  denominator: ALL_HOUSEHOLDS,
  unknown: '0',
};
