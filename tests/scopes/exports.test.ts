import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { has, type Caller } from './caller.js';
import { callersOf } from './cast.js';
import type { Duty } from './duties.js';
import type { Row } from './model.js';
import { judge } from './oracle.js';
import { openStage, type Stage } from './stage.js';
import { makeWorld } from './world.js';

// A file says what the list says: the same rows, the same masks.
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const world = makeWorld();

interface Taking {
  duties: Duty[];
  /** The export, of two columns. */
  mutation: string;
  /** The list that says the same. */
  query: string;
  cells: (row: Row) => string[];
}

const takings: Record<string, Taking> = {
  households: {
    duties: ['take homes out', 'see the homes'],
    mutation: 'exportHouseholds(columns: [CODE, PHONE], orderBy: [{ field: CODE }]',
    query: '{ households(limit: 100, orderBy: [{ field: CODE }]) { nodes { code phone } } }',
    cells: ({ code, phone }) => [code, phone] as string[],
  },
  visits: {
    duties: ['take homes out', 'see the visits'],
    mutation: 'exportVisits(columns: [NOTE, CORRECTION_REASON], orderBy: [{ field: VISITED_AT }]',
    query: '{ visits(limit: 100, orderBy: [{ field: VISITED_AT }]) { nodes { note correctionReason } } }',
    cells: ({ note, correctionReason }) => [note, correctionReason] as string[],
  },
  people: {
    duties: ['take people out', 'see the people'],
    mutation: 'exportPeople(columns: [FULL_NAME, PHONE], orderBy: [{ field: SORT_NAME }]',
    query: '{ people(limit: 100, orderBy: [{ field: SORT_NAME }]) { nodes { fullName phone } } }',
    cells: ({ fullName, phone }) => [fullName, phone] as string[],
  },
};

/** The lines of a CSV file without its head; no cell of these has a semicolon or a line break. */
async function linesOf(caller: Caller, path: string): Promise<string[]> {
  const response = await fetch(`${stage.url}${path}`, { headers: await stage.headersOf(caller) });
  const text = (await response.text()).replace(/^\uFEFF/, '').trimEnd();
  return text.split(/\r?\n/).slice(1);
}

// A cell that a sheet would take for a formula or a number is quoted; what it says stays.
const plain = (line: string) => line.replace(/["'=]/g, '');

for (const [list, { duties, mutation, query, cells }] of Object.entries(takings)) {
  const takers = callersOf(world).filter(
    (caller) => caller.viewing === null && duties.every((duty) => has(caller, duty)),
  );
  describe(`${list} in a file are ${list} on the screen, for`, () => {
    test.each(takers.map((caller) => [caller.name, caller] as const))('%s', async (_, caller) => {
      const document = `mutation { ${mutation}, format: CSV, reason: "Báo cáo tháng 11 của xã") { path rows } }`;
      const { data, key } = await stage.ask(caller, document);
      expect(key).toBeNull();
      const [file] = Object.values(data!) as { path: string; rows: number }[];
      const { nodes } = (judge(world, caller, query).data as Record<string, { nodes: Row[] }>)[list]!;
      const expected = nodes.map((row) =>
        cells(row)
          .map((cell) => cell ?? '')
          .join(';'),
      );
      expect(file!.rows).toBe(expected.length);
      expect((await linesOf(caller, file!.path)).map(plain)).toEqual(expected.map(plain));
    });
  });
}
