import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Problem } from './error.js';
import { likeAnywhere, toWhere } from './list-filter.js';

const keyOf = (work: () => unknown): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    return (error as Problem).key;
  }
};
const levels = (depth: number, word: 'and' | 'or' | 'not'): Record<string, unknown> => {
  if (depth === 0) return { adults: { eq: 1 } };
  const inner = levels(depth - 1, word);
  return { [word]: word === 'not' ? inner : [inner] };
};

describe('a filter', () => {
  test.each(['and', 'or', 'not'] as const)(
    'with four levels of "%s" is refused, with three it is taken',
    (word) => {
      expect(keyOf(() => toWhere(levels(4, word), undefined))).toBe('FILTER_TOO_DEEP');
      expect(keyOf(() => toWhere(levels(3, word), undefined))).toBeUndefined();
    },
  );

  test('that says nothing asks for everything', () => {
    for (const nothing of [undefined, {}, { adults: {} }, { adults: null }, { adults: { eq: null } }]) {
      expect(toWhere(nothing as never, undefined)).toEqual({});
    }
  });

  test('asks all its fields and operators together', () => {
    expect(
      toWhere({ adults: { gte: 1, lt: 3 }, lane: { isNull: true }, code: { isNull: false } }, undefined),
    ).toEqual({
      $and: [{ adults: { $gte: 1 } }, { adults: { $lt: 3 } }, { lane: null }, { code: { $ne: null } }],
    });
  });

  test('keeps an empty "in", which matches nothing', () => {
    expect(toWhere({ id: { in: [] } }, undefined)).toEqual({ $and: [{ id: { $in: [] } }] });
  });

  test('looks for each word of a search, folded, eight at most', () => {
    expect(toWhere({ search: ' Hoà  ĐỖ ' }, 'folded')).toEqual({
      $and: [{ folded: { $like: '%hoa%' } }, { folded: { $like: '%do%' } }],
    });
    const many = toWhere({ search: 'một hai ba bốn năm sáu bảy tám chín mười' }, 'folded') as {
      $and: object[];
    };
    expect(many.$and).toHaveLength(8);
  });
});

test('a pattern takes every character of the text as itself', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      // What PostgreSQL's LIKE would make of the pattern, character by character.
      const literal = likeAnywhere(text)
        .slice(1, -1)
        .replace(/\\([\\%_])/g, '$1');
      const wild = likeAnywhere(text)
        .slice(1, -1)
        .replace(/\\[\\%_]/g, '');
      expect(literal).toBe(text);
      expect(wild).not.toMatch(/[\\%_]/);
    }),
  );
});
