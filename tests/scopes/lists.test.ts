import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { getNamedType, isEnumType, isInputObjectType, type GraphQLInputObjectType } from 'graphql';
import { has, type Caller } from './caller.js';
import { callersOf } from './cast.js';
import { foretoldOf, needsOf, rowModelOf, type Row } from './model.js';
import { fieldOf } from './text.js';
import { operationNeeds } from './operations.js';
import { askOf, schema } from './oracle.js';
import { randomFilter } from './random-query.js';
import { inTurns, openStage, type Stage } from './stage.js';
import { makeWorld } from './world.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const world = makeWorld();
const queries = schema.getQueryType()!.getFields();

interface Listed {
  list: string;
  type: string;
  /** The query of one row by its id. */
  single: string | undefined;
  Filter: GraphQLInputObjectType;
}

/** Every list whose rows the oracle knows. */
const lists: Listed[] = Object.values(queries).flatMap(({ name: list, type, args }) => {
  const page = getNamedType(type).name;
  const row = page.replace(/Page$/, '');
  const filter = getNamedType(args.find(({ name }) => name === 'filter')?.type);
  const isCounted = args.some(({ name }) => name === 'limit');
  if (row === page || !isCounted || !rowModelOf(page)?.table || !isInputObjectType(filter)) return [];
  const single = Object.values(queries).find(
    (query) => getNamedType(query.type).name === row && query.args.some(({ name }) => name === 'id'),
  );
  return [{ list, type: row, single: single?.name, Filter: filter }];
});

const mayAsk = (caller: Caller, { list }: Listed) =>
  has(caller, operationNeeds(list)) && (list !== 'apiKeys' || !caller.scopes);
const callers = callersOf(world);
const rowsOf = ({ type }: Listed): Row[] => world[rowModelOf(type)!.table!];
const idsOf = (rows: Row[]): string[] => rows.map((row) => String(row['id'])).toSorted();

test('the lists of the schema are known', () => {
  expect(lists.length).toBeGreaterThan(15);
});

/** A page of a list, which must be answered. */
async function pageOf(caller: Caller, list: string, args: string): Promise<Row> {
  const { data, key } = await stage.ask(
    caller,
    `{ ${list}${args} { totalCount pageInfo { hasNextPage endCursor } nodes { id } } }`,
  );
  if (key !== null) throw new Error(`${caller.name} ${list}${args}: ${key}`);
  return data![list] as Row;
}

const mostAliases = 30;

/** Which of these ids the query of one row finds; as many at once as a document may have aliases. */
async function found(caller: Caller, single: string, ids: string[]): Promise<string[]> {
  const answers = await inTurns(
    Array.from({ length: Math.ceil(ids.length / mostAliases) }, (_, part) =>
      ids.slice(part * mostAliases, (part + 1) * mostAliases),
    ),
    async (some) => {
      const asked = some.map((id, index) => `a${index}: ${single}(id: ${JSON.stringify(id)}) { id }`);
      const { data, key } = await stage.ask(caller, `{ ${asked.join(' ')} }`);
      if (key !== null) throw new Error(`${caller.name} ${single}: ${key}`);
      return Object.values(data!).flatMap((row) => (row ? [(row as { id: string }).id] : []));
    },
  );
  return answers.flat().toSorted();
}

describe('what a list gives is what its single query finds, of ids of both communes and all villages, for', () => {
  test.each(callers.map((caller) => [caller.name, caller] as const))('%s', async (_, caller) => {
    for (const listed of lists.filter((each) => mayAsk(caller, each))) {
      const all = await pageOf(caller, listed.list, '(limit: 100)');
      const seen = idsOf(all['nodes'] as Row[]);
      expect([listed.list, seen]).toEqual([listed.list, idsOf(askOf(world, caller).all(listed.type))]);
      expect(all['totalCount']).toBe(seen.length);
      if (listed.single)
        expect([listed.single, await found(caller, listed.single, idsOf(rowsOf(listed)))]).toEqual([
          listed.single,
          seen,
        ]);
    }
  });
});

const runs = process.env['TEST_DEEP'] ? 60 : 3;
const seeded = (caller: Caller) => ({
  seed: Number(process.env['TEST_SEED'] ?? 20251201) + callers.indexOf(caller),
  unbiased: true,
});

