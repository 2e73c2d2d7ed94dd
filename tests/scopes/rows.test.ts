import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addNeighbour, type Neighbour } from '../kit/neighbour.js';
import { aVisit, recordVisit } from '../kit/visit.js';
import { createWorld, type Login, type World } from '../kit/world.js';

let world: World;
let neighbour: Neighbour;

// A home and a visit in Thôn Đông and in Thôn Tây, and xã Láng Giềng with a row of everything.
beforeAll(async () => {
  world = await createWorld({ env: { FACES: 'http', DATABASE_POOL: '2' } });
  neighbour = await addNeighbour(world.owner);
  const office = await world.as('vanhoa');
  for (const village of ['DONG', 'TAY']) {
    await office.ask(recordVisit, { input: aVisit(await world.home({ village })) });
  }
});
afterAll(() => world.close());

const villagesOf = async (login: Login, list: 'households' | 'visits') => {
  const answer = await (
    await world.as(login)
  ).ask<Record<string, { nodes: { village: { code: string } }[] }>>(
    `{ ${list} { nodes { village { code } } } }`,
  );
  return answer[list]!.nodes.map(({ village }) => village.code).toSorted();
};

describe('rows of homes', () => {
  test.each(['truongthon', 'totruong', 'thanhvien'] as const)(
    '%s sees only the own village',
    async (login) => {
      expect(await villagesOf(login, 'households')).toEqual(['DONG']);
      expect(await villagesOf(login, 'visits')).toEqual(['DONG']);
    },
  );

  test.each(['lanhdao', 'vanhoa', 'trungtam', 'mattran'] as const)('%s sees both villages', async (login) => {
    expect(await villagesOf(login, 'households')).toEqual(['DONG', 'TAY']);
    expect(await villagesOf(login, 'visits')).toEqual(['DONG', 'TAY']);
  });

  test('a member counts and sums no home of another village, nor finds one by searching', async () => {
    const answer = await (
      await world.as('thanhvien')
    ).ask<{
      households: { totalCount: number };
      householdsAggregate: { count: number }[];
      found: { nodes: object[] };
    }>(
      `{ households { totalCount } householdsAggregate { count } found: households(filter: { search: "TAY" }) { nodes { id } } }`,
    );
    expect(answer).toEqual({
      households: { totalCount: 1 },
      householdsAggregate: [{ count: 1 }],
      found: { nodes: [] },
    });
  });

  test('who has left the team sees none the day after', async () => {
    const client = await world.as('thanhvien');
    await world.owner.query(`update team_membership set valid_to = '2025-12-01' where person_id = $1`, [
      world.people.thanhvien,
    ]);
    expect(await client.refused('{ households { nodes { id } } }')).toBe('NOT_ALLOWED');
    await world.owner.query('update team_membership set valid_to = null where person_id = $1', [
      world.people.thanhvien,
    ]);
    expect(await villagesOf('thanhvien', 'households')).toEqual(['DONG']);
  });
});

