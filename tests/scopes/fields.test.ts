import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { callersOf, type Caller } from './cast.js';
import { has } from './caller.js';
import { duties } from './duties.js';
import { argumentsOf, calls } from './calls.js';
import { foretoldOf } from './model.js';
import { judge, needsOf } from './oracle.js';
import { documentOf, fieldsSelected, readTypes, selected, waysOf } from './paths.js';
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
    // Where the way itself is shut, one question shows it; at the end of an open way every field has its own lock.
    if (!way.open) return [documentOf(way, fields.map(selected).join(' '))];
    const mayRead = (field: (typeof fields)[number]) =>
      needsOf(documentOf(way, selected(field))).every((needs) => has(caller, needs));
    const [readable, shut] = [fields.filter(mayRead), fields.filter((field) => !mayRead(field))];
    // Apart, so that what cannot be foretold does not keep the rest from being compared.
    const parts = [true, false].map((known) =>
      readable.filter(({ name }) => foretoldOf(type.name, name) === known).map(selected),
    );
    const together = parts.filter((part) => part.length > 0).map((part) => part.join(' '));
    return [...together, ...shut.map(selected)].map((each) => documentOf(way, each));
  });
}

/** One of those who may do the same, wherever they may do it: a field has no place. */
const distinct = callersOf(world).filter(
  (caller, index, all) => all.findIndex((other) => rightsOf(other) === rightsOf(caller)) === index,
);
function rightsOf(caller: Caller): string {
  const held = duties.filter(({ duty }) => has(caller, duty)).map(({ duty }) => duty);
  return JSON.stringify([caller.state, caller.scopes !== null, caller.viewing !== null, held]);
}

describe('every field is answered or refused as the oracle says, to', () => {
  test.each(distinct.map((caller) => [caller.name, caller] as const))('%s', async (_, caller) => {
    const pairs = await inTurns(documentsFor(caller), async (document) => ({
      at: document,
      verdict: judge(world, caller, document),
      answer: await stage.ask(caller, document),
    }));
    expect(differences(pairs)).toEqual([]);
  });
});

test('no field of the schema is left out', () => {
  // Of what only a deed or a subscription answers, the calls of operations.test.ts select everything.
  for (const [document] of Object.values(calls))
    fieldsSelected(document).forEach((field) => asked.add(field));
  const all = readTypes.flatMap((type) =>
    Object.keys(type.getFields()).map((field) => `${type.name}.${field}`),
  );
  expect(all.filter((field) => !asked.has(field))).toEqual([]);
});
