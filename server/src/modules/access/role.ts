import { registerEnumType } from 'type-graphql';
import { OrgUnitKind } from '../org/index.js';

/** A role is a position held at an org unit, with dates; the two team roles follow from team membership. */
export enum Role {
  LEADER = 'LEADER',
  OFFICE = 'OFFICE',
  COMMUNE_OFFICE = 'COMMUNE_OFFICE',
  SERVICE_CENTER = 'SERVICE_CENTER',
  FRONT = 'FRONT',
  MASS_ORG = 'MASS_ORG',
  COUNCIL_MEMBER = 'COUNCIL_MEMBER',
  VILLAGE_HEAD = 'VILLAGE_HEAD',
  TEAM_LEADER = 'TEAM_LEADER',
  TEAM_MEMBER = 'TEAM_MEMBER',
  STEERING_VIEWER = 'STEERING_VIEWER',
  CITY_VIEWER = 'CITY_VIEWER',
  ADMIN = 'ADMIN',
}
registerEnumType(Role, { name: 'Role', description: 'What a person is at an organisation' });

/** The kind of organisation at which each role is usually held. */
export const kindOfUnit: Record<Role, OrgUnitKind> = {
  [Role.LEADER]: OrgUnitKind.PEOPLES_COMMITTEE,
  [Role.OFFICE]: OrgUnitKind.CULTURE_SOCIETY_OFFICE,
  [Role.COMMUNE_OFFICE]: OrgUnitKind.COMMUNE_OFFICE,
  [Role.SERVICE_CENTER]: OrgUnitKind.PUBLIC_SERVICE_CENTER,
  [Role.FRONT]: OrgUnitKind.FATHERLAND_FRONT,
  [Role.MASS_ORG]: OrgUnitKind.MASS_ORGANIZATION,
  [Role.COUNCIL_MEMBER]: OrgUnitKind.PEOPLES_COMMITTEE,
  [Role.VILLAGE_HEAD]: OrgUnitKind.VILLAGE,
  [Role.TEAM_LEADER]: OrgUnitKind.VILLAGE,
  [Role.TEAM_MEMBER]: OrgUnitKind.VILLAGE,
  [Role.STEERING_VIEWER]: OrgUnitKind.STEERING_COMMITTEE,
  [Role.CITY_VIEWER]: OrgUnitKind.CITY_DEPARTMENT,
  [Role.ADMIN]: OrgUnitKind.PEOPLES_COMMITTEE,
};
