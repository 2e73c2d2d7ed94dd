import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUIDv7 } from 'node:crypto';
import type { Client } from '../../../../tests/kit/client.js';
import { addNeighbour } from '../../../../tests/kit/neighbour.js';
import { createWorld, type World } from '../../../../tests/kit/world.js';
import { entries, history, type Entry, type History } from './history.fixture.js';

let world: World;
let leader: Client;

beforeAll(async () => {
  world = await createWorld({ env: { FACES: 'http' } });
  leader = await world.as('lanhdao');
  const [office, admin, home] = [await world.as('vanhoa'), await world.as('quantri'), await world.home()];
  const rename = 'mutation ($id: ID!, $name: String!) { renameOrgUnit(id: $id, name: $name) { id } }';
  for (const name of ['Thôn Tây Một', 'Thôn Tây Hai'])
    await admin.ask(rename, { id: world.units['TAY'], name });
  const changeHousehold =
    'mutation ($id: ID!, $version: Int!, $input: ChangeHouseholdInput!) { changeHousehold(id: $id, version: $version, input: $input) { version } }';
  for (const version of [1, 2])
    await office.ask(changeHousehold, { id: home, version, input: { adults: version } });
  const addPerson = 'mutation ($input: PersonInput!) { addPerson(input: $input) { id } }';
  for (const fullName of ['Lê A', 'Lê B', 'Lê C']) await office.ask(addPerson, { input: { fullName } });
}, 60_000);
afterAll(() => world.close());

describe('the history is refused', () => {
  test.each(['truongthon', 'totruong', 'thanhvien', 'trungtam', 'mattran', 'chidao', 'sokhcn'] as const)(
    'to %s',
    async (login) => {
      const client = await world.as(login);
      expect(await client.refused('{ history { nodes { id } } }')).toBe('NOT_ALLOWED');
      expect(await client.refused('{ historyTypes }')).toBe('NOT_ALLOWED');
      expect(await client.refused('{ historySeal { head } }')).toBe('NOT_ALLOWED');
      expect(await client.refused('{ readings { nodes { id } } }')).toBe('NOT_ALLOWED');
    },
  );

  test('to nobody in particular', async () => {
    expect(await world.anonymous().refused('{ history { nodes { id } } }')).toBe('NOT_SIGNED_IN');
  });

  test.each([101, -1, 2 ** 31 - 1])('with %i rows a page', async (first) => {
    expect(await leader.refused(history, { first })).toBe('PAGE_TOO_LARGE');
  });

  test.each([
    ['nothing that a page gave', 'abc'],
    ['a place without an id', Buffer.from('2025-12-01 08:00:00+07|').toString('base64url')],
    [
      'a place with something else',
      Buffer.from(`2025-12-01 08:00:00+07' or true --|${randomUUIDv7()}`).toString('base64url'),
    ],
    [
      'a place on a day that is none',
      Buffer.from(`2025-13-41 08:00:00+07|${randomUUIDv7()}`).toString('base64url'),
    ],
  ])('after %s', async (_, after) => {
    expect(await leader.refused(history, { after })).toBe('CURSOR_NOT_VALID');
  });

  test('by an id that is none', async () => {
    expect(await leader.refused(history, { filter: { actorId: 'x' } })).toBe('NOT_FOUND');
  });
});

describe('the history', () => {
  const idsOf = (found: Entry[]) => found.map(({ id }) => id);

  test('pages through every entry once, newest first', async () => {
    const { rows } = await world.owner.query<{ id: string }>(
      'select id from event order by occurred_at desc, id desc',
    );
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { history: page }: History = await leader.ask<History>(history, { first: 3, after });
      expect(page.nodes.length).toBeLessThanOrEqual(3);
      seen.push(...idsOf(page.nodes));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(rows.map(({ id }) => id));
    expect(seen.length).toBeGreaterThan(10);
  });

  test('is filtered by type, record, person and time, and by all of them together', async () => {
    const all = await entries(leader, {}, { first: 100 });
    const types = ['PersonAdded', 'HouseholdChanged', 'OrgUnitRenamed'];
    expect(idsOf(await entries(leader, { types }, { first: 100 }))).toEqual(
      idsOf(all.filter(({ type }) => types.includes(type))),
    );
    expect(await entries(leader, { types: [] })).toEqual([]);
    expect(idsOf(await entries(leader, { actorId: world.people.quantri }, { first: 100 }))).toEqual(
      idsOf(all.filter(({ actor }) => actor?.fullName === 'Hoàng Quản Trị')),
    );
    const renamed = all.filter(({ type }) => type === 'OrgUnitRenamed');
    const at = renamed[1]!.occurredAt;
    expect(idsOf(await entries(leader, { types, from: at, to: at }))).toEqual([renamed[1]!.id]);
    const one = {
      types,
      subjectType: 'org_unit',
      subjectId: String(world.units['TAY']),
      actorId: world.people.quantri,
      from: at,
    };
    expect(idsOf(await entries(leader, one))).toEqual(idsOf(renamed));
    expect(await entries(leader, { ...one, actorId: world.people.vanhoa })).toEqual([]);
  });

  test('has names for all that can happen', async () => {
    const { historyTypes } = await leader.ask<{ historyTypes: string[] }>('{ historyTypes }');
    expect(historyTypes).toEqual(expect.arrayContaining(['HouseholdChanged', 'SignedIn', 'VisitRecorded']));
    expect(historyTypes).toEqual(historyTypes.toSorted());
  });

  test('of another commune stays out of sight', async () => {
    const neighbour = await addNeighbour(world.owner);
    await world.owner.query(
      `with e as (insert into event (commune_id, type, subject_type, subject_id, actor_person_id, request_id, occurred_at, data, detail_hash)
         values ($1, 'PersonChanged', 'person', $2, $3, 'r', now(), '{}', '\\x01') returning id)
       insert into event_detail (event_id, commune_id, salt, detail) select id, $1, '\\x00', '{"after": {"fullName": "Láng Giềng"}}' from e`,
      [neighbour.communeId, neighbour.personId, neighbour.personId],
    );
    for (const filter of [
      { search: 'láng giềng' },
      { subjectType: 'person', subjectId: neighbour.personId },
      { actorId: neighbour.personId },
    ])
      expect(await entries(leader, filter)).toEqual([]);
  });
});
