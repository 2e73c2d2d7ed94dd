import { describe, expect, test } from '@jest/globals';
import { retryUnanswered } from './queryClient';

const answered = (status: number) => Object.assign(new Error(), { status });

describe('asking again', () => {
  test('is for a connection that was lost, three times at most', () => {
    expect([0, 502, 503, 504].filter((status) => retryUnanswered(0, answered(status)))).toHaveLength(4);
    expect(retryUnanswered(3, answered(0))).toBe(false);
  });

  test('is not for a refusal, nor for a fault of our own', () => {
    const refusals = [400, 401, 403, 404, 409, 429, 500];
    expect(refusals.filter((status) => retryUnanswered(0, answered(status)))).toEqual([]);
    expect(retryUnanswered(0, new TypeError('x is not a function'))).toBe(false);
  });
});
