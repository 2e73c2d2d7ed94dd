import type { RegisterIndicator } from './definition.js';

/**
 * Plan II.2: "80% người dân, doanh nghiệp sử dụng dịch vụ công trực tuyến được định danh và xác thực điện tử".
 * The register counts users month by month, so a person active in two months is counted in both sums.
 */
export const vneidServiceUsers: RegisterIndicator = {
  code: 'VNEID_SERVICE_USERS',
  nameVi: 'Người dân, doanh nghiệp dùng dịch vụ công trực tuyến được định danh qua VNeID',
  nameEn: 'Users of online public services authenticated by VNeID',
  shortVi: 'Định danh VNeID',
  shortEn: 'VNeID users',
  numeratorVi:
    'Số lượt người dùng được định danh, xác thực qua VNeID, cộng các tháng đã ghi trong thời gian kế hoạch',
  numeratorEn: "Users authenticated by VNeID, summed over the plan's recorded months",
  denominatorVi: 'Số lượt người dùng dịch vụ công trực tuyến trong các tháng đó',
  denominatorEn: 'Users of online public services in those months',
  grains: ['COMMUNE'],
  source: 'DOSSIER_REGISTER',
  formulaVersion: 1,
  numerator: 'sum(d.online_users_verified)',
  denominator: 'sum(d.online_users)',
};
