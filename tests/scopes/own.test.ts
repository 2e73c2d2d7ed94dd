import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { abilitiesTold, has, type Caller } from './caller.js';
import { callersOf } from './cast.js';
import { duties } from './duties.js';
import { accountOf, holdsToday, personOf } from './facts.js';
import { openStage, outcomeOf, type Stage } from './stage.js';
import { freshRows } from './stock.js';
import { makeWorld } from './world.js';

// What each does with what is their own: lends a position, gives a script a part of their work.
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const world = makeWorld();
const callers = callersOf(world).filter(
  ({ communeId, state, scopes, viewing, confirmed }) =>
    communeId === 1 && state === 'in' && !scopes && !viewing && confirmed,
);
const named = (some: Caller[]) => some.map((caller) => [caller.name, caller] as const);

/** The first position somebody holds themself; places in teams and lent positions are none. */
const positionOf = ({ personId }: Caller) =>
  world.position.find((position) => position.personId === personId && holdsToday(position));

const delegate = 'mutation ($input: DelegateInput!) { delegate(input: $input) { id role } }';

describe('an office lends its own position', () => {
  const holders = callers.filter(positionOf);

  test.each(named(holders))('%s', async (_, caller) => {
    const { orgUnitId, role } = positionOf(caller)!;
    const to = personOf(world, 'totruong.tay').id;
    const lend = (from?: string) => ({
      input: {
        ...(from ? { fromPersonId: from } : {}),
        toPersonId: to,
        orgUnitId: String(orgUnitId),
        role,
        reason: 'Đi tập huấn',
        ...freshRows(stage.owner).days(),
      },
    });
    const outcome = has(caller, 'delegate') ? 'DONE' : 'NOT_ALLOWED';
    expect(outcomeOf(await stage.ask(caller, delegate, lend()))).toBe(outcome);
    expect(outcomeOf(await stage.ask(caller, delegate, lend(caller.personId!)))).toBe(outcome);
  });

  test('to nobody by whom it was lent: it is not handed on', async () => {
    const standIn = callers.find(({ name }) => name === 'thanhvien.tay')!;
    const { orgUnitId, role } = positionOf(callers.find(({ name }) => name === 'vanhoa')!)!;
    const input = {
      toPersonId: personOf(world, 'totruong.tay').id,
      orgUnitId: String(orgUnitId),
      role,
      reason: 'Đi tập huấn',
      ...freshRows(stage.owner).days(),
    };
    expect(outcomeOf(await stage.ask(standIn, delegate, { input }))).toBe('POSITION_NOT_HELD');
    const fromPersonId = personOf(world, 'vanhoa').id;
    expect(outcomeOf(await stage.ask(standIn, delegate, { input: { ...input, fromPersonId } }))).toBe(
      'NOT_ALLOWED',
    );
  });
});

const makeKey =
  'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { key apiKey { scopes } } }';
const inAMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

describe('a key is made for a part of one’s own duties, and for nobody else’s, by', () => {
  test.each(named(callers.filter((caller) => has(caller, 'make keys'))))('%s', async (_, caller) => {
    const own = new Set(abilitiesTold(caller).map(({ action }) => action));
    for (const { ability } of duties) {
      const input = { name: 'thử', scopes: [ability], expiresOn: inAMonth };
      const outcome = outcomeOf(await stage.ask(caller, makeKey, { input }));
      // Some of one's own is never a script's: who comes in, and who may do what.
      if (outcome === 'DONE') expect([ability, own.has(ability)]).toEqual([ability, true]);
      else expect([ability, outcome]).toEqual([ability, 'API_KEY_SCOPES']);
    }
    const { rows } = await stage.owner.query<{ scopes: string[] }>(
      'select scopes from api_key where account_id = $1 and name = $2',
      [accountOf(world, caller.login!).id, 'thử'],
    );
    const given = new Set(rows.flatMap(({ scopes }) => scopes));
    const reading = [...own].filter((ability) => ability.endsWith(':read'));
    expect(reading.filter((ability) => !given.has(ability))).toEqual([]);
  });
});
