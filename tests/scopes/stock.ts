/** What calls use up, made anew by SQL in the commune and village of a place. */
import { randomUUID, randomUUIDv7 } from 'node:crypto';
import type pg from 'pg';
import { password } from '../kit/server.js';
import type { Row } from './model.js';
import type { Place } from './places.js';

export interface Fresh {
  password: string;
  /** A word that nobody has used. */
  word(): string;
  id(): string;
  home(place: Place): Promise<string>;
  visit(place: Place): Promise<string>;
  person(place: Place): Promise<string>;
  membership(place: Place): Promise<string>;
}

const handwork = { password, word: () => randomUUID(), id: () => randomUUIDv7() };

export function freshRows(owner: pg.Pool): Fresh {
  const insert = async (text: string, values: unknown[]) => {
    const { rows } = await owner.query<{ id: string }>(`${text} returning id`, values);
    return rows[0]!.id;
  };
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
    visit: ({ communeId, villageId, homeId, memberId }) =>
      insert(
        `insert into visit (id, commune_id, household_id, village_id, visited_at, result, recorded_by_id, recorded_at, payload_hash)
         values ($1, $2, $3, $4, '2025-11-20', 'MET', $5, now(), '\\x00')`,
        [randomUUIDv7(), communeId, homeId, villageId, memberId],
      ),
    person: ({ communeId }) =>
      insert(`insert into person (commune_id, full_name, created_at) values ($1, 'Lê Thị Mới', now())`, [
        communeId,
      ]),
    membership: async (place) =>
      insert(
        `insert into team_membership (commune_id, team_id, village_id, person_id, role, valid_from) values ($1, $2, $3, $4, 'DEPUTY', '2025-10-01')`,
        [place.communeId, place.teamId, place.villageId, await fresh.person(place)],
      ),
  };
  return fresh;
}

/** For calls that will be refused: what is there already will do, and must be untouched afterwards. */
export function standingRows(): Fresh {
  return {
    ...handwork,
    home: ({ homeId }) => Promise.resolve(homeId),
    visit: ({ visitId }) => Promise.resolve(visitId),
    person: ({ personId }) => Promise.resolve(personId),
    membership: ({ membershipId }) => Promise.resolve(membershipId),
  };
}

/** What somebody at the door sends. */
export const stock = {
  visit: (homeId: string, fresh: Fresh): Row => ({
    id: fresh.id(),
    householdId: homeId,
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
