import { describe, expect, test } from '@jest/globals';
import { buildQuery, filterOf, orderFieldOf } from './buildQuery';

describe('filters from the address', () => {
  test('a plain value asks for equality, a list for one of, an object is an operator already', () => {
    expect(
      filterOf({ villageId: '7', kind: ['A', 'B'], verifiedOn: { isNull: true }, search: 'binh' }),
    ).toEqual({
      villageId: { eq: '7' },
      kind: { in: ['A', 'B'] },
      verifiedOn: { isNull: true },
      search: 'binh',
    });
  });
  test('nothing chosen is no filter at all', () => {
    expect(filterOf({ search: '', villageId: undefined })).toBeUndefined();
  });
});

describe('what react-admin asks', () => {
  test('becomes a page of a list in an order the server knows', () => {
    const { variables } = buildQuery('GET_LIST', 'visits', {
      sort: { field: 'visitedAt', order: 'DESC' },
      pagination: { page: 3, perPage: 25 },
    });
    expect(variables).toMatchObject({
      limit: 25,
      offset: 50,
      orderBy: [{ field: 'VISITED_AT', direction: 'DESC' }],
    });
    expect(orderFieldOf('citizens14')).toBe('CITIZENS14');
  });
  test('a change sends only what may change, with the version that was read', () => {
    const { variables } = buildQuery('UPDATE', 'households', {
      id: 5,
      data: { version: 3, headName: 'Nguyễn Văn Bình', state: {}, village: { id: '1' }, code: 'T01-001' },
    });
    expect(variables).toEqual({ id: '5', version: 3, input: { headName: 'Nguyễn Văn Bình' } });
  });
  test('deleting is offered nowhere', () => {
    expect(() => buildQuery('DELETE', 'visits', { id: '1' })).toThrow('not offered');
  });
});
