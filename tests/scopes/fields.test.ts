import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { callersOf, type Caller } from './cast.js';
import { has } from './caller.js';
import { argumentsOf } from './calls.js';
import { needsOf } from './model.js';
import { judge } from './oracle.js';
import { documentOf, isLeaf, readTypes, selected, waysOf } from './paths.js';
import { placeOf } from './places.js';
import { differences, inTurns, openStage, type Stage } from './stage.js';
import { makeWorld } from './world.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const world = makeWorld();
/** Every field that somebody was asked about. */
const asked = new Set<string>();

/** The fields of every type, each asked for alone when the caller may not read it, together when they may. */
function documentsFor(caller: Caller): string[] {
  const place = placeOf(world, caller.communeId === 2 ? 'x2.LANG' : 'DONG');
  const ways = waysOf(caller, argumentsOf(place));
  return readTypes.flatMap((type) => {
    const way = ways.get(type.name);
    if (!way) return [];
    const fields = Object.values(type.getFields());
    for (const field of fields) asked.add(`${type.name}.${field.name}`);
    const readable = fields.filter(
      (field) => way.open && isLeaf(field) && has(caller, needsOf(type.name, field.name)),
    );
    const alone = fields.filter((field) => !readable.includes(field)).map(selected);
    const together = readable.map(selected).join(' ');
    return [...(together ? [together] : []), ...alone].map((each) => documentOf(way, each));
  });
}

describe('every field is answered or refused as the oracle says, to', () => {
  test.each(callersOf(world).map((caller) => [caller.name, caller] as const))('%s', async (_, caller) => {
    const pairs = await inTurns(documentsFor(caller), async (document) => ({
      at: document,
      verdict: judge(world, caller, document),
      answer: await stage.ask(caller, document),
    }));
    expect(differences(pairs)).toEqual([]);
  });
});

test('no field of the schema is left out', () => {
  const all = readTypes.flatMap((type) =>
    Object.keys(type.getFields()).map((field) => `${type.name}.${field}`),
  );
  expect(all.filter((field) => !asked.has(field))).toEqual([]);
});
