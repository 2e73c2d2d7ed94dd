// The table of contents. A module imports only modules above it in this list, and only their index; orders go
// up by call, news comes down by event. It is also the order to read them in.
import { Commune, OrgUnit, OrgUnitResolver } from './modules/org/index.js';
import { Person, PersonResolver } from './modules/people/index.js';
import { AccessResolver } from './modules/access/index.js';
import './modules/accounts/index.js';
import './modules/parameters/index.js';
import './modules/audit/index.js';
import './modules/privacy/index.js';
import './modules/files/index.js';
import {
  Plan,
  PlanClause,
  PlanClauseResolver,
  PlanResolver,
  PlanTarget,
  PlanTargetResolver,
  PlanTask,
  PlanTaskResolver,
  PlanTaskUnit,
  PlanTaskUnitResolver,
} from './modules/plan/index.js';
import {
  Membership,
  MembershipResolver,
  Team,
  TeamResolver,
  VillageTeamResolver,
} from './modules/teams/index.js';
import { Household, HouseholdResolver, HouseholdState } from './modules/households/index.js';
import { HouseholdVisitsResolver, Visit, VisitResolver } from './modules/visits/index.js';
import { GuidanceSession, GuidanceSessionResolver } from './modules/guidance/index.js';
import { DossierMonth, DossierMonthResolver } from './modules/dossiers/index.js';
import { IndicatorResolver } from './modules/indicators/index.js';
import { LagFlag, LagFlagResolver } from './modules/flags/index.js';
import { ScoreboardResolver } from './modules/overview/index.js';

/** What MikroORM stores. */
export const entities = [
  ...[Commune, OrgUnit, Person],
  ...[Plan, PlanClause, PlanTask, PlanTaskUnit, PlanTarget],
  ...[Team, Membership],
  ...[Household, HouseholdState, Visit],
  ...[GuidanceSession, DossierMonth, LagFlag],
];

/** What the API answers with. */
export const resolvers = [
  ...[OrgUnitResolver, PersonResolver, AccessResolver],
  ...[PlanResolver, PlanClauseResolver, PlanTaskResolver, PlanTaskUnitResolver, PlanTargetResolver],
  ...[TeamResolver, MembershipResolver, VillageTeamResolver],
  ...[HouseholdResolver, VisitResolver, HouseholdVisitsResolver],
  ...[GuidanceSessionResolver, DossierMonthResolver],
  ...[IndicatorResolver, LagFlagResolver, ScoreboardResolver],
] as const;
