import { describe, expect, test } from '@jest/globals';
import { changed } from '../../kernel/index.js';
import { changesOf } from './change.js';

describe('what an event keeps of a change', () => {
  interface Tale {
    name?: string;
    phone: string | null;
    skills: string[];
    version: number;
  }
  const before: Tale = { name: 'Cũ', phone: null, skills: ['A'], version: 1 };

  test('is only what differs, of the fields that may be kept', () => {
    const after = { name: 'Mới', phone: null, skills: ['A'], version: 2 };
    expect(changed(before, after, ['name', 'phone', 'skills'])).toEqual({
      before: { name: 'Cũ' },
      after: { name: 'Mới' },
    });
  });

  test('leaves out what was left as it was, and tells what was emptied', () => {
    const leftOut = { name: undefined, version: 2 } as Partial<Tale>;
    expect(changed<Tale>(before, leftOut, ['name', 'phone'])).toEqual({
      before: {},
      after: {},
    });
    expect(changed<Tale>({ ...before, phone: '0912000111' }, { phone: null }, ['phone'])).toEqual({
      before: { phone: '0912000111' },
      after: { phone: null },
    });
  });
});

describe('the changes of an entry', () => {
  test.each<[string, unknown, unknown, unknown[]]>([
    ['of nothing are none', null, {}, []],
    ['of a new record have no value before', { after: { a: 1 } }, {}, [['a', null, 1]]],
    ['of a record that is gone have no value after', { before: { a: 1 }, after: {} }, {}, [['a', 1, null]]],
    [
      'tell every field of either side',
      { before: { a: 1, b: 2 }, after: { b: 3, c: false } },
      {},
      [
        ['b', 2, 3],
        ['c', null, false],
        ['a', 1, null],
      ],
    ],
    [
      'come out of the data where nothing is personal',
      null,
      { before: null, after: { n: 1 } },
      [['n', null, 1]],
    ],
    [
      'come out of the detail where there is one',
      { before: { a: 1 }, after: { a: 2 } },
      { before: { n: 0 }, after: { n: 1 } },
      [['a', 1, 2]],
    ],
    ['tell what else was kept', { reason: 'Ghi nhầm' }, {}, [['reason', null, 'Ghi nhầm']]],
    ['of a list are none', [1, 2], 'x', []],
  ])('%s', (_, detail, data, expected) => {
    expect(changesOf(detail, data).map(({ field, before, after }) => [field, before, after])).toEqual(
      expected,
    );
  });
});
