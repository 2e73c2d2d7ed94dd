// Every role and what it may do, at which reach. Read across: the table is the policy.
//   commune: anywhere in the commune     unit: at the organisation or village where the position is held
import { installRoles, type Reach, type RoleDefinition } from './kernel/index.js';
import { Role } from './modules/access/index.js';

type Grants = RoleDefinition['may'];

/** What everybody with a position sees: the organisations, the plan, the indicators and the warnings. */
const plain: Grants = {
  'org:read': 'commune',
  'plan:read': 'commune',
  'indicator:read': 'commune',
  'flag:read': 'commune',
  'parameter:read': 'commune',
};
/** Inside the commune small counts are shown too; the city sees them hidden. */
const figures: Grants = { ...plain, 'figure:small': 'commune' };
const people: Grants = { 'team:read': 'commune', 'person:read': 'commune' };
/** An office may let somebody stand in for its own positions, and give scripts a key to its own work. */
const office: Grants = { 'delegation:make': 'self', 'key:make': 'self' };

const homes = (reach: Reach): Grants => ({ 'household:read': reach, 'visit:read': reach });
const recording = (reach: Reach): Grants => ({
  'visit:record': reach,
  'session:record': reach,
  'consent:record': reach,
});
const rosterKeeping = (reach: Reach): Grants => ({ 'household:manage': reach, 'household:verify': reach });

export const roles: Record<Role, RoleDefinition> = {
  [Role.LEADER]: {
    title: { vi: 'Lãnh đạo UBND xã', en: 'Leader of the People’s Committee' },
    may: {
      ...figures,
      ...people,
      ...office,
      ...homes('commune'),
      'dossier:read': 'commune',
      'audit:read': 'commune',
      'privacy:read': 'commune',
      'incident:read': 'commune',
      'household:export': 'commune',
    },
  },
  [Role.OFFICE]: {
    title: { vi: 'Phòng Văn hoá - Xã hội', en: 'Office of Culture and Society' },
    may: {
      ...figures,
      ...people,
      ...office,
      ...homes('commune'),
      ...recording('commune'),
      ...rosterKeeping('commune'),
      'person:manage': 'commune',
      'person:phone': 'commune',
      'person:export': 'commune',
      'team:manage': 'commune',
      'dossier:read': 'commune',
      'indicator:recompute': 'commune',
      'household:export': 'commune',
      'visit:settle-note': 'commune',
      'audit:read': 'commune',
      'privacy:read': 'commune',
      'privacy:manage': 'commune',
      'incident:read': 'commune',
      'incident:record': 'commune',
      'file:upload': 'commune',
    },
  },
  [Role.COMMUNE_OFFICE]: {
    title: { vi: 'Văn phòng HĐND và UBND', en: 'Commune Office' },
    may: { ...figures, ...people, ...office },
  },
  [Role.SERVICE_CENTER]: {
    title: { vi: 'Trung tâm Phục vụ hành chính công', en: 'Public Service Center' },
    may: {
      ...figures,
      ...people,
      ...office,
      ...homes('commune'),
      'session:record': 'commune',
      'dossier:read': 'commune',
      'dossier:record': 'commune',
    },
  },
  [Role.FRONT]: {
    title: { vi: 'Uỷ ban MTTQ xã', en: 'Fatherland Front' },
    may: { ...figures, ...people, ...office, ...homes('commune'), 'dossier:read': 'commune' },
  },
  [Role.MASS_ORG]: {
    title: { vi: 'Tổ chức chính trị - xã hội', en: 'Mass organisation' },
    may: { ...figures, ...people, ...office },
  },
  [Role.COUNCIL_MEMBER]: {
    title: { vi: 'Thành viên Hội đồng thi đua, khen thưởng', en: 'Member of the commendation council' },
    may: { ...figures },
  },
  [Role.VILLAGE_HEAD]: {
    title: { vi: 'Trưởng thôn', en: 'Village head' },
    may: {
      ...figures,
      ...people,
      ...homes('unit'),
      ...rosterKeeping('unit'),
      'person:phone': 'unit',
      'delegation:make': 'self',
    },
  },
  [Role.TEAM_LEADER]: {
    title: { vi: 'Tổ trưởng, Tổ phó', en: 'Team leader, deputy' },
    may: {
      ...figures,
      ...people,
      ...homes('unit'),
      ...recording('unit'),
      'household:manage': 'unit',
      'visit:settle-note': 'unit',
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
    may: { ...plain },
  },
  [Role.ADMIN]: {
    title: { vi: 'Quản trị', en: 'Administrator' },
    may: {
      ...figures,
      ...people,
      'org:manage': 'commune',
      'person:manage': 'commune',
      'person:export': 'commune',
      'account:read': 'commune',
      'account:manage': 'commune',
      'position:manage': 'commune',
      'delegation:make': 'commune',
      'key:make': 'self',
      'security:manage': 'commune',
      'parameter:manage': 'commune',
      'audit:read': 'commune',
      'incident:read': 'commune',
      'incident:record': 'commune',
      'view:as': 'commune',
      'file:upload': 'commune',
      'clock:set': 'commune',
      'jobs:watch': 'commune',
      'indicator:recompute': 'commune',
    },
  },
};

/** Puts the table into force; called once at boot, after every module has defined its actions. */
export function enforceRoles(): void {
  installRoles(roles, {
    rows: 'household:read',
    phones: 'person:phone',
    viewAs: 'view:as',
    walls: {
      people: 'person:read',
      accounts: 'account:read',
      audit: 'audit:read',
      privacy: 'privacy:read',
      incidents: 'incident:read',
    },
  });
}
