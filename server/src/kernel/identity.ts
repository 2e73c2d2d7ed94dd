// Who asks. Anonymous is an identity of its own, never null.
import { abilitiesOf, everyAbility, narrowTo, noAbilities, type Abilities } from './policy.js';

export interface HeldPosition {
  role: string;
  orgUnitId: number;
  /** The person whose position this is, when it is held by delegation. */
  delegatedBy?: string | null;
}

/** What still stands between a password and the person's rights: the second factor's code, or setting one up. */
export type Pending = 'NEEDS_CODE' | 'NEEDS_FACTOR';

export interface Identity {
  /** pending: the password was right, and that is not enough. */
  kind: 'anonymous' | 'pending' | 'person' | 'job';
  communeId: number | null;
  personId: string | null;
  accountId: string | null;
  login: string | null;
  positions: HeldPosition[];
  abilities: Abilities;
  sessionId: string | null;
  apiKeyId: string | null;
  pending: Pending | null;
  /** When the caller last proved who they are, system time; null for whatever cannot prove it. */
  confirmedAt: Date | null;
  /** Looks at the screens of a role that is not theirs; changes nothing. */
  viewing: boolean;
}

export interface SessionRow {
  session_id: string;
  state: 'FULL' | Pending;
  confirmed_at: string;
  /** Its owner's rights have changed: the answer carries a new token. */
  rotate: boolean;
  viewing: boolean;
  account_id: string;
  person_id: string;
  commune_id: number;
  login: string;
  positions: HeldPosition[];
}

export interface KeyRow {
  key_id: string;
  account_id: string;
  person_id: string;
  commune_id: number;
  login: string;
  positions: HeldPosition[];
  scopes: string[];
}

const nobody = {
  communeId: null,
  personId: null,
  accountId: null,
  login: null,
  positions: [],
  sessionId: null,
  apiKeyId: null,
  pending: null,
  confirmedAt: null,
  viewing: false,
};

export const anonymous: Identity = { ...nobody, kind: 'anonymous', abilities: noAbilities };

export function identityOfSession(row: SessionRow): Identity {
  const pending = row.state === 'FULL' ? null : row.state;
  return {
    ...nobody,
    kind: pending ? 'pending' : 'person',
    communeId: row.commune_id,
    personId: row.person_id,
    accountId: row.account_id,
    login: row.login,
    positions: row.positions,
    abilities: pending ? noAbilities : abilitiesOf(row.positions),
    sessionId: row.session_id,
    pending,
    confirmedAt: new Date(row.confirmed_at),
    viewing: row.viewing,
  };
}

/** A script: what its owner may do today, and of that only what the key was made for. */
export function identityOfKey(row: KeyRow): Identity {
  return {
    ...nobody,
    kind: 'person',
    communeId: row.commune_id,
    personId: row.person_id,
    accountId: row.account_id,
    login: row.login,
    positions: row.positions,
    abilities: narrowTo(abilitiesOf(row.positions), row.scopes),
    apiKeyId: row.key_id,
  };
}

/** Background work for one commune, or (null) for what runs across communes. */
export function identityOfJob(communeId: number | null): Identity {
  return { ...nobody, kind: 'job', communeId, abilities: everyAbility };
}

const confirmedForMs = 10 * 60_000;

/** Until when, system time, the caller counts as somebody who has just proved who they are; null when never. */
export function confirmedUntil({ confirmedAt }: Pick<Identity, 'confirmedAt'>): Date | null {
  return confirmedAt && new Date(confirmedAt.getTime() + confirmedForMs);
}

/** The commune of the caller; throws if there is none, because every scoped row needs one. */
export function communeOf(identity: Identity): number {
  if (identity.communeId === null) throw new Error('This work runs in no commune');
  return identity.communeId;
}

/** The person behind the call; throws for background work, which is nobody. */
export function personOf(identity: Identity): string {
  if (identity.personId === null) throw new Error('This work is done by no person');
  return identity.personId;
}
