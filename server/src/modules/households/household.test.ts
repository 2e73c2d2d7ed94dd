import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUIDv7 } from 'node:crypto';
import type { Client } from '../../../../tests/kit/client.js';
import { refusalOf } from '../../../../tests/kit/refusal.js';
import { createWorld, type World } from '../../../../tests/kit/world.js';

let world: World;
let office: Client;
const names = ['Nguyễn Thị Hoà', 'Trần Văn Hòa', 'Đỗ Thuỷ Tiên', 'Phạm 100% Số'];

// Four homes in Thôn Đông, by name; none in Thôn Tây.
beforeAll(async () => {
  world = await createWorld({ env: { FACES: 'http' } });
  office = await world.as('vanhoa');
  for (const headName of names) await add({ headName });
});
afterAll(() => world.close());

const addHousehold = `mutation ($input: AddHouseholdInput!) { addHousehold(input: $input) {
  id code headName phone adults version village { code } state { lastVisitOn } } }`;
const changeHousehold = `mutation ($id: ID!, $version: Int!, $input: ChangeHouseholdInput!) {
  changeHousehold(id: $id, version: $version, input: $input) { headName phone adults version } }`;
const households = `query ($filter: HouseholdFilter, $orderBy: [HouseholdOrder!], $limit: Int, $offset: Int, $first: Int, $after: String) {
  households(filter: $filter, orderBy: $orderBy, limit: $limit, offset: $offset, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { headName } } }`;

interface Page {
  households: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: { headName: string }[];
  };
}
const newHome = (more: object) => ({
  villageId: String(world.units['DONG']),
  headName: 'Lê Văn Mới',
  ...more,
});
const add = (more: object) =>
  office.ask<{ addHousehold: Record<string, unknown> }>(addHousehold, { input: newHome(more) });
const list = async (variables: Record<string, unknown>) =>
  (await office.ask<Page>(households, variables)).households;
const found = async (filter: object) =>
  (await list({ filter })).nodes.map(({ headName }) => headName).toSorted();

describe('a home that cannot be entered', () => {
  test.each<[string, object, string[]]>([
    [
      'has more adults than people',
      { adults: 4, citizens14: 3 },
      ['MORE_ADULTS_THAN_CITIZENS', 'input.adults MORE_ADULTS_THAN_CITIZENS'],
    ],
    ['has fifty-one adults', { adults: 51 }, ['PEOPLE_OUT_OF_RANGE', 'input.adults PEOPLE_OUT_OF_RANGE']],
    ['has no head', { headName: '  ' }, ['HEAD_NAME_EMPTY', 'input.headName HEAD_NAME_EMPTY']],
    [
      'has a phone of nine digits',
      { phone: '091234567' },
      ['PHONE_NOT_VALID', 'input.phone PHONE_NOT_VALID'],
    ],
    ['has a NUL in its lane', { lane: 'Ngõ\u0000' }, ['TEXT_NOT_VALID', 'input.lane TEXT_NOT_VALID']],
    ['has an id that is none', { id: 'x' }, ['NOT_FOUND']],
    ['has a code that is taken', { code: 'DONG-0001' }, ['HOUSEHOLD_CODE_TAKEN']],
    ['lies in no village', { villageId: '0' }, ['NOT_FOUND']],
    ['lies where no number leads', { villageId: 'Đông' }, ['NOT_FOUND']],
  ])('%s', async (_, more, expected) => {
    expect(await refusalOf(world, office, addHousehold, { input: newHome(more) })).toEqual(expected);
  });

  test('lies in a village that was merged, or in an office', async () => {
    const at = (unit: string) =>
      refusalOf(world, office, addHousehold, { input: newHome({ villageId: String(world.units[unit]) }) });
    expect((await at('CU'))[0]).toBe('VILLAGE_NOT_STANDING');
    expect((await at('UBND'))[0]).toBe('NOT_A_VILLAGE');
  });
});

describe('a home', () => {
  test('is added once, however often it is sent', async () => {
    const input = { id: randomUUIDv7(), headName: 'Bùi Gửi Lại' };
    expect(await add(input)).toEqual(await add(input));
  });

  test('gets its village’s next code, its name in composed letters, its phone in digits', async () => {
    const { addHousehold: home } = await add({
      headName: ' Đặng   Thị Thuỷ '.normalize('NFD'),
      phone: '+84 912.345.678',
    });
    expect(home).toMatchObject({
      headName: 'Đặng Thị Thuỷ'.normalize('NFC'),
      phone: '0912345678',
      version: 1,
      village: { code: 'DONG' },
    });
    expect(home['code']).toMatch(/^DONG-\d{4}$/);
  });

  test('changed by two people at once keeps the first change, and tells the second', async () => {
    const { addHousehold: home } = await add({ headName: 'Hồ Hai Người', adults: 2, citizens14: 2 });
    const change = { id: home['id'], version: 1, input: { adults: 1, phone: '02203 123 456' } };
    expect((await office.ask<{ changeHousehold: object }>(changeHousehold, change)).changeHousehold).toEqual({
      headName: 'Hồ Hai Người',
      phone: '02203123456',
      adults: 1,
      version: 2,
    });
    expect(await refusalOf(world, office, changeHousehold, { ...change, input: { adults: 2 } })).toEqual([
      'CHANGED_MEANWHILE',
    ]);
    expect(
      await refusalOf(world, office, changeHousehold, { ...change, version: 2, input: { adults: 3 } }),
    ).toEqual(['MORE_ADULTS_THAN_CITIZENS', 'input.adults MORE_ADULTS_THAN_CITIZENS']);
  });
});

