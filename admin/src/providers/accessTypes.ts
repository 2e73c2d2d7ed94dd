import type { Person, Ref } from './types';

/** The shapes of access: signing in, accounts, positions, delegations, keys. */
export type SignInState = 'NOBODY' | 'NEEDS_CODE' | 'NEEDS_FACTOR' | 'SIGNED_IN';
export type AccountState = 'INVITED' | 'ACTIVE' | 'DISABLED';
export type InvitationKind = 'JOIN' | 'RESET';

interface Named {
  id: string;
  fullName: string;
}

export interface HeldRole {
  role: string;
  orgUnit: Ref;
}

export interface Session {
  id: string;
  /** "Chrome · Windows"; "?" where nothing is known. */
  device: string;
  address: string | null;
  createdAt: string;
  lastSeenAt: string;
  expiresAt: string;
  isCurrent: boolean;
}

export interface SecondFactorState {
  isOn: boolean;
  confirmedAt: string | null;
  recoveryCodesLeft: number;
  isRequired: boolean;
}

export interface SecondFactorSetup {
  /** Base32, for typing. */
  secret: string;
  /** otpauth:// address, for the camera. */
  uri: string;
}

export interface ApiKey {
  id: string;
  name: string;
  /** The first characters: enough to tell keys apart, useless to a thief. */
  hint: string;
  scopes: string[];
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
  lastUsedFrom: string | null;
  revokedAt: string | null;
  owner: Named | null;
}

export interface Position extends HeldRole {
  id: string;
  person: Named;
  validFrom: string;
  /** The first day on which it no longer holds. */
  validTo: string | null;
}

export interface Delegation extends HeldRole {
  id: string;
  fromPerson: Named;
  toPerson: Named;
  validFrom: string;
  /** The first day on which it no longer holds. */
  validTo: string;
  reason: string;
  createdBy: Named;
  endedAt: string | null;
  isLive: boolean;
}

export interface Invitation {
  id: string;
  kind: InvitationKind;
  createdAt: string;
  expiresAt: string;
  createdBy: Named | null;
}

export interface Account {
  id: string;
  login: string;
  state: AccountState;
  person: Pick<Person, 'id' | 'fullName'>;
  /** Past and future ones too. */
  positions: Position[];
  /** Held today by position, in a team, or for somebody. */
  roles: string[];
  /** Where these roles are held. */
  orgUnitIds: string[];
  hasSecondFactor: boolean;
  lastSignInAt: string | null;
  createdAt: string;
  disabledAt: string | null;
  disabledReason: string | null;
  openInvitation: Invitation | null;
  /** Only the single record selects them. */
  sessions?: Session[];
}

/** A link that is shown once: whoever opens it chooses the password. */
export interface IssuedLink {
  account: { id: string; login: string; person: Named };
  /** "/join#…", to stand behind this panel's own address. */
  path: string;
  expiresAt: string;
}

export interface RowProblem {
  field: string;
  key: string;
  messages: { vi: string; en: string };
}

/** Somebody to be invited: a known person or a new one, with a position or without. */
export interface InviteRow {
  personId?: string | null;
  fullName?: string | null;
  phone?: string | null;
  birthYear?: number | null;
  login?: string | null;
  role?: string | null;
  orgUnitId?: string | null;
  orgUnitCode?: string | null;
  validFrom?: string | null;
}

export interface InvitationRow {
  index: number;
  fullName: string | null;
  login: string | null;
  problems: RowProblem[];
  link: IssuedLink | null;
}

export interface InvitationBatch {
  created: number;
  refused: number;
  rows: InvitationRow[];
}

export interface InvitationSheet {
  columns: string[];
  ignoredColumns: string[];
  rows: { line: number; row: InviteRow; problems: RowProblem[] }[];
}

export interface InvitationGreeting {
  fullName: string;
  login: string;
  communeName: string;
  kind: InvitationKind;
}
