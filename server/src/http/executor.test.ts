import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  execute,
  parse,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { aVisit, recordVisit } from '../../../tests/kit/visit.js';
import { createWorld, type World } from '../../../tests/kit/world.js';
import { BusinessClock, createLivePubSub, type Context } from '../kernel/index.js';
import { openDatabase, openUnit, type Database } from '../kernel/database.js';
import { createLogger } from '../kernel/log.js';
import { entities } from '../modules.js';
import { createExecutor } from './executor.js';
import { createSavedCheck, savedOperations } from './saved-operations.js';
import { createSchema } from './schema.js';

let world: World;
let database: Database;
let schema: GraphQLSchema;
let clock: BusinessClock;
const log = createLogger('silent');

// A commune with visits, so that there is something to answer.
beforeAll(async () => {
  world = await createWorld({ env: { FACES: 'http' } });
  const office = await world.as('vanhoa');
  for (const village of ['DONG', 'TAY', 'DONG']) {
    await office.ask(recordVisit, {
      input: aVisit(await world.home({ village }), { adultsWithSmartphone: 2 }),
    });
  }
  database = await openDatabase(world.env['DATABASE_URL']!, 4, entities, log);
  clock = new BusinessClock(database);
  await clock.beat();
  schema = createSchema(createLivePubSub());
});
afterAll(async () => {
  await database.close();
  await world.close();
});

const variables = () => ({ village: String(world.units['DONG']) });
type Run = (
  document: DocumentNode,
  values: Record<string, unknown>,
  ctx: Context,
) => Promise<ExecutionResult>;

const interpreted: Run = async (document, variableValues, contextValue) =>
  execute({ schema, document, variableValues, contextValue });
const compiled: Run = async (document, values, ctx) => {
  const executor = createExecutor(schema, () => true);
  const kind = (document.definitions[0] as { operation: 'query' }).operation;
  return executor({ document, key: 'saved', name: null, kind, variables: values }, { ctx } as never);
};

/** What leaves the server: the data, and each error's message and place. */
async function answer(
  run: Run,
  document: DocumentNode,
  values: Record<string, unknown>,
  change?: (ctx: Context) => void,
) {
  const unit = await openUnit({ database, clock, log }, { jobOf: world.communeId });
  try {
    // The same moment for both.
    Object.assign(unit.ctx, { now: new Date('2025-12-01T02:00:00Z') });
    change?.(unit.ctx);
    const { data, errors } = await run(document, values, unit.ctx);
    const shown = errors?.map((error: GraphQLError) => ({
      message: error.message,
      path: error.path,
      code: error.extensions['code'],
    }));
    return JSON.parse(JSON.stringify({ data, errors: shown })) as { data: unknown; errors?: object[] };
  } finally {
    unit.close();
  }
}

describe.each(savedOperations())('the saved operation $name', ({ text }) => {
  const document = parse(text);

  test('can be compiled, and is recognized however it is laid out', () => {
    expect(isCompiledQuery(compileQuery(schema, document))).toBe(true);
    const isSaved = createSavedCheck(savedOperations());
    expect(isSaved('as it stands', document)).toBe(true);
    expect(isSaved('on one line', parse(text.replace(/#.*$/gm, '').replace(/\s+/g, ' ')))).toBe(true);
    expect(isSaved('another', parse('{ people { nodes { phone } } }'))).toBe(false);
  });

  test('answers compiled what graphql-js answers', async () => {
    const expected = await answer(interpreted, document, variables());
    expect(expected.errors).toBeUndefined();
    expect(Object.values(expected.data as object)[0]).not.toBeNull();
    expect(await answer(compiled, document, variables())).toEqual(expected);
  });

  test('fails compiled as it fails in graphql-js, when the database does', async () => {
    const breakDown = (ctx: Context) => {
      const broken = () => Promise.reject(new Error('the database is gone'));
      Object.defineProperty(ctx, 'db', {
        value: { query: broken, prepared: broken, em: new Proxy({}, { get: () => broken }) },
      });
      Object.assign(ctx, { identity: { ...ctx.identity, personId: world.people.vanhoa } });
    };
    const expected = await answer(interpreted, document, variables(), breakDown);
    expect(expected.errors!.length).toBeGreaterThan(0);
    const actual = await answer(compiled, document, variables(), breakDown);
    expect(actual.errors!.map((error) => JSON.stringify(error)).toSorted()).toEqual(
      expected.errors!.map((error) => JSON.stringify(error)).toSorted(),
    );
    expect(actual.data ?? null).toEqual(expected.data ?? null);
  });
});

test.each([{}, { village: null }, { village: ['a', 'b'] }])(
  'variables that do not fit (%o) are the caller’s mistake either way',
  async (values) => {
    const document = parse(savedOperations().find(({ name }) => name === 'homes-of-a-village')!.text);
    const [expected, actual] = [
      await answer(interpreted, document, values),
      await answer(compiled, document, values),
    ];
    expect(expected.errors).toHaveLength(1);
    expect(actual.errors).toMatchObject([{ code: 'BAD_USER_INPUT' }]);
  },
);
