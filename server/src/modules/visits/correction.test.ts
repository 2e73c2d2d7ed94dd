import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Client } from '../../../../tests/kit/client.js';
import { refusalOf } from '../../../../tests/kit/refusal.js';
import { aVisit, correctVisit, recordVisit } from '../../../../tests/kit/visit.js';
import { createWorld, type World } from '../../../../tests/kit/world.js';

let world: World;
let member: Client;
let home: string;

// A home of Thôn Đông, three adults and four citizens of 14 and over, visited by a member of its team.
beforeAll(async () => {
  world = await createWorld({ env: { FACES: 'http' } });
  member = await world.as('thanhvien');
});
beforeEach(async () => void (home = await world.home()));
afterAll(() => world.close());

const record = (input: object) => member.ask<{ recordVisit: { id: string } }>(recordVisit, { input });

describe('a correction', () => {
  const correct = (visitId: string, input: object, reason = 'đếm nhầm') =>
    member.send(correctVisit, { visitId, reason, input });
  const refusedCorrection = (visitId: string, input: object, reason = 'đếm nhầm') =>
    refusalOf(world, member, correctVisit, { visitId, reason, input });

  test('without a reason is refused', async () => {
    const { id } = (await record(aVisit(home))).recordVisit;
    expect(await refusedCorrection(id, aVisit(home), '  ')).toEqual([
      'CORRECTION_WITHOUT_REASON',
      'reason CORRECTION_WITHOUT_REASON',
    ]);
  });

  test('of a visit that was corrected already is refused, even when both come at once', async () => {
    const { id } = (await record(aVisit(home))).recordVisit;
    const answers = await Promise.all([
      correct(id, aVisit(home)),
      correct(id, aVisit(home)),
      correct(id, aVisit(home)),
    ]);
    const keys = answers.map(({ errors }) => errors?.[0]?.extensions.key ?? 'corrected');
    expect(keys.toSorted()).toEqual(['VISIT_CORRECTED_ALREADY', 'VISIT_CORRECTED_ALREADY', 'corrected']);
  });

  test('that moves the visit to another home is refused', async () => {
    const { id } = (await record(aVisit(home))).recordVisit;
    expect(await refusedCorrection(id, aVisit(await world.home()))).toEqual([
      'NOT_FOUND',
      'input.householdId NOT_FOUND',
    ]);
  });

  test('under the id of the visit itself corrects nothing, and says so', async () => {
    const input = aVisit(home);
    await record(input);
    expect((await refusedCorrection(input.id, input))[0]).toBe('VISIT_ID_TAKEN');
  });

  test('replaces what was found, names its reason, and sent twice is one correction', async () => {
    const { id } = (await record(aVisit(home, { adultsWithSmartphone: 3 }))).recordVisit;
    const input = aVisit(home, { adultsWithSmartphone: 1 });
    const [first, second] = [await correct(id, input), await correct(id, input)];
    expect(first.data).toEqual({
      correctVisit: {
        id: input.id,
        correctionReason: 'đếm nhầm',
        corrects: { id, correctedBy: { id: input.id } },
      },
    });
    expect(second).toEqual(first);
    const found = `select adults_with_smartphone from household_state where household_id = '${home}'`;
    expect((await world.owner.query(found)).rows).toEqual([{ adults_with_smartphone: 1 }]);
  });
});
