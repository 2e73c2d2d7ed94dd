/** Values that no clerk types: refused with a sentence or kept harmlessly, never an error of ours. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../kit/client.js';
import { createWorld, type World } from '../kit/world.js';

let world: World;
let office: Client;
beforeAll(async () => {
  world = await createWorld({ env: { FACES: 'http' } });
  office = await world.as('vanhoa');
  await world.home();
});
afterAll(() => world.close());

const add = 'mutation ($input: PersonInput!) { addPerson(input: $input) { id fullName } }';

/** What became of a call: its answer, or the key of a refusal. Whatever is ours to blame is INTERNAL. */
async function outcome(query: string, variables: Record<string, unknown> = {}): Promise<string> {
  const { errors } = await office.send(query, variables);
  return errors?.[0]?.extensions.key ?? 'answered';
}

describe('text', () => {
  test.each<[string, string]>([
    ['a NUL', 'Lê\u0000Văn'],
    ['half a surrogate pair', 'Lê \ud800 Văn'],
    ['a bell', 'Lê \u0007'],
  ])('with %s is refused', async (_, fullName) => {
    expect(await outcome(add, { input: { fullName } })).toBe('TEXT_NOT_VALID');
    expect(
      await outcome('query ($s: String) { people(filter: { search: $s }) { totalCount } }', { s: fullName }),
    ).toBe('TEXT_NOT_VALID');
  });

  test.each<[string, string]>([
    ['right-to-left marks', '\u202eLê Văn \u200fNgược'],
    ['a script', '<script>alert(1)</script>'],
    ['quotes of SQL', `Lê'; drop table person; --`],
    ['a formula', '=cmd|calc!A1'],
    ['emoji', 'Lê 👩‍👩‍👧 Văn'],
  ])('with %s is kept or refused as what it is', async (_, fullName) => {
    const { data, errors } = await office.send<{ addPerson: { fullName: string } } | null>(add, {
      input: { fullName },
    });
    if (errors) expect(errors[0]!.extensions.key).not.toBe('INTERNAL');
    else expect(data!.addPerson.fullName).toBe(fullName.normalize('NFC'));
    const { rows } = await world.owner.query(`select to_regclass('person') as found`);
    expect(rows).toEqual([{ found: 'person' }]);
  });

  test('of half a megabyte is refused, in every text input', async () => {
    const long = 'a'.repeat(500_000);
    expect(await outcome(add, { input: { fullName: long } })).not.toMatch(/INTERNAL|answered/);
    expect(
      await outcome('query ($s: String) { people(filter: { search: $s }) { totalCount } }', { s: long }),
    ).not.toBe('INTERNAL');
  });

  test('of LIKE patterns finds only itself', async () => {
    const { people } = await office.ask<{ people: { totalCount: number } }>(
      '{ people(filter: { fullName: { contains: "%_%" } }) { totalCount } }',
    );
    expect(people.totalCount).toBe(0);
  });
});

describe('what looks like SQL', () => {
  test.each(['full_name; drop table person', 'id desc --', '(select 1)', 'SORT_NAME desc'])(
    'orders nothing: %s',
    async (field) => {
      expect(
        await outcome('query ($by: [PersonOrder!]) { people(orderBy: $by) { totalCount } }', {
          by: [{ field }],
        }),
      ).toBe('QUERY_NOT_VALID');
    },
  );

  test.each(["x' or '1'='1", '1 or 1=1', '00000000-0000-0000-0000-000000000000\u0027', '../../etc/passwd'])(
    'is no id: %s',
    async (id) => {
      expect(await outcome('query ($id: ID!) { person(id: $id) { id } }', { id })).toMatch(
        /NOT_FOUND|answered/,
      );
      expect(await outcome('query ($id: ID!) { orgUnit(id: $id) { id } }', { id })).toMatch(
        /NOT_FOUND|answered/,
      );
    },
  );

  test.each(["Asia/Ho_Chi_Minh'; --", "2025-12-01' or 1=1", '2025-13-45', '2025-12-01T00:00:00'])(
    'is no time: %s',
    async (at) => {
      expect(
        await outcome(
          'query ($at: DateTime) { visits(filter: { visitedAt: { gte: $at } }) { nodes { id } } }',
          { at },
        ),
      ).toBe('QUERY_NOT_VALID');
    },
  );

  test('as a cursor opens no page', async () => {
    for (const after of [
      "' or 1=1",
      Buffer.from('[{"$ne":null}]').toString('base64'),
      Buffer.from('["x","y","z"]').toString('base64'),
    ])
      expect(
        await outcome('query ($after: String) { people(first: 5, after: $after) { nodes { id } } }', {
          after,
        }),
      ).toBe('CURSOR_NOT_VALID');
  });
});

