import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { subscribe } from '../kit/stream.js';
import { calls, type Call } from './calls.js';
import { everyCaller, has, type Caller } from './caller.js';
import { outcomeOf } from './deeds.js';
import { judgedOperations, operationNeeds } from './operations.js';
import { judge, schema } from './oracle.js';
import { placesOf, type Place } from './places.js';
import { foreseen, inTurns, openStage, said, type Stage } from './stage.js';
import { freshRows, standingRows, type Fresh } from './stock.js';

let stage: Stage;
let callers: Caller[];
let places: Place[];
beforeAll(async () => {
  stage = await openStage();
  callers = everyCaller(stage.world);
  places = placesOf(stage.world);
});
afterAll(() => stage.close());

const fieldsOf = (type: { getFields(): object } | null | undefined) => Object.keys(type?.getFields() ?? {});
const queries = fieldsOf(schema.getQueryType());
const mutations = fieldsOf(schema.getMutationType());
const subscriptions = fieldsOf(schema.getSubscriptionType());

test('every operation of the schema is judged, and has a call', () => {
  const all = [...queries, ...mutations, ...subscriptions].toSorted();
  expect(judgedOperations.toSorted()).toEqual(all);
  expect(Object.keys(calls).toSorted()).toEqual(all);
});

async function callTo(operation: string, place: Place, fresh: Fresh): Promise<Call> {
  const [document, variables] = calls[operation]!;
  return { document, variables: (await variables?.(place, fresh)) ?? {} };
}

/** Everybody in every place, one after the other as many at once as the server has connections. */
const everywhere = () => callers.flatMap((caller) => places.map((place) => ({ caller, place })));
const asLine = ({ caller, place }: { caller: Caller; place: Place }, what: unknown) =>
  `${caller.name} in ${place.name}: ${typeof what === 'string' ? what : JSON.stringify(what)}`;

describe('what is read', () => {
  test.each(queries)('%s', async (operation) => {
    const lines = await inTurns(everywhere(), async (at) => {
      const { document, variables } = await callTo(operation, at.place, standingRows());
      const verdict = judge(stage.world, at.caller, document, variables);
      const answer = await stage.ask(at.caller, document, variables);
      const seen = verdict.data === 'something' && answer.data && !answer.key ? 'something' : said(answer);
      return [asLine(at, seen), asLine(at, foreseen(verdict))];
    });
    expect(lines.map(([seen]) => seen)).toEqual(lines.map(([, expected]) => expected));
  });

  test.each(subscriptions)('%s', async (operation) => {
    const [document] = calls[operation]!;
    const lines = await inTurns(callers, async (caller) => {
      const { cookie = '' } = await stage.headersOf(caller);
      const stream = await subscribe(stage.url, cookie, document);
      stream.leave();
      const isOpen = stream.status === 200 && stream.contentType.startsWith('text/event-stream');
      const needs = operationNeeds(operation);
      return [`${caller.name} ${isOpen}`, `${caller.name} ${has(caller, needs)}`];
    });
    expect(lines.map(([seen]) => seen)).toEqual(lines.map(([, expected]) => expected));
  });
});

describe('what is done', () => {
  const events = async () => (await stage.owner.query('select 1 from event')).rowCount;

  test.each(mutations)('%s', async (operation) => {
    const judged = everywhere().map((at) => ({
      ...at,
      expected: outcomeOf(stage.world, at.caller, operation, at.place),
    }));
    const ask = async (at: (typeof judged)[number], fresh: Fresh) => {
      const { document, variables } = await callTo(operation, at.place, fresh);
      const { key } = await stage.ask(at.caller, document, variables);
      return [asLine(at, key ?? 'DONE'), asLine(at, at.expected)];
    };
    // Refusals first: what they name is still there afterwards, and nothing has happened.
    const before = await events();
    const refusals = await inTurns(
      judged.filter(({ expected }) => expected !== 'DONE'),
      (at) => ask(at, standingRows()),
    );
    expect(refusals.map(([seen]) => seen)).toEqual(refusals.map(([, expected]) => expected));
    expect(await events()).toBe(before);
    const deeds = await inTurns(
      judged.filter(({ expected }) => expected === 'DONE'),
      (at) => ask(at, freshRows(stage.owner)),
    );
    expect(deeds.map(([seen]) => seen)).toEqual(deeds.map(([, expected]) => expected));
  });
});
