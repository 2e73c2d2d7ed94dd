// The table of contents. A module imports only modules above it in this list, and only their index; orders go
// up by call, news comes down by event. It is also the order to read them in.
import { Commune, OrgUnit, OrgUnitResolver } from './modules/org/index.js';
import './modules/tabular/index.js';
import { UploadResolver } from './modules/files/index.js';
import { Person, PersonExportResolver, PersonResolver } from './modules/people/index.js';
import {
  ApiKey,
  ApiKeyResolver,
  ClockResolver,
  SecondFactorResolver,
  SessionResolver,
  SetupResolver,
  SignInResolver,
} from './modules/access/index.js';
import {
  Account,
  AccountResolver,
  Delegation,
  DelegationResolver,
  Invitation,
  InvitationResolver,
  JoiningResolver,
  Position,
  PositionResolver,
} from './modules/accounts/index.js';
import { ParameterResolver, ParameterValueResolver } from './modules/parameters/index.js';
import { HistoryResolver, ReadingResolver } from './modules/audit/index.js';
import { Incident, IncidentResolver, RetentionResolver } from './modules/privacy/index.js';
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
import {
  Household,
  HouseholdExportResolver,
  HouseholdResolver,
  HouseholdState,
} from './modules/households/index.js';
import {
  HouseholdVisitsResolver,
  Visit,
  VisitExportResolver,
  VisitResolver,
} from './modules/visits/index.js';
import {
  Consent,
  ConsentResolver,
  DataRequest,
  DataRequestResolver,
  HouseholdConsentsResolver,
} from './modules/data-rights/index.js';
import { GuidanceSession, GuidanceSessionResolver } from './modules/guidance/index.js';
import { DossierMonth, DossierMonthResolver } from './modules/dossiers/index.js';
import { IndicatorResolver } from './modules/indicators/index.js';
import { LagFlag, LagFlagResolver } from './modules/flags/index.js';
import { ScoreboardResolver } from './modules/overview/index.js';

/** What MikroORM stores. */
export const entities = [
  ...[Commune, OrgUnit, Person, ApiKey],
  ...[Account, Invitation, Position, Delegation],
  ...[Incident],
  ...[Plan, PlanClause, PlanTask, PlanTaskUnit, PlanTarget],
  ...[Team, Membership],
  ...[Household, HouseholdState, Visit, Consent, DataRequest],
  ...[GuidanceSession, DossierMonth, LagFlag],
];

/** What the API answers with. */
export const resolvers = [
  ...[OrgUnitResolver, UploadResolver, PersonResolver],
  ...[SignInResolver, SessionResolver, SecondFactorResolver, ApiKeyResolver, SetupResolver, ClockResolver],
  ...[AccountResolver, InvitationResolver, JoiningResolver, PositionResolver, DelegationResolver],
  ...[HistoryResolver, ReadingResolver],
  ...[ParameterResolver, ParameterValueResolver, IncidentResolver, RetentionResolver],
  ...[PlanResolver, PlanClauseResolver, PlanTaskResolver, PlanTaskUnitResolver, PlanTargetResolver],
  ...[TeamResolver, MembershipResolver, VillageTeamResolver],
  ...[HouseholdResolver, VisitResolver, HouseholdVisitsResolver],
  ...[PersonExportResolver, HouseholdExportResolver, VisitExportResolver],
  ...[ConsentResolver, HouseholdConsentsResolver, DataRequestResolver],
  ...[GuidanceSessionResolver, DossierMonthResolver],
  ...[IndicatorResolver, LagFlagResolver, ScoreboardResolver],
] as const;