describe('the wrong kind of value', () => {
  test.each<[string, unknown]>([
    ['an object', { $ne: null }],
    ['a list', ['a', 'b']],
    ['a number', 5],
    ['a boolean', true],
  ])('%s where a text belongs is refused', async (_, value) => {
    expect(
      await outcome('query ($s: String) { people(filter: { search: $s }) { totalCount } }', { s: value }),
    ).toBe('QUERY_NOT_VALID');
    expect(await outcome(add, { input: { fullName: value } })).toBe('QUERY_NOT_VALID');
  });

  test('fields that an input does not have are refused, not assigned', async () => {
    for (const field of [
      'id',
      'communeId',
      'commune_id',
      'createdAt',
      'passwordHash',
      'isAdmin',
      'constructor',
      'toString',
    ]) {
      expect(await outcome(add, { input: { fullName: 'Lê Văn Dư', [field]: '1' } })).toBe('QUERY_NOT_VALID');
    }
    const { rows } = await world.owner.query(`select from person where full_name = 'Lê Văn Dư'`);
    expect(rows).toEqual([]);
  });
});

describe('empty conditions', () => {
  interface Counted {
    people: { totalCount: number };
  }
  const count = async (filter: string) =>
    (await office.ask<Counted>(`{ people(filter: ${filter}) { totalCount } }`)).people.totalCount;

  test('an empty list of ids matches nothing; no condition matches all that is theirs', async () => {
    const all = await count('{}');
    expect(all).toBeGreaterThan(5);
    expect(await count('{ id: { in: [] } }')).toBe(0);
    expect(await count('{ and: [] }')).toBe(all);
    expect(await count('{ and: [{}] }')).toBe(all);
    expect(await count('{ not: { id: { in: [] } } }')).toBe(all);
    expect(await count('{ id: {} }')).toBe(all);
  });

  test('"at least one of none" matches nothing, and "not everything" nothing', async () => {
    expect(await count('{ or: [] }')).toBe(0);
    expect(await count('{ not: {} }')).toBe(0);
    expect(await count('{ and: [{ or: [] }] }')).toBe(0);
    expect(await count('{ not: { and: [] } }')).toBe(0);
  });

  test('a part that says nothing holds for every row, in an "or" too', async () => {
    const all = await count('{}');
    const one = '{ fullName: { contains: "Hoá" } }';
    const some = await count(one);
    expect([some > 0, some < all]).toEqual([true, true]);
    expect(await count(`{ or: [{}, ${one}] }`)).toBe(all);
    expect(await count(`{ not: { or: [{ and: [] }, ${one}] } }`)).toBe(0);
    expect(await count(`{ not: { not: ${one} } }`)).toBe(some);
    expect(await count(`{ not: { or: [] } }`)).toBe(all);
  });

  test('of another commune’s village they show nothing, however they are put', async () => {
    const head = await world.as('truongthon');
    const { rows } = await world.owner.query<{ id: string }>(
      `insert into commune (code, name, province_code, province_name) values ('77777', 'Ngoài', '31', 'Hải Phòng') returning id`,
    );
    const village = await world.owner.query<{ id: number }>(
      `insert into org_unit (commune_id, kind, code, name, valid_from) values ($1, 'VILLAGE', 'NGOAI', 'Thôn Ngoài', '2025-07-01') returning id`,
      [rows[0]!.id],
    );
    for (const id of [village.rows[0]!.id, world.units['TAY']])
      for (const filter of [
        `{ villageId: { eq: "${id}" } }`,
        `{ not: { villageId: { ne: "${id}" } } }`,
        `{ or: [{ villageId: { in: ["${id}"] } }] }`,
      ]) {
        const { households } = await head.ask<{ households: { totalCount: number } }>(
          `{ households(filter: ${filter}) { totalCount } }`,
        );
        expect([filter, households.totalCount]).toEqual([filter, 0]);
      }
  });
});
