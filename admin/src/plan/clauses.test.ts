import { describe, expect, test } from '@jest/globals';
import type { PlanClause } from '../providers/types';
import { inReadingOrder } from './clauses';

const clause = (code: string, parentCode: string | null, ordinal: number): PlanClause => ({
  id: code,
  code,
  parentCode,
  ordinal,
  kind: 'ITEM',
  text: code,
  correctedText: null,
  quantified: true,
  tasks: [],
  targets: [],
});

describe("the plan's clauses", () => {
  test('stand under their part and in its order, however they arrive', () => {
    const clauses = [
      clause('II.2', 'II', 2),
      clause('II', null, 2),
      clause('I', null, 1),
      clause('II.1', 'II', 1),
    ];
    expect(inReadingOrder(clauses).map((placed) => [placed.clause.code, placed.depth])).toEqual([
      ['I', 0],
      ['II', 0],
      ['II.1', 1],
      ['II.2', 1],
    ]);
  });
  test('a clause whose parent is missing is not lost', () => {
    expect(inReadingOrder([clause('V.9', 'V', 1)]).map((placed) => placed.clause.code)).toEqual(['V.9']);
  });
});