describe('xã Láng Giềng', () => {
  const lists = [
    'orgUnits',
    'people',
    'teams',
    'memberships',
    'households',
    'visits',
    'guidanceSessions',
    'dossierMonths',
    'plans',
    'planTargets',
    'lagFlags',
  ];

  test.each(lists)('none of its %s is listed or counted for the Office of Thượng Hồng', async (list) => {
    const table = {
      orgUnits: 'org_unit',
      people: 'person',
      memberships: 'team_membership',
      planTargets: 'plan_target',
    }[list];
    const name = table ?? list.replace(/s$/, '').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const { rows } = await world.owner.query<{ id: string; ours: boolean }>(
      `select id::text, commune_id = $1 as ours from ${name}`,
      [world.communeId],
    );
    const theirs = rows.filter(({ ours }) => !ours);
    expect(theirs.length).toBeGreaterThan(0);
    const answer = await (
      await world.as('vanhoa')
    ).ask<Record<string, { totalCount: number; nodes: { id: string }[] }>>(
      `{ ${list}(limit: 100) { totalCount nodes { id } } }`,
    );
    const listed = answer[list]!.nodes.map(({ id }) => id);
    expect(listed.toSorted()).toEqual(
      rows
        .filter(({ ours }) => ours)
        .map(({ id }) => id)
        .toSorted(),
    );
    expect(answer[list]!.totalCount).toBe(listed.length);
  });

  test('its rows are not found by their ids, and its home takes no visit of ours', async () => {
    const office = await world.as('vanhoa');
    const byId = `query ($home: ID!, $visit: ID!, $person: ID!, $team: ID!, $plan: ID!, $unit: ID!) {
      household(id: $home) { id } visit(id: $visit) { id } person(id: $person) { id } team(id: $team) { id } plan(id: $plan) { id } orgUnit(id: $unit) { id } }`;
    const {
      homeId: home,
      visitId: visit,
      personId: person,
      teamId: team,
      planId: plan,
      villageId,
    } = neighbour;
    expect(await office.ask(byId, { home, visit, person, team, plan, unit: String(villageId) })).toEqual({
      household: null,
      visit: null,
      person: null,
      team: null,
      plan: null,
      orgUnit: null,
    });
    expect(await office.refused(recordVisit, { input: aVisit(home) })).toBe('NOT_FOUND');
  });

  test('its people make no visit to our homes', async () => {
    const input = aVisit(await world.home(), { performerIds: [neighbour.personId] });
    expect(await (await world.as('vanhoa')).refused(recordVisit, { input })).toBe('PERFORMER_UNKNOWN');
  });
});

describe('phones', () => {
  const phones = `{ households(orderBy: [{ field: CODE }]) { nodes { village { code } phone } } }`;
  const shown = async (login: Login) => {
    const { households } = await (
      await world.as(login)
    ).ask<{ households: { nodes: { village: { code: string }; phone: string }[] } }>(phones);
    return new Set(households.nodes.map(({ village, phone }) => `${village.code} ${phone}`));
  };

  test.each(['lanhdao', 'trungtam', 'mattran'] as const)(
    '%s reads homes, not their phones',
    async (login) => {
      expect(await shown(login)).toEqual(new Set(['DONG 0987***321', 'TAY 0987***321']));
    },
  );

  test('the Office calls every home; a village’s own people call theirs', async () => {
    expect(await shown('vanhoa')).toEqual(new Set(['DONG 0987654321', 'TAY 0987654321']));
    for (const login of ['truongthon', 'totruong', 'thanhvien'] as const) {
      expect(await shown(login)).toEqual(new Set(['DONG 0987654321']));
    }
  });

  test.each([
    ['vanhoa', '0912345678', '0912345678'],
    ['totruong', '0912345678', '0912***678'],
    ['truongthon', '0912345678', '0912***678'],
    ['lanhdao', '0912***678', '0912***678'],
    ['quantri', '0912***678', '0912***678'],
  ] as const)('%s sees a member’s phone as %s and an official’s as %s', async (login, member, official) => {
    const { a, b } = await (
      await world.as(login)
    ).ask<{ a: { phone: string }; b: { phone: string } }>(
      'query ($a: ID!, $b: ID!) { a: person(id: $a) { phone } b: person(id: $b) { phone } }',
      {
        a: world.people.thanhvien,
        b: world.people.trungtam,
      },
    );
    expect([a.phone, b.phone]).toEqual([member, official]);
  });
});

test('ninety calls of three people over two connections: nobody is answered in the scope of the caller before', async () => {
  const [office, member, nobody] = [await world.as('vanhoa'), await world.as('thanhvien'), world.anonymous()];
  const query = '{ households { totalCount } }';
  const answers = await Promise.all(
    Array.from({ length: 90 }, async (_, index) => {
      if (index % 3 === 0) return `nobody ${await nobody.refused(query)}`;
      const { households } = await (index % 3 === 1 ? office : member).ask<{
        households: { totalCount: number };
      }>(query);
      return `${index % 3 === 1 ? 'office' : 'member'} ${households.totalCount}`;
    }),
  );
  expect([...new Set(answers)].toSorted()).toEqual(['member 2', 'nobody NOT_SIGNED_IN', 'office 3']);
});