describe('a list', () => {
  test.each([{ limit: 101 }, { first: 101 }, { limit: -1 }, { offset: 25_001 }, { offset: -1 }])(
    'refuses a page of %o',
    async (page) => {
      expect(await refusalOf(world, office, households, page)).toEqual(['PAGE_TOO_LARGE']);
    },
  );

  const nested = (depth: number): object =>
    depth === 0 ? { adults: { eq: 1 } } : { or: [nested(depth - 1)] };

  test('refuses a filter of four levels and takes one of three', async () => {
    expect(await refusalOf(world, office, households, { filter: nested(4) })).toEqual(['FILTER_TOO_DEEP']);
    expect(await found(nested(3))).toEqual(['Hồ Hai Người']);
  });

  test('refuses ids and cursors that are none', async () => {
    expect(await refusalOf(world, office, households, { filter: { villageId: { eq: 'Đông' } } })).toEqual([
      'NOT_FOUND',
    ]);
    expect(await refusalOf(world, office, '{ household(id: "nhà") { id } }')).toEqual(['NOT_FOUND']);
    for (const cursor of ['đâu đó', '["a"]', '["a", {"$ne": 1}]', '{}', 'null']) {
      const after = Buffer.from(cursor).toString('base64url');
      expect(await refusalOf(world, office, households, { first: 2, after })).toEqual([
        'CURSOR_NOT_VALID',
        'after CURSOR_NOT_VALID',
      ]);
    }
    const of = (values: string) => Buffer.from(values).toString('base64url');
    const ofVisits = `{ visits(first: 2, after: "${of('["hôm qua", "x"]')}") { totalCount } }`;
    expect(await refusalOf(world, office, ofVisits)).toEqual(['CURSOR_NOT_VALID', 'after CURSOR_NOT_VALID']);
    const byDay = { first: 2, orderBy: [{ field: 'VERIFIED_ON' }], after: of('["hôm qua", "x"]') };
    expect(await refusalOf(world, office, households, byDay)).toEqual(['NOT_FOUND']);
    const { household } = await office.ask<{ household: null }>(
      'query ($id: ID!) { household(id: $id) { id } }',
      { id: randomUUIDv7() },
    );
    expect(household).toBeNull();
  });

  test('matches nothing with an empty "in", and everything with an empty filter', async () => {
    expect(await list({ filter: { id: { in: [] } } })).toMatchObject({ totalCount: 0, nodes: [] });
    expect(await list({ filter: { kind: { in: [] } } })).toMatchObject({ totalCount: 0 });
    expect((await list({ filter: {} })).totalCount).toBe((await list({})).totalCount);
    expect((await list({ filter: { not: { id: { in: [] } } } })).totalCount).toBe(
      (await list({})).totalCount,
    );
  });

  test('finds names with and without marks, in any order, and takes % and _ as they are', async () => {
    for (const search of ['hoa', 'Hoà', 'Hòa', 'HOÀ'.normalize('NFD')]) {
      expect(await found({ search })).toEqual(['Nguyễn Thị Hoà', 'Trần Văn Hòa']);
    }
    expect(await found({ search: 'hoa nguyen' })).toEqual(['Nguyễn Thị Hoà']);
    expect(await found({ search: 'do tien' })).toEqual(['Đỗ Thuỷ Tiên']);
    expect(await found({ headName: { contains: '0%' } })).toEqual(['Phạm 100% Số']);
    expect(await found({ search: '_' })).toEqual([]);
  });

  test('sorts by the last word of a name, and pages through every row once', async () => {
    const all = (await list({ limit: 100 })).nodes.map(({ headName }) => headName);
    const word = (name: string) => name.split(' ').at(-1)!;
    expect(all.map(word)).toEqual(all.map(word).toSorted(new Intl.Collator('vi').compare));
    const paged: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { nodes, pageInfo } = await list({ first: 3, after });
      paged.push(...nodes.map(({ headName }) => headName));
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(paged).toEqual(all);
  });

  test('orders by what may be unknown without losing a row between pages', async () => {
    const orderBy = [{ field: 'ADULTS', direction: 'DESC' }];
    const { totalCount } = await list({});
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { nodes, pageInfo } = await list({ first: 2, after, orderBy });
      seen.push(...nodes.map(({ headName }) => headName));
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(new Set(seen).size).toBe(totalCount);
  });
});
