import { describe, expect, test } from '@jest/globals';
import { byDay, changedFields, plainData, shownChanges } from './sentence';
import { valueText, type ValueWords } from './value';

describe('what a change touched', () => {
  test('is named by the values that were there before', () => {
    const changes = [
      { field: 'phone', before: '0912***678', after: '0977***123' },
      { field: 'lane', before: 'Ngõ 3', after: null },
    ];
    expect(changedFields({ type: 'HouseholdChanged', changes, data: {} })).toEqual(['phone', 'lane']);
  });
  test('is still named where the values may not be read', () => {
    const data = { fields: ['phone'], householdId: 'x' };
    expect(changedFields({ type: 'HouseholdChanged', changes: [], data })).toEqual(['phone']);
  });
  test('is nothing where something was added', () => {
    const changes = [{ field: 'headName', before: null, after: 'Nguyễn Văn Bình' }];
    expect(changedFields({ type: 'HouseholdAdded', changes, data: { villageId: 3 } })).toEqual([]);
  });
});

describe('from what to what', () => {
  test('is a change too, where the fact itself says it', () => {
    const data = { from: 'MEMBER', to: 'DEPUTY', on: '2025-12-01' };
    expect(shownChanges({ type: 'MemberRoleChanged', changes: [], data })).toEqual([
      { field: 'role', before: 'MEMBER', after: 'DEPUTY' },
    ]);
    expect(shownChanges({ type: 'HouseholdChanged', changes: [], data })).toEqual([]);
  });
});

describe('what else a fact says', () => {
  test('leaves out identifiers, blanks and what the changes say already', () => {
    const data = {
      householdId: '0199',
      performerIds: ['1'],
      fields: ['phone'],
      severity: 'RED',
      decisionNumber: null,
      phone: '1',
      topics: ['VNEID_LEVEL2'],
      after: { dossiers: 3 },
    };
    expect(plainData({ data, changes: [{ field: 'phone', before: 1, after: 2 }] })).toEqual([
      ['severity', 'RED'],
      ['topics', ['VNEID_LEVEL2']],
    ]);
  });
});

describe('rows under their days', () => {
  test('keep their order, and a day that comes back gets a new heading', () => {
    const rows = ['2025-12-01', '2025-12-01', '2025-11-30', '2025-12-01'].map((on, id) => ({ id, on }));
    expect(byDay(rows, (row) => row.on).map(({ day, rows: under }) => [day, under.length])).toEqual([
      ['2025-12-01', 2],
      ['2025-11-30', 1],
      ['2025-12-01', 1],
    ]);
  });
});

describe('a stored value in words', () => {
  const words: ValueWords = {
    locale: 'vi',
    yes: 'có',
    no: 'không',
    empty: 'trống',
    codeWord: (code) => (code === 'MET' ? 'Gặp' : null),
  };
  test.each<[unknown, string]>([
    [null, 'trống'],
    ['', 'trống'],
    [[], 'trống'],
    [0, '0'],
    [5020, '5.020'],
    [1975, '1975'],
    [62.5, '62,5'],
    [false, 'không'],
    ['2025-12-01', '01/12/2025'],
    ['2025-12-01T01:00:00.000Z', '01/12/2025, 08:00'],
    ['MET', 'Gặp'],
    ['KHONG_RO', 'KHONG_RO'],
    [['MET', 'Ngõ 3'], 'Gặp, Ngõ 3'],
  ])('%j is %s', (value, text) => {
    expect(valueText(value, words)).toBe(text);
  });
});
