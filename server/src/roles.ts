// Every role and what it may do, at which reach. Read across: the table is the policy.
//   commune: anywhere in the commune     unit: at the organisation or village where the position is held
import { installRoles, type Reach, type RoleDefinition } from './kernel/index.js';
import { Role } from './modules/access/index.js';

type Grants = RoleDefinition['may'];

/** What everybody with a position sees: the organisations, the plan, the indicators and the warnings. */
const figures: Grants = {
  'org:read': 'commune',
  'plan:read': 'commune',
  'indicator:read': 'commune',
  'flag:read': 'commune',
};
const people: Grants = { 'team:read': 'commune', 'person:read': 'commune' };

const homes = (reach: Reach): Grants => ({ 'household:read': reach, 'visit:read': reach });
const recording = (reach: Reach): Grants => ({ 'visit:record': reach, 'session:record': reach });
const rosterKeeping = (reach: Reach): Grants => ({ 'household:manage': reach, 'household:verify': reach });

export const roles: Record<Role, RoleDefinition> = {
  [Role.LEADER]: {
    title: { vi: 'Lãnh đạo UBND xã', en: 'Leader of the People’s Committee' },
    may: { ...figures, ...people, ...homes('commune'), 'dossier:read': 'commune' },
  },
  [Role.OFFICE]: {
    title: { vi: 'Phòng Văn hoá - Xã hội', en: 'Office of Culture and Society' },
    may: {
      ...figures,
      ...people,
      ...homes('commune'),
      ...recording('commune'),
      ...rosterKeeping('commune'),
      'person:manage': 'commune',
      'person:phone': 'commune',
      'team:manage': 'commune',
      'dossier:read': 'commune',
      'indicator:recompute': 'commune',
    },
  },
  [Role.COMMUNE_OFFICE]: {
    title: { vi: 'Văn phòng HĐND và UBND', en: 'Commune Office' },
    may: { ...figures, ...people },
  },
  [Role.SERVICE_CENTER]: {
    title: { vi: 'Trung tâm Phục vụ hành chính công', en: 'Public Service Center' },
    may: {
      ...figures,
      ...people,
      ...homes('commune'),
      'session:record': 'commune',
      'dossier:read': 'commune',
      'dossier:record': 'commune',
    },
  },
  [Role.FRONT]: {
    title: { vi: 'Uỷ ban MTTQ xã', en: 'Fatherland Front' },
    may: { ...figures, ...people, ...homes('commune'), 'dossier:read': 'commune' },
  },
  [Role.MASS_ORG]: {
    title: { vi: 'Tổ chức chính trị - xã hội', en: 'Mass organisation' },
    may: { ...figures, ...people },
  },
  [Role.COUNCIL_MEMBER]: {
    title: { vi: 'Thành viên Hội đồng thi đua, khen thưởng', en: 'Member of the commendation council' },
    may: { ...figures },
  },
  [Role.VILLAGE_HEAD]: {
    title: { vi: 'Trưởng thôn', en: 'Village head' },
    may: { ...figures, ...people, ...homes('unit'), ...rosterKeeping('unit'), 'person:phone': 'unit' },
  },
  [Role.TEAM_LEADER]: {
    title: { vi: 'Tổ trưởng, Tổ phó', en: 'Team leader, deputy' },
    may: {
      ...figures,
      ...people,
      ...homes('unit'),
      ...recording('unit'),
      'household:manage': 'unit',
      'person:phone': 'unit',
    },
  },
  [Role.TEAM_MEMBER]: {
    title: { vi: 'Thành viên Tổ', en: 'Team member' },
    may: { ...figures, ...people, ...homes('unit'), ...recording('unit'), 'person:phone': 'unit' },
  },
  [Role.STEERING_VIEWER]: {
    title: { vi: 'Ban Chỉ đạo, TT Đảng uỷ, TT HĐND', en: 'Steering committee' },
    may: { ...figures },
  },
  [Role.CITY_VIEWER]: {
    title: { vi: 'Sở Khoa học và Công nghệ', en: 'City Department of Science and Technology' },
    may: { ...figures },
  },
  [Role.ADMIN]: {
    title: { vi: 'Quản trị', en: 'Administrator' },
    may: {
      ...figures,
      ...people,
      'org:manage': 'commune',
      'person:manage': 'commune',
      'clock:set': 'commune',
      'jobs:watch': 'commune',
      'indicator:recompute': 'commune',
    },
  },
};

/** Puts the table into force; called once at boot, after every module has defined its actions. */
export function enforceRoles(): void {
  installRoles(roles, { rows: 'household:read', phones: 'person:phone' });
}