/** What this caller may order a list by, that stands still meanwhile. */
function orderFields(caller: Caller, { type }: Listed): string[] {
  const values = schema.getType(`${type}OrderField`);
  if (!isEnumType(values)) return [];
  return values
    .getValues()
    .map(({ name }) => name)
    .filter((name) => has(caller, needsOf(type, fieldOf(name))) && foretoldOf(type, fieldOf(name)));
}

/** Walks a list page by page, by skipping rows or by cursors; every id in the order it came. */
async function walked(caller: Caller, list: string, { args, size, byCursor }: Walk): Promise<string[]> {
  const ids: string[] = [];
  for (let after = ''; ;) {
    const where = byCursor ? `first: ${size}${after}` : `limit: ${size}, offset: ${ids.length}`;
    const { nodes, totalCount, pageInfo } = await pageOf(caller, list, `(${args}${where})`);
    ids.push(...(nodes as Row[]).map((row) => row['id'] as string));
    const { hasNextPage, endCursor } = pageInfo as { hasNextPage: boolean; endCursor: string };
    if (hasNextPage !== ids.length < (totalCount as number)) throw new Error(`${list}: wrong hasNextPage`);
    if (!hasNextPage) return ids;
    after = `, after: ${JSON.stringify(endCursor)}`;
  }
}
interface Walk {
  args: string;
  size: number;
  byCursor: boolean;
}

describe('page after page a list gives each of its rows once, however it is ordered, to', () => {
  const some = callers.filter((caller) => lists.some((listed) => mayAsk(caller, listed)));
  test.each(some.map((caller) => [caller.name, caller] as const))('%s', async (_, caller) => {
    const mine = lists.filter((listed) => mayAsk(caller, listed));
    const walks = fc.record({
      listed: fc.constantFrom(...mine.map(({ list }) => list)),
      size: fc.integer({ min: 2, max: 7 }),
      byCursor: fc.boolean(),
      order: fc.nat(),
      direction: fc.constantFrom('ASC', 'DESC'),
    });
    await fc.assert(
      fc.asyncProperty(walks, async ({ listed: list, size, byCursor, order, direction }) => {
        const listed = lists.find((each) => each.list === list)!;
        const fields = orderFields(caller, listed);
        const by =
          fields.length > 0
            ? `orderBy: [{ field: ${fields[order % fields.length]}, direction: ${direction} }], `
            : '';
        const ids = await walked(caller, list, { args: by, size, byCursor });
        expect(ids.toSorted()).toEqual(idsOf(askOf(world, caller).all(listed.type)));
      }),
      { ...seeded(caller), numRuns: runs },
    );
  });
});

describe('a count is that of the list under the same filter, and its groups add up to it, for', () => {
  const counted = lists.filter(({ list }) => `${list}Aggregate` in queries);
  const readers = callers.filter((caller) => counted.some((listed) => mayAsk(caller, listed)));
  test.each(readers.map((caller) => [caller.name, caller] as const))('%s', async (_, caller) => {
    const mine = counted.filter((listed) => mayAsk(caller, listed));
    await fc.assert(
      fc.asyncProperty(fc.gen(), fc.constantFrom(...mine), async (g, listed) => {
        const { list, Filter } = listed;
        const filter = randomFilter(g, { world, caller, input: Filter, rows: rowsOf(listed) });
        const { data, key } = await stage.ask(
          caller,
          `{ rows: ${list}(filter: ${filter}) { totalCount } one: ${list}Aggregate(filter: ${filter}) { count }
             groups: ${list}Aggregate(filter: ${filter}, groupBy: [VILLAGE_ID]) { count villageId } }`,
        );
        expect([filter, key]).toEqual([filter, null]);
        const { rows, one, groups } = data as Record<'one' | 'groups', { count: number }[]> & {
          rows: { totalCount: number };
        };
        const inGroups = groups.reduce((sum, { count }) => sum + count, 0);
        expect([filter, one, inGroups]).toEqual([filter, [{ count: rows.totalCount }], rows.totalCount]);
      }),
      { ...seeded(caller), numRuns: 2 * runs },
    );
  });
});
