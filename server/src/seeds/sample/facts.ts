// What the sample commune consists of: only what people would have entered. Values, states, flags and
// events are never sampled; the server computes them from these facts as it does in a real commune.

export type Day = string;
export type UnitKind =
  | 'CITY_DEPARTMENT'
  | 'PEOPLES_COMMITTEE'
  | 'CULTURE_SOCIETY_OFFICE'
  | 'COMMUNE_OFFICE'
  | 'PUBLIC_SERVICE_CENTER'
  | 'STEERING_COMMITTEE'
  | 'FATHERLAND_FRONT'
  | 'MASS_ORGANIZATION'
  | 'VILLAGE';
export type PositionRole =
  | 'LEADER'
  | 'OFFICE'
  | 'COMMUNE_OFFICE'
  | 'SERVICE_CENTER'
  | 'FRONT'
  | 'MASS_ORG'
  | 'COUNCIL_MEMBER'
  | 'VILLAGE_HEAD'
  | 'STEERING_VIEWER'
  | 'CITY_VIEWER'
  | 'ADMIN';
export type HomeKind = 'HOUSEHOLD' | 'HOUSEHOLD_BUSINESS' | 'COOPERATIVE' | 'ENTERPRISE';
export type VisitResult = 'MET' | 'ABSENT' | 'REFUSED' | 'MOVED';

export interface UnitFact {
  code: string;
  parentCode: string | null;
  kind: UnitKind;
  name: string;
  sortOrder: number;
  validFrom: Day;
  validTo: Day | null;
}

export interface PersonFact {
  id: string;
  fullName: string;
  phone: string | null;
  birthYear: number;
  skills: string[];
  login: string | null;
}

export interface TeamFact {
  id: string;
  villageCode: string;
  name: string;
  foundedOn: Day;
  decisionNumber: string;
}

export interface MembershipFact {
  id: string;
  teamId: string;
  villageCode: string;
  personId: string;
  role: 'LEADER' | 'DEPUTY' | 'MEMBER';
  nominatedByCode: string | null;
  validFrom: Day;
  validTo: Day | null;
  decisionNumber: string;
  decisionDate: Day;
}

export interface PositionFact {
  id: string;
  personId: string;
  unitCode: string;
  role: PositionRole;
  validFrom: Day;
  validTo: Day | null;
}

export interface HomeFact {
  id: string;
  villageCode: string;
  kind: HomeKind;
  code: string;
  headName: string;
  lane: string;
  address: string | null;
  phone: string | null;
  adults: number | null;
  citizens14: number | null;
  verifiedOn: Day | null;
  removedOn: Day | null;
}

export interface HomeVillageFact {
  homeId: string;
  villageCode: string;
  validFrom: Day;
  validTo: Day | null;
}

export interface VisitFact {
  id: string;
  homeId: string;
  villageCode: string;
  correctsId: string | null;
  correctionReason: string | null;
  visitedAt: Date;
  result: VisitResult;
  topics: string[];
  adults: number | null;
  citizens14: number | null;
  adultsWithSmartphone: number | null;
  adultsWithEpayment: number | null;
  vneidLevel2: number | null;
  healthBook: number | null;
  skills: string[] | null;
  note: string | null;
  performerIds: string[];
  recordedById: string;
  recordedAt: Date;
  receivedAt: Date;
  deviceId: string;
}

export interface SessionFact {
  id: string;
  villageCode: string | null;
  form: 'VILLAGE_MEETING' | 'SERVICE_COUNTER' | 'LOUDSPEAKER' | 'GROUP';
  heldAt: Date;
  place: string;
  topics: string[];
  peopleCount: number;
  homeIds: string[];
  recordedById: string;
  recordedAt: Date;
}

export interface DossierMonthFact {
  id: string;
  endsOn: Day;
  dossiers: number;
  dossiersOnline: number;
  onlineUsers: number;
  onlineUsersVerified: number;
  recordedById: string;
  recordedAt: Date;
}

export interface SampleFacts {
  commune: { code: string; name: string; provinceCode: string; provinceName: string };
  units: UnitFact[];
  successions: { predecessorCode: string; successorCode: string; effectiveOn: Day; decisionNumber: string }[];
  people: PersonFact[];
  teams: TeamFact[];
  memberships: MembershipFact[];
  positions: PositionFact[];
  homes: HomeFact[];
  homeVillages: HomeVillageFact[];
  visits: VisitFact[];
  sessions: SessionFact[];
  dossierMonths: DossierMonthFact[];
}

/** The part of the facts that days bring. */
export type SampleWork = Pick<SampleFacts, 'visits' | 'sessions' | 'dossierMonths'>;
