import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { subscribe } from '../kit/stream.js';
import type { Call } from './call.js';
import { calls } from './calls.js';
import { has } from './caller.js';
import { callersOf, type Caller } from './cast.js';
import { outcomesOf } from './deeds.js';
import { judgedOperations, operationNeeds } from './operations.js';
import { judge, schema } from './oracle.js';
import { placesOf, type Place } from './places.js';
import { differences, inTurns, openStage, outcomeOf, type Stage } from './stage.js';
import { freshRows, standingRows, type Fresh } from './stock.js';

let stage: Stage;
let callers: Caller[];
let places: Place[];
beforeAll(async () => {
  stage = await openStage();
  callers = callersOf(stage.world);
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

interface At {
  caller: Caller;
  place: Place;
}

/** A password is slow to try on purpose; on ordinary days one caller of each kind does. */
const tryPasswords = new Set(['signIn', 'acceptInvitation', 'confirmIdentity', 'changePassword']);
function kinds(): Caller[] {
  const kindOf = ({ state, scopes, viewing, confirmed }: Caller) =>
    [state, scopes !== null, viewing !== null, confirmed].join(' ');
  return process.env['TEST_DEEP']
    ? callers
    : [...new Map(callers.map((caller) => [kindOf(caller), caller])).values()];
}

/** Everybody in every place; what does not depend on the place is asked once. */
function everywhere(operation: string): At[] {
  const [, variables, where] = calls[operation]!;
  const asked = variables && where !== 'anywhere' ? places : places.slice(0, 1);
  return (tryPasswords.has(operation) ? kinds() : callers).flatMap((caller) =>
    asked.map((place) => ({ caller, place })),
  );
}

describe('what is read', () => {
  test.each(queries)('%s', async (operation) => {
    const pairs = await inTurns(everywhere(operation), async ({ caller, place }) => {
      const { document, variables } = await callTo(operation, place, standingRows(stage.owner));
      return {
        at: `${caller.name} in ${place.name}`,
        verdict: judge(stage.world, caller, document, variables),
        answer: await stage.ask(caller, document, variables),
      };
    });
    expect(differences(pairs)).toEqual([]);
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

/** Deeds that end or change the session they are done in. */
const changeSession = new Set([
  ...['signIn', 'signOut', 'signOutEverywhere', 'confirmIdentity', 'acceptInvitation'],
  ...['viewAs', 'stopViewing', 'beginSecondFactor', 'confirmSecondFactor'],
]);

describe('what is done', () => {
  const events = async () => (await stage.owner.query('select 1 from event')).rowCount;

  test.each(mutations)('%s', async (operation) => {
    const judged = everywhere(operation).map((at) => ({
      ...at,
      expected: outcomesOf(stage.world, at.caller, operation, at.place),
    }));
    const anew = changeSession.has(operation);
    const ask = async ({ caller, place, expected }: (typeof judged)[number], fresh: Fresh) => {
      const { document, variables } = await callTo(operation, place, fresh);
      const outcome = outcomeOf(await stage.ask(caller, document, variables, { anew }));
      return expected.includes(outcome)
        ? []
        : [`${caller.name} in ${place.name}: ${outcome}, not ${expected.join(' or ')}`];
    };
    const isDone = ({ expected }: (typeof judged)[number]) => expected[0] === 'DONE';
    // Refusals first: what they name is still there afterwards, and nothing has happened.
    const before = await events();
    const refusals = judged.filter((at) => !isDone(at));
    const standing = standingRows(stage.owner);
    expect((await inTurns(refusals, (at) => ask(at, standing))).flat()).toEqual([]);
    expect(await events()).toBe(before);
    const fresh = freshRows(stage.owner);
    expect((await inTurns(judged.filter(isDone), (at) => ask(at, fresh))).flat()).toEqual([]);
    if (anew) stage.forgetSessions();
  });
});
