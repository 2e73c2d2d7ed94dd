import type { RegisterIndicator } from './definition.js';

/** Plan II.2: "hồ sơ thủ tục hành chính được nộp và xử lý trực tuyến … đạt 90% trở lên". */
export const onlineDossiers: RegisterIndicator = {
  code: 'ONLINE_DOSSIERS',
  nameVi: 'Hồ sơ thủ tục hành chính nộp và xử lý trực tuyến',
  nameEn: 'Dossiers submitted and processed online',
  shortVi: 'Hồ sơ trực tuyến',
  shortEn: 'Online dossiers',
  numeratorVi: 'Số hồ sơ vừa nộp vừa xử lý trực tuyến, cộng các tháng đã ghi trong thời gian kế hoạch',
  numeratorEn: "Dossiers both submitted and processed online, summed over the plan's recorded months",
  denominatorVi: 'Tổng số hồ sơ phát sinh trong các tháng đó',
  denominatorEn: 'All dossiers of those months',
  grains: ['COMMUNE'],
  source: 'DOSSIER_REGISTER',
  formulaVersion: 1,
  numerator: 'sum(d.dossiers_online)',
  denominator: 'sum(d.dossiers)',
};
