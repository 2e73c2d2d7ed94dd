import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { callerOf, nobody } from './caller.js';
import { judge } from './oracle.js';
import { makeWorld } from './world.js';

const folder = new URL('./', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
const importsOf = (file: string) =>
  [
    ...readFileSync(new URL(file, folder), 'utf8').matchAll(
      /^(?:import|export)\b[^;]*?from '([^']+)'|import\('([^']+)'\)/gm,
    ),
  ].map(([, one, other]) => one ?? other!);

/** A file and all of these tests that it imports. */
function reachedFrom(file: string, reached = new Set<string>()): Set<string> {
  if (reached.has(file)) return reached;
  reached.add(file);
  for (const name of importsOf(file))
    if (name.startsWith('./')) reachedFrom(`${name.slice(2).replace(/\.js$/, '')}.ts`, reached);
  return reached;
}

describe('the oracle is independent', () => {
  test('it imports the graphql library, and nothing of the server', () => {
    const outside = [...reachedFrom('oracle.ts')].flatMap(importsOf).filter((name) => !name.startsWith('./'));
    expect([...new Set(outside)].toSorted()).toEqual(['graphql', 'node:fs']);
  });

  test('nor do its tests, but for the server itself that the kit starts', () => {
    const reading = files.filter((file) => importsOf(file).some((name) => name.includes('server/src')));
    // Row-level security is tested below the server, on its own.
    expect(reading.filter((file) => file !== 'row-security.test.ts')).toEqual([]);
  });
});

describe('the oracle can say no', () => {
  const world = makeWorld();
  const homes = '{ households { totalCount } }';

  test('to nobody, and to whoever has no such duty', () => {
    expect(judge(world, nobody, homes)).toEqual({ refused: 'NOT_SIGNED_IN' });
    expect(judge(world, callerOf(world, 'phunu'), homes)).toEqual({ refused: 'NOT_ALLOWED' });
  });

  test('to a filter, an order and a group by what may not be read, wherever they stand', () => {
    const leader = callerOf(world, 'lanhdao');
    for (const document of [
      '{ people(filter: { not: { or: [{ birthYear: { eq: 1960 } }] } }) { totalCount } }',
      '{ people(orderBy: [{ field: BIRTH_YEAR }]) { totalCount } }',
      'query ($by: [PersonOrder!] = [{ field: BIRTH_YEAR }]) { people(orderBy: $by) { totalCount } }',
    ])
      expect(judge(world, leader, document)).toEqual({ refused: 'NOT_ALLOWED' });
    const variables = { filter: { birthYear: { eq: 1960 } } };
    expect(
      judge(
        world,
        leader,
        'query ($filter: PersonFilter) { people(filter: $filter) { totalCount } }',
        variables,
      ),
    ).toEqual({
      refused: 'NOT_ALLOWED',
    });
  });

  test('by leaving out what is of another village or commune', () => {
    const count = (login: string) => judge(world, callerOf(world, login), homes).data;
    expect(count('vanhoa')).toEqual({ households: { totalCount: 18 } });
    expect(count('thanhvien.dong')).toEqual({ households: { totalCount: 6 } });
    expect(count('x2.vanhoa')).toEqual({ households: { totalCount: 12 } });
  });
});
