/** What calls use up, made anew by SQL in the commune and village of a place. */
import { createHash, randomUUID, randomUUIDv7 } from 'node:crypto';
import type pg from 'pg';
import { password } from '../kit/server.js';
import type { Row } from './model.js';
import type { Place } from './places.js';

export interface Fresh {
  password: string;
  /** A word that nobody has used. */
  word(): string;
  id(): string;
  /** A day of next year that nobody has used, and the day after. */
  days(): { validFrom: string; validTo: string };
  home(place: Place): Promise<string>;
  visit(place: Place): Promise<string>;
  suspect(place: Place): Promise<string>;
  person(place: Place): Promise<string>;
  membership(place: Place): Promise<string>;
  position(place: Place): Promise<string>;
  delegation(place: Place): Promise<string>;
  account(place: Place, how?: 'disabled' | 'with factor'): Promise<string>;
  consent(place: Place): Promise<string>;
  /** A request to delete, taken down by the officer; answered, or still waiting. */
  request(place: Place, state: 'RECEIVED' | 'ANSWERED'): Promise<string>;
  incident(place: Place): Promise<string>;
  /** A session and a key of the team's leader. */
  session(place: Place): Promise<string>;
  key(place: Place): Promise<string>;
  /** The token of a link. */
  link(place: Place): Promise<string>;
}

let dayNumber = 0;
function days(): { validFrom: string; validTo: string } {
  const day = () => {
    dayNumber += 1;
    return new Date(Date.UTC(2026, 0, dayNumber)).toISOString().slice(0, 10);
  };
  return { validFrom: day(), validTo: day() };
}

const handwork = { password, word: () => randomUUID(), id: () => randomUUIDv7(), days };
const sha256 = (text: string) => createHash('sha256').update(text).digest();

export function freshRows(owner: pg.Pool): Fresh {
  const insert = async (text: string, values: unknown[]) => {
    const { rows } = await owner.query<{ id: string }>(`${text} returning id`, values);
    return rows[0]!.id;
  };
  const addVisit = ({ communeId, villageId, homeId, leaderId, authorId }: Place, isSuspect: boolean) =>
    insert(
      `insert into visit (id, commune_id, household_id, village_id, visited_at, result, recorded_by_id, recorded_at, payload_hash,
         note, note_state, note_masked)
       values ($1, $2, $3, $4, '2025-11-20', 'MET', $5, now(), '\\x00', $6, $7, $8)`,
      [
        ...[randomUUIDv7(), communeId, homeId, villageId, isSuspect ? authorId : leaderId],
        ...(isSuspect ? ['CCCD 031199004567', 'SUSPECT', 'CCCD •••'] : [null, 'NONE', null]),
      ],
    );
  const fresh: Fresh = {
    ...handwork,
    home: async ({ communeId, villageId }) => {
      const id = await insert(
        `insert into household (commune_id, village_id, code, head_name, created_at) values ($1, $2, $3, 'Lê Văn Mới', now())`,
        [communeId, villageId, randomUUID()],
      );
      await owner.query(
        `insert into household_village (commune_id, household_id, village_id, valid_from) values ($1, $2, $3, '2025-07-01')`,
        [communeId, id, villageId],
      );
      return id;
    },
    visit: (place) => addVisit(place, false),
    suspect: (place) => addVisit(place, true),
    person: ({ communeId }) =>
      insert(`insert into person (commune_id, full_name, created_at) values ($1, 'Lê Thị Mới', now())`, [
        communeId,
      ]),
    membership: async (place) =>
      insert(
        `insert into team_membership (commune_id, team_id, village_id, person_id, role, valid_from) values ($1, $2, $3, $4, 'DEPUTY', '2025-10-01')`,
        [place.communeId, place.teamId, place.villageId, await fresh.person(place)],
      ),
    position: async (place) =>
      insert(
        `insert into position (commune_id, person_id, org_unit_id, role, valid_from) values ($1, $2, $3, 'MASS_ORG', '2025-10-01')`,
        [place.communeId, await fresh.person(place), place.officeId],
      ),
    delegation: ({ communeId, officerId, leaderId, cultureId }) =>
      insert(
        `insert into delegation (commune_id, from_person_id, to_person_id, org_unit_id, role, valid_from, valid_to, reason, created_by_id, created_at)
         values ($1, $2, $3, $4, 'OFFICE', $5, $6, 'Đi vắng', $2, now())`,
        [communeId, officerId, leaderId, cultureId, ...Object.values(days())],
      ),
    account: async (place, how) => {
      const id = await insert(
        `insert into account (commune_id, person_id, login, password_hash, created_at, disabled_at) values ($1, $2, $3, '-', now(), $4)`,
        [place.communeId, await fresh.person(place), randomUUID(), how === 'disabled' ? '2025-11-01' : null],
      );
      if (how === 'with factor')
        await owner.query(
          `insert into second_factor (account_id, commune_id, secret, confirmed_at) values ($1, $2, 'GEZDGNBVGY3TQOJQ', now())`,
          [id, place.communeId],
        );
      return id;
    },
    consent: ({ communeId, homeId, officerId }) =>
      insert(
        `insert into consent (id, commune_id, household_id, purpose, wording_version, giver_name, given_at, recorded_by_id, recorded_at)
         values ($1, $2, $3, 'PHOTO', 1, $4, '2025-11-20', $5, now())`,
        [randomUUIDv7(), communeId, homeId, randomUUID(), officerId],
      ),
    request: async (place, state) =>
      insert(
        `insert into data_request (id, commune_id, kind, state, requester_name, household_id, received_at, answer_due_on, complete_due_on,
           answered_at, recorded_by_id, recorded_at)
         values ($1, $2, 'DELETE', $3, 'Lê Văn Hỏi', $4, '2025-11-28', '2025-12-02', '2025-12-13', $5, $6, now())`,
        [
          ...[randomUUIDv7(), place.communeId, state, await fresh.home(place)],
          ...[state === 'ANSWERED' ? '2025-11-29' : null, place.officerId],
        ],
      ),
    incident: ({ communeId, officerId }) =>
      insert(
        `insert into incident (id, commune_id, title, description, kinds, severity, discovered_at, notify_hours, notify_by, recorded_by_id, recorded_at)
         values ($1, $2, 'Mất máy', 'Mất máy', '{NAME}', 'LOW', '2025-11-30', 72, '2025-12-03', $3, now())`,
        [randomUUIDv7(), communeId, officerId],
      ),
    ...waysIn(owner, insert, (place) => fresh.account(place)),
  };
  return fresh;
}

