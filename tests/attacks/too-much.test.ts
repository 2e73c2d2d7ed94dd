/** What asks too much: refused before anything is fetched, with a sentence, and quickly. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../kit/client.js';
import { createWorld, type World } from '../kit/world.js';

let world: World;
let office: Client;
let home: string;
beforeAll(async () => {
  world = await createWorld({ env: { FACES: 'http' } });
  office = await world.as('vanhoa');
  home = await world.home();
});
afterAll(() => world.close());

const repeat = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

/** The refusal of a query that must be refused, and soon. */
async function messageOf(query: string, variables = {}): Promise<string> {
  const started = performance.now();
  const { errors, data } = await office.send<object | null>(query, variables);
  expect(performance.now() - started).toBeLessThan(5_000);
  expect(data ?? null).toBeNull();
  return errors![0]!.message;
}

describe('a document', () => {
  test('of 31 aliases is refused, of 30 is not', async () => {
    const aliases = (count: number) => `{ ${repeat(count, (index) => `a${index}: topics { code }`)} }`;
    expect(await messageOf(aliases(31))).toMatch(/alias/i);
    await office.ask(aliases(30));
  });

  test('of 5,000 aliases is refused', async () => {
    expect(await messageOf(`{ ${repeat(5_000, (index) => `a${index}: topics { code }`)} }`)).toMatch(
      /alias|token/i,
    );
  });

  test('of 300 sign-ins by alias tries none of them', async () => {
    const query = `mutation { ${repeat(300, (index) => `a${index}: signIn(login: "vanhoa", password: "doan-${index}") { login }`)} }`;
    expect(await messageOf(query)).toMatch(/alias/i);
  });

  test('13 fields deep is refused, 12 is not', async () => {
    const deep = (levels: number, inmost: string) =>
      `{ household(id: "${home}") { ${'village { team { '.repeat(levels)} ${inmost} ${'} }'.repeat(levels)} } }`;
    // household, five times village and team, and the id: 12 fields.
    expect(await messageOf(deep(5, 'village { id }'))).toMatch(/depth/i);
    await office.ask(deep(5, 'id'));
  });

  test('50 deep, also by fragments, is refused', async () => {
    const nested = `${'visits { household { '.repeat(25)} id ${'} }'.repeat(25)}`;
    expect(await messageOf(`{ household(id: "x") { ${nested} } }`)).toMatch(/depth/i);
    const fragments = repeat(
      30,
      (index) => `fragment f${index} on Household { visits { household { ...f${index + 1} } } }`,
    );
    expect(
      await messageOf(`{ household(id: "x") { ...f0 } } ${fragments} fragment f30 on Household { id }`),
    ).toMatch(/depth/i);
  });

  test('whose fragments go round in circles is refused', async () => {
    const message = await messageOf(
      '{ household(id: "x") { ...a } } fragment a on Household { visits { ...b } } fragment b on Visit { household { ...a } }',
    );
    expect(message).toMatch(/spread fragment/i);
  });

  test('whose fragments double at every step is refused, not unfolded', async () => {
    const doubling = repeat(
      24,
      (index) => `fragment f${index} on Household { ...f${index + 1} ...f${index + 1} }`,
    );
    await messageOf(`{ household(id: "x") { ...f0 } } ${doubling} fragment f24 on Household { id headName }`);
  });

  test('with a fragment called __schema hides nothing behind it', async () => {
    const inner = 'visits { household { '.repeat(8);
    const message = await messageOf(
      `{ household(id: "x") { ...__schema } } fragment __schema on Household { ${inner} id ${'} }'.repeat(8)} }`,
    );
    expect(message).toMatch(/depth/i);
  });

  test('of too many tokens or directives is refused', async () => {
    expect(await messageOf(`{ topics { ${'code '.repeat(6_000)} } }`)).toMatch(/token/i);
    expect(await messageOf(`{ topics { code ${'@include(if: true) '.repeat(60)} } }`)).toMatch(/directive/i);
  });

  test('that fetches too much is refused with its cost; an affordable one says what it cost', async () => {
    const nested =
      '{ households(limit: 100) { nodes { visits { household { visits { performers { fullName } } } } } } }';
    const { errors } = await office.send(nested);
    expect(errors![0]!.extensions).toMatchObject({ key: 'QUERY_TOO_COSTLY', code: 'BAD_INPUT' });
    const answer = await office.send('{ households(limit: 10) { nodes { id headName } } }');
    expect((answer as { extensions?: { cost: number } }).extensions?.cost).toBe(21);
  });

  test('in a batch is refused', async () => {
    const response = await fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: office.cookie },
      body: JSON.stringify(Array.from({ length: 10 }, () => ({ query: '{ topics { code } }' }))),
    });
    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain('"code":"VNEID');
  });
});

describe('a page', () => {
  test.each([-1, 101, 2_147_483_647])('of %d rows is refused', async (limit) => {
    expect(
      await office.refused('query ($n: Int) { households(limit: $n) { totalCount nodes { id } } }', {
        n: limit,
      }),
    ).toBe('PAGE_TOO_LARGE');
    expect(
      await office.refused('query ($n: Int) { households(first: $n) { nodes { id } } }', { n: limit }),
    ).toBe('PAGE_TOO_LARGE');
  });

  test('of no rows has no rows', async () => {
    const { households } = await office.ask<{ households: { nodes: [] } }>(
      '{ households(limit: 0) { nodes { id } } }',
    );
    expect(households.nodes).toEqual([]);
  });

  test.each(['-1', '25001', '2147483647'])('that skips %s rows is refused', async (offset) => {
    expect(await office.refused(`{ households(offset: ${offset}) { nodes { id } } }`)).toBe('PAGE_TOO_LARGE');
  });

  test.each(['2147483648', '1e3', '"25"', '2.5', 'true', '[1, 2]', '{ a: 1 }'])(
    'of %s rows is no page',
    async (limit) => {
      expect(await office.refused(`{ households(limit: ${limit}) { nodes { id } } }`)).toBe(
        'QUERY_NOT_VALID',
      );
    },
  );
});
