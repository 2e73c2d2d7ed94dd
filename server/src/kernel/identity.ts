// Who asks. Anonymous is an identity of its own, never null.
import { abilitiesOf, everyAbility, noAbilities, type Abilities } from './policy.js';

export interface HeldPosition {
  role: string;
  orgUnitId: number;
}

export interface Identity {
  kind: 'anonymous' | 'person' | 'job';
  communeId: number | null;
  personId: string | null;
  accountId: string | null;
  login: string | null;
  positions: HeldPosition[];
  abilities: Abilities;
}

export interface SessionRow {
  account_id: string;
  person_id: string;
  commune_id: number;
  login: string;
  positions: HeldPosition[];
}

const nobody = { communeId: null, personId: null, accountId: null, login: null, positions: [] };

export const anonymous: Identity = { ...nobody, kind: 'anonymous', abilities: noAbilities };

export function identityOfSession(row: SessionRow): Identity {
  return {
    kind: 'person',
    communeId: row.commune_id,
    personId: row.person_id,
    accountId: row.account_id,
    login: row.login,
    positions: row.positions,
    abilities: abilitiesOf(row.positions),
  };
}

/** Background work for one commune, or (null) for what runs across communes. */
export function identityOfJob(communeId: number | null): Identity {
  return { ...nobody, kind: 'job', communeId, abilities: everyAbility };
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
