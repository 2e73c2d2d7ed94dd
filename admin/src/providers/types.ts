/** The shapes of the API that the screens read, in the words of `schema.graphql`. */
import type { HeldRole, SignInState } from './accessTypes';
import type { NoteKind, NoteState } from './privacyTypes';

export type Comparator = 'GT' | 'GTE';
export type Severity = 'YELLOW' | 'RED';
export type FlagStatus = 'WATCHED' | 'OPEN' | 'CLOSED';
export type VisitResult = 'MET' | 'ABSENT' | 'REFUSED' | 'MOVED';
export type HouseholdKind = 'HOUSEHOLD' | 'HOUSEHOLD_BUSINESS' | 'COOPERATIVE' | 'ENTERPRISE';
export type MembershipRole = 'LEADER' | 'DEPUTY' | 'MEMBER';
export type Reach = 'SELF' | 'UNIT' | 'COMMUNE' | 'AGGREGATES';

export type * from './accessTypes';
export type * from './auditTypes';
export type * from './privacyTypes';
export type * from './scoreboardTypes';

/** A unit, person or home as it stands inside another record. */
export interface Ref {
  id: string;
  name: string;
}

export interface BusinessClock {
  now: string;
  assumed: boolean;
  offsetMs: number;
}

export interface Ability {
  action: string;
  reach: Reach;
  orgUnitIds: string[] | null;
}

export interface Me {
  person: { id: string; fullName: string } | null;
  login: string | null;
  state: SignInState;
  /** Until when decisions need no new proof of who is asking. */
  confirmedUntil: string | null;
  commune: { id: string; code: string; name: string; provinceName: string; isSample: boolean } | null;
  positions: HeldRole[];
  /** The role being looked at; null unless somebody is looking as another. */
  viewingAs: HeldRole | null;
  abilities: Ability[];
  clock: BusinessClock;
}

export interface Indicator {
  id: string;
  code: string;
  nameVi: string;
  nameEn: string;
  shortVi: string;
  shortEn: string;
  numeratorVi: string;
  numeratorEn: string;
  denominatorVi: string;
  denominatorEn: string;
  grains: ('COMMUNE' | 'VILLAGE')[];
  source: 'VISITS' | 'DOSSIER_REGISTER';
  formulaVersion: number;
}

export interface Topic {
  code: string;
  nameVi: string;
  nameEn: string;
  handsOn: boolean;
  clauseCode: string;
}

export interface OrgUnit {
  id: string;
  kind: string;
  code: string;
  name: string;
  parent: Ref | null;
  validFrom: string;
  validTo: string | null;
  successors: Ref[];
}

export interface Person {
  id: string;
  fullName: string;
  phone: string | null;
  skills: string[];
  hasAccount: boolean;
}

export interface Membership {
  id: string;
  team: { id: string; name: string };
  person: Person;
  role: MembershipRole;
  nominatedBy: Ref | null;
  validFrom: string;
  validTo: string | null;
  decisionNumber: string | null;
  decisionDate: string | null;
}

export interface Team {
  id: string;
  village: Ref;
  name: string;
  foundedOn: string;
  decisionNumber: string | null;
  leader: { id: string; person: Person } | null;
  members: Membership[];
  memberCount: number;
  warnings: string[];
}

/** Counts of people in one home. Null is "not known", never zero. */
export interface Counts {
  adultsWithSmartphone: number | null;
  adultsWithEpayment: number | null;
  vneidLevel2: number | null;
  healthBook: number | null;
}

export interface HouseholdState extends Counts {
  lastVisitOn: string | null;
  metOn: string | null;
  guidedOn: string | null;
  skilledOn: string | null;
}

export interface Household {
  id: string;
  kind: HouseholdKind;
  code: string;
  headName: string;
  village: Ref;
  lane: string | null;
  address: string | null;
  phone: string | null;
  adults: number | null;
  citizens14: number | null;
  verifiedOn: string | null;
  removedOn: string | null;
  version: number;
  state: HouseholdState | null;
  visits?: Visit[];
}

export interface Visit extends Counts {
  id: string;
  household: { id: string; code: string; headName: string };
  village: Ref;
  visitedAt: string;
  result: VisitResult;
  topics: string[];
  adults: number | null;
  citizens14: number | null;
  skills: string[] | null;
  /** Masked for everybody but its author while it is suspect; null once removed. */
  note: string | null;
  noteState: NoteState;
  noteKinds: NoteKind[];
  performers: { id: string; fullName: string }[];
  recordedBy: { id: string; fullName: string };
  recordedAt: string;
  receivedAt: string;
  correctionReason: string | null;
  corrects: { id: string } | null;
  correctedBy: { id: string } | null;
}

export interface GuidanceSession {
  id: string;
  village: Ref | null;
  form: string;
  heldAt: string;
  place: string | null;
  topics: string[];
  peopleCount: number;
  recordedBy: { id: string; fullName: string };
}

export interface DossierMonth {
  id: string;
  endsOn: string;
  dossiers: number;
  dossiersOnline: number;
  onlineUsers: number;
  onlineUsersVerified: number;
  recordedBy: { id: string; fullName: string } | null;
  recordedAt: string;
}

export interface PlanTarget {
  id: string;
  clauseCode: string;
  indicatorCode: string;
  ordinal: number;
  comparator: Comparator | null;
  targetPercent: number | null;
  baselinePercent: number;
  startsOn: string;
  dueOn: string;
}

export interface PlanTask {
  id: string;
  code: string;
  clauseCode: string;
  title: string;
  dueOn: string | null;
  recurrence: string | null;
  units: { orgUnit: Ref & { kind: string }; isLead: boolean }[];
}

export interface PlanClause {
  id: string;
  code: string;
  parentCode: string | null;
  ordinal: number;
  kind: 'PART' | 'SECTION' | 'ITEM';
  text: string;
  correctedText: string | null;
  quantified: boolean;
  tasks: PlanTask[];
  targets: PlanTarget[];
}

export interface Plan {
  id: string;
  code: string;
  title: string;
  year: number;
  startsOn: string;
  endsOn: string;
  isActive: boolean;
  isSample: boolean;
  legalBases: string[];
  recipients: string[];
  signatory: string | null;
  clauses: PlanClause[];
}

export interface LagFlag {
  id: string;
  village: Ref;
  reason: string;
  indicatorCode: string | null;
  severity: Severity;
  status: FlagStatus;
  evidence: Record<string, unknown>;
  sentenceVi: string;
  sentenceEn: string;
  watchedOn: string | null;
  openedAt: string | null;
  closedAt: string | null;
}
