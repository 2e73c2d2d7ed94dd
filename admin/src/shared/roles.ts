/** Every role, as the office lists them. */
export const roles = [
  'LEADER',
  'OFFICE',
  'COMMUNE_OFFICE',
  'SERVICE_CENTER',
  'FRONT',
  'MASS_ORG',
  'COUNCIL_MEMBER',
  'VILLAGE_HEAD',
  'TEAM_LEADER',
  'TEAM_MEMBER',
  'STEERING_VIEWER',
  'CITY_VIEWER',
  'ADMIN',
] as const;

/** Where a role is given. The two roles of a team are missing: they follow from the team's list of members. */
const unitKindOfRole: Record<string, string> = {
  LEADER: 'PEOPLES_COMMITTEE',
  OFFICE: 'CULTURE_SOCIETY_OFFICE',
  COMMUNE_OFFICE: 'COMMUNE_OFFICE',
  SERVICE_CENTER: 'PUBLIC_SERVICE_CENTER',
  FRONT: 'FATHERLAND_FRONT',
  MASS_ORG: 'MASS_ORGANIZATION',
  COUNCIL_MEMBER: 'PEOPLES_COMMITTEE',
  VILLAGE_HEAD: 'VILLAGE',
  STEERING_VIEWER: 'STEERING_COMMITTEE',
  CITY_VIEWER: 'CITY_DEPARTMENT',
  ADMIN: 'PEOPLES_COMMITTEE',
};

/** The roles that are given as positions. */
export const positionRoles = roles.filter((role) => role in unitKindOfRole);

/** The kind of organisation at which this role is given; undefined for a team's. */
export const unitKindOf = (role: string): string | undefined => unitKindOfRole[role];

/** What is seen in one of these roles depends on the village it is held in. */
export const isVillageRole = (role: string): boolean =>
  ['VILLAGE_HEAD', 'TEAM_LEADER', 'TEAM_MEMBER'].includes(role);
