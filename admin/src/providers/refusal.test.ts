import { describe, expect, test } from '@jest/globals';
import { refusalOf } from './refusal';

const refused = (errors?: Record<string, unknown>) => ({ message: 'Chưa ghi được.', body: { errors } });

describe('where a refusal is shown', () => {
  test('beside its field, when the form has that field', () => {
    expect(refusalOf(refused({ visitedAt: 'Ngày thăm ở tương lai.' }), ['visitedAt'])).toEqual({
      fields: { visitedAt: 'Ngày thăm ở tương lai.' },
      general: null,
    });
  });

  test('above the form, when the form has no such field', () => {
    const errors = { teamId: 'Tổ đã giải thể.', on: 'Ngày chưa đúng.' };
    expect(refusalOf(refused(errors), ['on'])).toEqual({
      fields: { on: 'Ngày chưa đúng.' },
      general: 'Tổ đã giải thể.',
    });
  });

  test('above the form, when it belongs to no field', () => {
    expect(refusalOf(refused({ root: { serverError: 'Chưa ghi được.' } }), ['on']).general).toBe(
      'Chưa ghi được.',
    );
    expect(refusalOf(refused(), []).general).toBe('Chưa ghi được.');
  });
});
