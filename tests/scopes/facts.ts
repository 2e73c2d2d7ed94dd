/**
 * What there is, as plain rows: one list for each table, in the words of the API. The server gets them by SQL
 * (load.ts), the oracle reads them as they stand here.
 */

import type {
  Account,
  Activity,
  ApiKey,
  Clause,
  Commune,
  Consent,
  DataRequest,
  Delegation,
  Detail,
  DossierMonth,
  Figure,
  Flag,
  Happening,
  Home,
  HomeState,
  HomeVillage,
  Incident,
  Invitation,
  Membership,
  Performer,
  Person,
  Plan,
  Position,
  SecondFactor,
  Session,
  SessionHome,
  Skill,
  Succession,
  Target,
  Task,
  TaskUnit,
  Team,
  Unit,
  Visit,
} from './fact-rows.js';

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
export type Role = (typeof roles)[number];

/** Every row of every commune. The keys are the tables, spelled as load.ts maps them. */
export interface World {
  commune: Commune[];
  orgUnit: Unit[];
  villageSuccession: Succession[];
  person: Person[];
  personSkill: Skill[];
  account: Account[];
  secondFactor: SecondFactor[];
  invitation: Invitation[];
  apiKey: ApiKey[];
  event: Happening[];
  eventDetail: Detail[];
  position: Position[];
  team: Team[];
  teamMembership: Membership[];
  delegation: Delegation[];
  plan: Plan[];
  planClause: Clause[];
  planTask: Task[];
  planTaskUnit: TaskUnit[];
  planTarget: Target[];
  household: Home[];
  householdVillage: HomeVillage[];
  householdState: HomeState[];
  visit: Visit[];
  visitPerformer: Performer[];
  guidanceSession: Session[];
  guidanceSessionHousehold: SessionHome[];
  dossierMonth: DossierMonth[];
  lagFlag: Flag[];
  indicatorValue: Figure[];
  villageActivity: Activity[];
  consent: Consent[];
  dataRequest: DataRequest[];
  incident: Incident[];
}

/** Nothing yet. The order is the order in which rows can be written. */
export const emptyWorld = (): World => ({
  commune: [],
  orgUnit: [],
  villageSuccession: [],
  person: [],
  personSkill: [],
  account: [],
  secondFactor: [],
  invitation: [],
  apiKey: [],
  event: [],
  eventDetail: [],
  position: [],
  team: [],
  teamMembership: [],
  delegation: [],
  plan: [],
  planClause: [],
  planTask: [],
  planTaskUnit: [],
  planTarget: [],
  household: [],
  householdVillage: [],
  householdState: [],
  visit: [],
  visitPerformer: [],
  guidanceSession: [],
  guidanceSessionHousehold: [],
  dossierMonth: [],
  lagFlag: [],
  indicatorValue: [],
  villageActivity: [],
  consent: [],
  dataRequest: [],
  incident: [],
});

/** A Monday morning, two weeks before the quarter's deadline. */
export const now = '2025-12-01T08:00:00+07:00';
export const today = '2025-12-01';

/** The unit with this code. */
export function unitOf(world: World, code: string): Unit {
  const unit = world.orgUnit.find((candidate) => candidate.code === code);
  if (!unit) throw new Error(`There is no unit ${code}`);
  return unit;
}

/** The account with this login. */
export function accountOf(world: World, login: string): Account {
  const account = world.account.find((candidate) => candidate.login === login);
  if (!account) throw new Error(`There is no login ${login}`);
  return account;
}

/** The person who signs in with this login. */
export function personOf(world: World, login: string): Person {
  const { personId } = accountOf(world, login);
  return world.person.find(({ id }) => id === personId)!;
}

/** Whether a dated row holds on the world's day: from its first day, up to the day before its last. */
export function holdsToday(row: { validFrom: string; validTo: string | null }): boolean {
  return row.validFrom <= today && (row.validTo === null || row.validTo > today);
}
