import { shareOfPeople, type HouseholdIndicator } from './definition.js';

/** Plan III.1.1: "đăng ký, cài đặt tài khoản, định danh điện tử VNeID mức độ 2"; tracked, the plan sets no target. */
export const vneidLevel2: HouseholdIndicator = {
  code: 'VNEID_LEVEL2',
  nameVi: 'Người dân có tài khoản định danh điện tử mức độ 2',
  nameEn: 'Residents with a level-2 electronic identity',
  shortVi: 'VNeID mức 2',
  shortEn: 'VNeID level 2',
  numeratorVi: 'Số người có tài khoản VNeID mức độ 2',
  numeratorEn: 'Residents with a level-2 account',
  denominatorVi: 'Số công dân từ 14 tuổi trở lên của các hộ',
  denominatorEn: 'Citizens of 14 and over in the households',
  grains: ['VILLAGE', 'COMMUNE'],
  source: 'VISITS',
  formulaVersion: 1,
  ...shareOfPeople('vneid_level2', 'citizens14'),
};
