import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { Client } from 'pg';
import { createWorld, type World } from '../../../../tests/kit/world.js';

// The team of the village Đông: its leader (Hoà) and one member (Bình).
let world: World;
beforeAll(async () => void (world = await createWorld()));
afterAll(() => world.close());

test('a visitor who has not signed in sees no team', async () => {
  expect(await world.anonymous().refused('{ teams { nodes { id } } }')).toBe('NOT_SIGNED_IN');
});

test('the steering committee sees figures, not people', async () => {
  const client = await world.as('chidao');
  expect(await client.refused('{ orgUnits { nodes { team { members { role } } } } }')).toBe('NOT_ALLOWED');
});

const everything = `query ($limit: Int) { teams(limit: $limit) { totalCount nodes {
  name village { code } leader { person { fullName } } members { role person { fullName } } memberCount warnings } } }`;

test('a village shows its team, with the leader first and what is unusual', async () => {
  const client = await world.as('thanhvien');
  const { orgUnit } = await client.ask<{ orgUnit: object }>(
    `query ($id: ID!) { orgUnit(id: $id) { team { memberCount warnings leader { role } members { person { fullName } } } } }`,
    { id: String(world.units['DONG']) },
  );
  expect(orgUnit).toEqual({
    team: {
      memberCount: 2,
      warnings: ['TOO_FEW_MEMBERS'],
      leader: { role: 'LEADER' },
      members: [{ person: { fullName: 'Nguyễn Thị Hoà' } }, { person: { fullName: 'Đặng Văn Bình' } }],
    },
  });
});

test('a village without a team and an office have none', async () => {
  const client = await world.as('vanhoa');
  const { orgUnits } = await client.ask<{ orgUnits: { nodes: object[] } }>(
    `{ orgUnits(filter: { code: { in: ["TAY", "VHXH"] } }) { nodes { team { id } } } }`,
  );
  expect(orgUnits.nodes).toEqual([{ team: null }, { team: null }]);
});

test('members are found by name without diacritics and sorted by the last word', async () => {
  const client = await world.as('vanhoa');
  const find = `query ($search: String) { memberships(filter: { search: $search }) { totalCount nodes { person { fullName } } } }`;
  const { memberships: found } = await client.ask<{ memberships: object }>(find, { search: 'dang binh' });
  expect(found).toEqual({ totalCount: 1, nodes: [{ person: { fullName: 'Đặng Văn Bình' } }] });
  const { memberships: all } = await client.ask<{ memberships: { nodes: object[] } }>(find);
  expect(all.nodes).toEqual([
    { person: { fullName: 'Đặng Văn Bình' } },
    { person: { fullName: 'Nguyễn Thị Hoà' } },
  ]);
});

test('pages follow each other by cursor in the order of names', async () => {
  const client = await world.as('vanhoa');
  const page = `query ($after: String) { memberships(first: 1, after: $after) { nodes { person { fullName } } pageInfo { hasNextPage endCursor } } }`;
  type Page = { memberships: { nodes: object[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
  const first = await client.ask<Page>(page);
  expect(first.memberships.pageInfo.hasNextPage).toBe(true);
  const second = await client.ask<Page>(page, { after: first.memberships.pageInfo.endCursor });
  expect(second.memberships.nodes).toEqual([{ person: { fullName: 'Nguyễn Thị Hoà' } }]);
});

test('two teams cost as many statements as one, and are searched by name', async () => {
  const client = await world.as('vanhoa');
  await world.owner.query(
    `insert into team (commune_id, village_id, name, founded_on) values ($1, $2, 'Tổ công nghệ số thôn Tây', '2025-08-26')`,
    [world.communeId, world.units['TAY']],
  );
  const statements = async (limit: number) => {
    const spy = jest.spyOn(Client.prototype, 'query');
    await client.ask(everything, { limit });
    const texts = spy.mock.calls
      .map(([statement]) => JSON.stringify(statement))
      .filter((text) => !text.includes('business_clock'));
    spy.mockRestore();
    return texts.length;
  };
  expect(await statements(2)).toBe(await statements(1));
  const { teams } = await client.ask<{ teams: object }>(
    `{ teams(filter: { search: "thon tay" }) { nodes { village { code } warnings } } }`,
  );
  expect(teams).toEqual({
    nodes: [{ village: { code: 'TAY' }, warnings: ['NO_LEADER', 'TOO_FEW_MEMBERS'] }],
  });
});
