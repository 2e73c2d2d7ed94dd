import { registerEnumType } from 'type-graphql';

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
