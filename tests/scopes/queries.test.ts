import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { callersOf } from './cast.js';
import { judge } from './oracle.js';
import { randomQuery } from './random-query.js';
import { foreseen, openStage, said, type Stage } from './stage.js';
import { makeWorld } from './world.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const callers = callersOf(makeWorld());
const perCaller = process.env['TEST_DEEP'] ? 400 : 15;

describe('a random query is answered as the oracle says', () => {
  test.each(callers.map((caller) => [caller.name, caller] as const))('%s', async (_, caller) => {
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (g) => {
        const document = randomQuery(g, stage.world, caller);
        const answer = await stage.ask(caller, document);
        // What would fetch too much at once is refused for that; the oracle counts no costs.
        fc.pre(answer.key !== 'QUERY_TOO_COSTLY');
        const verdict = judge(stage.world, caller, document);
        expect([document, said(answer)]).toEqual([document, foreseen(verdict)]);
      }),
      {
        numRuns: perCaller,
        seed: Number(process.env['TEST_SEED'] ?? 20251201) + callers.indexOf(caller),
        unbiased: true,
      },
    );
  });
});
