/** The rows of each table, in the words of the API. */
import type { Role } from './facts.js';

type Maybe<T> = T | null;

export interface Commune {
  id: number;
  code: string;
  name: string;
  provinceCode: string;
  provinceName: string;
  isSample: boolean;
}
interface OfCommune {
  communeId: number;
}
interface Stored extends OfCommune {
  id: string;
}
interface Dated {
  validFrom: string;
  validTo: Maybe<string>;
}
export interface Unit extends OfCommune, Dated {
  id: number;
  parentId: Maybe<number>;
  kind: string;
  code: string;
  name: string;
  sortOrder: number;
}
export interface Succession extends OfCommune {
  predecessorId: number;
  successorId: number;
  effectiveOn: string;
}
export interface Person extends Stored {
  fullName: string;
  phone: Maybe<string>;
  birthYear: Maybe<number>;
  createdAt: string;
}
export interface Skill extends OfCommune {
  personId: string;
  topic: string;
}
export interface Account extends Stored {
  personId: string;
  login: string;
  /** Somebody who was invited has none yet. */
  hasPassword: boolean;
  createdAt: string;
  disabledAt: Maybe<string>;
  disabledReason: Maybe<string>;
}
export interface SecondFactor extends OfCommune {
  accountId: string;
  secret: string;
  confirmedAt: Maybe<string>;
}
export interface Invitation extends Stored {
  accountId: string;
  kind: string;
  tokenHash: string;
  createdById: Maybe<string>;
  createdAt: string;
  expiresAt: string;
}
export interface ApiKey extends Stored {
  accountId: string;
  name: string;
  hint: string;
  keyHash: string;
  scopes: string[];
  createdAt: string;
  expiresAt: string;
  revokedAt: Maybe<string>;
}
export interface Happening extends Stored {
  type: string;
  subjectType: string;
  subjectId: string;
  actorPersonId: Maybe<string>;
  requestId: string;
  occurredAt: string;
  recordedAt: string;
  data: Record<string, unknown>;
  /** Of a detail; there may be one no more. */
  detailHash: Maybe<string>;
}
export interface Detail extends OfCommune {
  eventId: string;
  salt: string;
  detail: Record<string, unknown>;
  occurredAt: string;
  /** It is about homes. */
  aboutRows: boolean;
}
export interface Position extends Stored, Dated {
  personId: string;
  orgUnitId: number;
  role: Role;
}
export interface Team extends Stored {
  villageId: number;
  name: string;
  foundedOn: string;
  decisionNumber: Maybe<string>;
}
export interface Membership extends Stored, Dated {
  teamId: string;
  villageId: number;
  personId: string;
  role: 'LEADER' | 'DEPUTY' | 'MEMBER';
  nominatedById: Maybe<number>;
  decisionNumber: Maybe<string>;
  decisionDate: Maybe<string>;
}
export interface Delegation extends Stored {
  fromPersonId: string;
  toPersonId: string;
  orgUnitId: number;
  role: Role;
  validFrom: string;
  validTo: string;
  reason: string;
  createdById: string;
  createdAt: string;
  endedAt: Maybe<string>;
}
export interface Plan extends Stored {
  code: string;
  title: string;
  year: number;
  startsOn: string;
  endsOn: string;
  isActive: boolean;
  isSample: boolean;
  legalBases: string[];
  recipients: string[];
  signatory: Maybe<string>;
}
interface OfPlan extends Stored {
  planId: string;
}
export interface Clause extends OfPlan {
  code: string;
  parentCode: Maybe<string>;
  ordinal: number;
  kind: string;
  text: string;
  correctedText: Maybe<string>;
  quantified: boolean;
}
export interface Task extends OfPlan {
  clauseCode: string;
  code: string;
  title: string;
  dueOn: Maybe<string>;
  recurrence: Maybe<string>;
}
export interface TaskUnit extends OfCommune {
  taskId: string;
  orgUnitId: number;
  isLead: boolean;
}
export interface Target extends OfPlan {
  clauseCode: string;
  indicatorCode: string;
  ordinal: number;
  comparator: Maybe<string>;
  targetPercent: Maybe<number>;
  baselinePercent: number;
  startsOn: string;
  dueOn: string;
}
interface Counts {
  adultsWithSmartphone: Maybe<number>;
  adultsWithEpayment: Maybe<number>;
  vneidLevel2: Maybe<number>;
  healthBook: Maybe<number>;
}
export interface Home extends Stored {
  villageId: number;
  kind: string;
  code: string;
  headName: string;
  lane: Maybe<string>;
  address: Maybe<string>;
  phone: Maybe<string>;
  adults: Maybe<number>;
  citizens14: Maybe<number>;
  verifiedOn: Maybe<string>;
  removedOn: Maybe<string>;
  version: number;
  createdAt: string;
}
export interface HomeVillage extends OfCommune, Dated {
  householdId: string;
  villageId: number;
}
export interface HomeState extends OfCommune, Counts {
  householdId: string;
  villageId: number;
  lastVisitOn: Maybe<string>;
  metOn: Maybe<string>;
  guidedOn: Maybe<string>;
  skillsAssessedOn: Maybe<string>;
  skilledOn: Maybe<string>;
}
export interface Visit extends Stored, Counts {
  householdId: string;
  villageId: number;
  correctsId: Maybe<string>;
  correctionReason: Maybe<string>;
  visitedAt: string;
  result: string;
  topics: string[];
  adults: Maybe<number>;
  citizens14: Maybe<number>;
  skills: Maybe<string[]>;
  skillsVersion: Maybe<number>;
  note: Maybe<string>;
  noteState: string;
  noteKinds: string[];
  noteMasked: Maybe<string>;
  formVersion: number;
  recordedById: string;
  recordedAt: string;
  receivedAt: string;
  payloadHash: string;
}
export interface Performer extends OfCommune {
  visitId: string;
  personId: string;
}
export interface Session extends Stored {
  villageId: Maybe<number>;
  form: string;
  heldAt: string;
  place: string;
  topics: string[];
  peopleCount: number;
  recordedById: string;
  recordedAt: string;
  payloadHash: string;
}
export interface SessionHome extends OfCommune {
  guidanceSessionId: string;
  householdId: string;
}
export interface DossierMonth extends Stored {
  endsOn: string;
  dossiers: number;
  dossiersOnline: number;
  onlineUsers: number;
  onlineUsersVerified: number;
  recordedById: string;
  recordedAt: string;
}
export interface Flag extends OfPlan {
  villageId: number;
  reason: string;
  indicatorCode: Maybe<string>;
  severity: string;
  status: string;
  evidence: Record<string, unknown>;
  watchedOn: string;
  openedAt: Maybe<string>;
  closedAt: Maybe<string>;
}
export interface Consent extends Stored {
  householdId: Maybe<string>;
  personId: Maybe<string>;
  purpose: string;
  wordingVersion: number;
  giverName: Maybe<string>;
  givenAt: string;
  recordedById: string;
  recordedAt: string;
  withdrawnAt: Maybe<string>;
  withdrawnById: Maybe<string>;
  withdrawalNote: Maybe<string>;
}
export interface DataRequest extends Stored {
  kind: string;
  state: string;
  requesterName: Maybe<string>;
  requesterContact: Maybe<string>;
  description: Maybe<string>;
  householdId: Maybe<string>;
  receivedAt: string;
  answerDueOn: string;
  completeDueOn: string;
  answeredAt: Maybe<string>;
  answer: Maybe<string>;
  completedAt: Maybe<string>;
  outcome: Maybe<string>;
  refusedReason: Maybe<string>;
  recordedById: string;
  recordedAt: string;
  decidedById: Maybe<string>;
}
export interface Incident extends Stored {
  state: string;
  title: string;
  description: string;
  kinds: string[];
  peopleAffected: Maybe<number>;
  severity: string;
  discoveredAt: string;
  notifyHours: number;
  notifyBy: string;
  notifiedAt: Maybe<string>;
  notifiedTo: Maybe<string>;
  actions: Maybe<string>;
  lessons: Maybe<string>;
  recordedById: string;
  recordedAt: string;
  closedAt: Maybe<string>;
  version: number;
}
export interface Figure extends OfCommune {
  planId: string;
  orgUnitId: number;
  indicatorCode: string;
  numerator: number;
  denominator: number;
}

export interface Activity extends OfCommune {
  villageId: number;
  households: number;
  householdsVisited: number;
  visits_30Days: number;
  weeklyVisits: number[];
  lastVisitAt: Maybe<string>;
}