type Insert = (text: string, values: unknown[]) => Promise<string>;

/** Sessions, keys and links: harmless to make for calls that will be refused, too. */
function waysIn(
  owner: pg.Pool,
  insert: Insert,
  account: Fresh['account'],
): Pick<Fresh, 'session' | 'key' | 'link'> {
  const accountOfLeader = async ({ leaderId }: Place) => {
    const { rows } = await owner.query<{ id: string }>('select id from account where person_id = $1', [
      leaderId,
    ]);
    return rows[0]!.id;
  };
  return {
    session: async (place) =>
      insert(
        `insert into session (commune_id, account_id, token_hash, expires_at) values ($1, $2, $3, now() + interval '1 day')`,
        [place.communeId, await accountOfLeader(place), sha256(randomUUID())],
      ),
    key: async (place) =>
      insert(
        `insert into api_key (commune_id, account_id, name, hint, key_hash, scopes, expires_at)
         values ($1, $2, 'khoá', 'tn_00000', $3, '{plan:read}', now() + interval '1 day')`,
        [place.communeId, await accountOfLeader(place), sha256(randomUUID())],
      ),
    link: async (place) => {
      const token = randomUUID();
      await insert(
        `insert into invitation (commune_id, account_id, kind, token_hash, expires_at) values ($1, $2, 'RESET', $3, now() + interval '1 day')`,
        [place.communeId, await account(place), sha256(token)],
      );
      return token;
    },
  };
}

/** For calls that will be refused: what is there already will do, and must be untouched afterwards. */
export function standingRows(owner: pg.Pool): Fresh {
  return {
    ...freshRows(owner),
    home: ({ homeId }) => Promise.resolve(homeId),
    visit: ({ visitId }) => Promise.resolve(visitId),
    suspect: ({ suspectId }) => Promise.resolve(suspectId),
    person: ({ personId }) => Promise.resolve(personId),
    membership: ({ membershipId }) => Promise.resolve(membershipId),
    position: ({ positionId }) => Promise.resolve(positionId),
    account: ({ accountId }) => Promise.resolve(accountId),
    consent: ({ consentId }) => Promise.resolve(consentId),
    request: ({ requestId }) => Promise.resolve(requestId),
    incident: ({ incidentId }) => Promise.resolve(incidentId),
  };
}

/** What somebody at the door sends. */
export const stock = {
  visit: ({ homeId, leaderId }: Place, fresh: Fresh): Row => ({
    id: fresh.id(),
    householdId: homeId,
    performerIds: [leaderId],
    visitedAt: '2025-12-01T07:30:00+07:00',
    result: 'MET',
    topics: ['VNEID_LEVEL2'],
  }),
  session: ({ villageId, homeId }: Place, fresh: Fresh): Row => ({
    id: fresh.id(),
    form: 'GROUP',
    heldAt: '2025-11-30T08:00:00+07:00',
    place: 'Nhà văn hoá',
    topics: ['ECOMMERCE'],
    peopleCount: 12,
    villageId: String(villageId),
    householdIds: [homeId],
  }),
};
