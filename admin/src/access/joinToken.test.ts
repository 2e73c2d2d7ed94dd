import { describe, expect, test } from '@jest/globals';
import { takeJoinToken } from './joinToken';

function browserAt(hash: string) {
  const shown: string[] = [];
  const location = { hash, pathname: '/join' } as Location;
  const history = {
    state: null,
    replaceState: (_state: unknown, _title: string, url: string) => shown.push(url),
  };
  return { shown, location, history: history as unknown as History };
}

describe('the token of an invitation', () => {
  test('an address without one, or with something else, has none and stays as it is', () => {
    for (const hash of ['', '#', '#a b', '#<script>', '#a/b']) {
      const { shown, location, history } = browserAt(hash);
      expect(takeJoinToken(location, history)).toBeNull();
      expect(shown).toEqual([]);
    }
  });

  test('is taken out of the address as soon as it is read', () => {
    const { shown, location, history } = browserAt('#aB3-_x9');
    expect(takeJoinToken(location, history)).toBe('aB3-_x9');
    expect(shown).toEqual(['/join']);
  });
});
