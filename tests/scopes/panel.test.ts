import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { abilitiesTold, has } from './caller.js';
import { callersOf } from './cast.js';
import { duties } from './duties.js';
import { canonical, differences, openStage, type Stage } from './stage.js';
import { judge } from './oracle.js';
import { makeWorld } from './world.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const world = makeWorld();
const callers = callersOf(world).map((caller) => [caller.name, caller] as const);

describe('the panel is told of exactly what is allowed to', () => {
  test.each(callers)('%s', async (_, caller) => {
    const { data } = await stage.ask(caller, '{ me { abilities { action reach orgUnitIds } } }');
    expect(canonical(data)).toEqual(canonical({ me: { abilities: abilitiesTold(caller) } }));
  });
});

test('the panel asks for no ability that there is not', () => {
  const files = readdirSync(new URL('../../admin/src/', import.meta.url), {
    recursive: true,
    encoding: 'utf8',
  });
  const known = new Set(duties.map(({ ability }) => ability));
  const nouns = new Set(duties.map(({ ability }) => ability.split(':')[0]!));
  const asked = files
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .flatMap((file) => [
      ...readFileSync(new URL(`../../admin/src/${file}`, import.meta.url), 'utf8').matchAll(
        /'([a-z]+:[a-z-]+)'/g,
      ),
    ])
    .map(([, name]) => name!)
    .filter((name) => nouns.has(name.split(':')[0]!));
  expect(asked.length).toBeGreaterThan(20);
  expect([...new Set(asked)].filter((name) => !known.has(name))).toEqual([]);
});

describe('the page of background jobs opens to whoever watches them, and not to', () => {
  test.each(callers)('%s', async (_, caller) => {
    const response = await fetch(`${stage.url}/jobs/`, { headers: await stage.headersOf(caller) });
    expect(response.ok).toBe(has(caller, 'watch the jobs'));
  });
});

const folder = new URL('../../server/src/operations/', import.meta.url);
const saved = readdirSync(folder).map((file) => [file, readFileSync(new URL(file, folder), 'utf8')] as const);

describe('a saved operation takes a shorter way, with the same guard before it', () => {
  test.each(saved)('%s', async (_, document) => {
    const village = String(world.orgUnit.find(({ code }) => code === 'DONG')!.id);
    const variables = document.includes('$village') ? { village } : {};
    const pairs = await Promise.all(
      callers.map(async ([name, caller]) => ({
        at: name,
        verdict: judge(world, caller, document, variables),
        answer: await stage.ask(caller, document, variables),
      })),
    );
    expect(differences(pairs)).toEqual([]);
  });
});
