import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findSmallCells, type Column } from './small-cells.js';

const smallest = 5;
const column = (cells: [number, number][], family = 'homes'): Column => ({
  family,
  cells: cells.map(([numerator, denominator]) => ({ numerator, denominator })),
  sum: {
    numerator: cells.reduce((total, [numerator]) => total + numerator, 0),
    denominator: cells.reduce((total, [, denominator]) => total + denominator, 0),
  },
});
const hidden = (...columns: Column[]) =>
  findSmallCells(columns, smallest).map(({ cells, sum }) => [
    ...cells.flatMap((is, i) => (is ? [i] : [])),
    ...(sum ? ['sum'] : []),
  ]);

describe('a column', () => {
  test('without small counts is shown whole, zeros and all', () => {
    expect(
      hidden(
        column([
          [0, 80],
          [40, 90],
          [100, 100],
          [0, 0],
        ]),
      ),
    ).toEqual([[]]);
  });

  test('with nothing counted yet is shown whole', () => {
    const none = { numerator: null, denominator: null };
    expect(hidden({ family: 'homes', cells: [none, none], sum: none })).toEqual([[]]);
  });

  test.each<[string, [number, number]]>([
    ['four of eighty', [4, 80]],
    ['all but four of eighty', [76, 80]],
    ['none of four', [0, 4]],
  ])('with %s hides that village, and the smallest of the others', (_, cell) => {
    expect(hidden(column([cell, [40, 90], [30, 60], [50, 120]]))).toEqual([[0, 2]]);
  });

  test('shows five of eighty, and all but five', () => {
    expect(
      hidden(
        column([
          [5, 80],
          [75, 80],
        ]),
      ),
    ).toEqual([[]]);
  });

  test('hides a third where the sum of two would tell both: four and four are eight', () => {
    expect(
      hidden(
        column([
          [4, 80],
          [4, 70],
          [30, 60],
          [50, 120],
        ]),
      ),
    ).toEqual([[0, 1, 2]]);
  });

  test('hides its sum when that is small', () => {
    expect(
      hidden(
        column([
          [3, 80],
          [0, 60],
          [0, 70],
        ]),
      ),
    ).toEqual([[0, 1, 'sum']]);
  });

  test('hides its sum when the villages cannot protect each other', () => {
    expect(
      hidden(
        column([
          [4, 40],
          [4, 40],
        ]),
      ),
    ).toEqual([[0, 1, 'sum']]);
    expect(hidden(column([[6, 7]]))).toEqual([[0, 'sum']]);
  });
});

test('columns with the same denominators hide a small one together, beside the same other village', () => {
  const first = column([
    [0, 3],
    [40, 90],
    [30, 60],
  ]);
  const second = column([
    [0, 3],
    [50, 90],
    [20, 60],
  ]);
  const apart = column(
    [
      [40, 80],
      [50, 90],
      [20, 60],
    ],
    'adults',
  );
  expect(hidden(first, second, apart)).toEqual([[0, 2], [0, 2], []]);
});

// The attacker, written without a look at the rule's code: knows the rule, every denominator that is not small, and
// which cells are secrets; subtracts what is shown from the sum and tries every value for the rest.
const figure = fc
  .oneof(fc.nat(3), fc.nat(12), fc.nat(90))
  .chain((all) =>
    fc.tuple(fc.oneof(fc.nat(Math.min(5, all)), fc.nat(all), fc.constant(all)), fc.constant(all)),
  );
const isSecret = ([part, all]: [number, number]) =>
  [part, all - part, all].some((count) => count >= 1 && count <= 4);

function possible([part, all]: [number, number]): number[] {
  if (all <= 4) return [0, 1, 2, 3, 4];
  const everything = Array.from({ length: all + 1 }, (_, value) => value);
  return everything.filter(
    (value) =>
      (part < 1 || part > 4 || (value >= 1 && value <= 4)) &&
      (all - part < 1 || all - part > 4 || (all - value >= 1 && all - value <= 4)),
  );
}
const every = ([, all]: [number, number]) => Array.from({ length: all + 1 }, (_, value) => value);

function reachable(choices: number[][]): Set<number> {
  return choices.reduce(
    (sums, values) => new Set([...sums].flatMap((sum) => values.map((value) => sum + value))),
    new Set([0]),
  );
}

test('no hidden cell can be found by subtraction, whatever is counted', () => {
  fc.assert(
    fc.property(fc.array(figure, { minLength: 1, maxLength: 9 }), (cells) => {
      const [answer] = findSmallCells([column(cells)], smallest);
      const gone = cells.flatMap((cell, i) => (answer!.cells[i] ? [cell] : []));
      // Everything small is hidden.
      expect(cells.filter(isSecret).filter((cell) => !gone.includes(cell))).toEqual([]);
      if (gone.length === 0 || answer!.sum) return;
      expect(gone.length).toBeGreaterThanOrEqual(2);
      const total = gone.reduce((sum, [part]) => sum + part, 0);
      for (const [i, cell] of gone.entries()) {
        if (!isSecret(cell)) continue;
        const others = reachable(
          gone.filter((_, j) => j !== i).map((other) => (isSecret(other) ? possible(other) : every(other))),
        );
        // Every value that a small count can have is still possible.
        expect(possible(cell).filter((value) => !others.has(total - value))).toEqual([]);
      }
    }),
    { numRuns: 400 },
  );
});

test('no column tells the small denominator that another hides', () => {
  const villages = fc.integer({ min: 2, max: 8 }).chain((count) =>
    fc.record({
      sizes: fc.array(fc.oneof(fc.nat(4), fc.nat(60)), { minLength: count, maxLength: count }),
      parts: fc.array(fc.array(fc.nat(60), { minLength: count, maxLength: count }), {
        minLength: 2,
        maxLength: 3,
      }),
    }),
  );
  fc.assert(
    fc.property(villages, ({ sizes, parts }) => {
      const columns = parts.map((row) => column(sizes.map((size, i) => [Math.min(row[i]!, size), size])));
      const answers = findSmallCells(columns, smallest);
      const shown = (i: number) => answers.some(({ cells }) => !cells[i]);
      const unknown = sizes.map((_, i) => i).filter((i) => !shown(i));
      const small = sizes.flatMap((size, i) => (size >= 1 && size <= 4 ? [i] : []));
      expect(small.filter(shown)).toEqual([]);
      if (small.length > 0 && answers.some(({ sum }) => !sum))
        expect(unknown.length).toBeGreaterThanOrEqual(2);
    }),
  );
});
