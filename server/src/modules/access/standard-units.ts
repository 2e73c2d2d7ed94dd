// The organisations that every commune has; their names can be changed afterwards. The villages are its own.
import { OrgUnitKind } from '../org/index.js';

interface StandardUnit {
  code: string;
  parent: string | null;
  kind: OrgUnitKind;
  /** `{commune}` stands for the commune's name. */
  name: string;
}

const { MASS_ORGANIZATION } = OrgUnitKind;

export const standardUnits: StandardUnit[] = [
  { code: 'SKHCN', parent: null, kind: OrgUnitKind.CITY_DEPARTMENT, name: 'Sở Khoa học và Công nghệ' },
  {
    code: 'UBND',
    parent: 'SKHCN',
    kind: OrgUnitKind.PEOPLES_COMMITTEE,
    name: 'Ủy ban nhân dân xã {commune}',
  },
  { code: 'BCD', parent: null, kind: OrgUnitKind.STEERING_COMMITTEE, name: 'Ban Chỉ đạo chuyển đổi số xã' },
  { code: 'VHXH', parent: 'UBND', kind: OrgUnitKind.CULTURE_SOCIETY_OFFICE, name: 'Phòng Văn hóa - Xã hội' },
  { code: 'VP', parent: 'UBND', kind: OrgUnitKind.COMMUNE_OFFICE, name: 'Văn phòng HĐND và UBND xã' },
  {
    code: 'TTPVHCC',
    parent: 'UBND',
    kind: OrgUnitKind.PUBLIC_SERVICE_CENTER,
    name: 'Trung tâm Phục vụ hành chính công',
  },
  { code: 'MTTQ', parent: null, kind: OrgUnitKind.FATHERLAND_FRONT, name: 'Ủy ban Mặt trận Tổ quốc xã' },
  { code: 'HPN', parent: 'MTTQ', kind: MASS_ORGANIZATION, name: 'Hội Liên hiệp Phụ nữ xã' },
  { code: 'HND', parent: 'MTTQ', kind: MASS_ORGANIZATION, name: 'Hội Nông dân xã' },
  { code: 'CCB', parent: 'MTTQ', kind: MASS_ORGANIZATION, name: 'Hội Cựu chiến binh xã' },
  { code: 'DTN', parent: 'MTTQ', kind: MASS_ORGANIZATION, name: 'Đoàn Thanh niên Cộng sản Hồ Chí Minh xã' },
  { code: 'CD', parent: 'MTTQ', kind: MASS_ORGANIZATION, name: 'Công đoàn xã' },
];

/** Where the first administrator holds the position. */
export const administratorsUnit = 'UBND';

/** T01, T02, …: villages in the order in which they were named. */
export const villageCode = (index: number): string => `T${String(index + 1).padStart(2, '0')}`;
