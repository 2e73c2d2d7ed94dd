import { useQuery } from '@tanstack/react-query';
import { query } from './client';
import { meQuery } from './documents';
import type { Me } from './types';

/** Who is signed in. Asked once and kept until somebody signs in or out. */
let current: Promise<Me> | undefined;

export function getMe(): Promise<Me> {
  current ??= query<{ me: Me }>(meQuery)
    .then((answer) => answer.me)
    .catch((error: unknown) => {
      current = undefined;
      throw error;
    });
  return current;
}

export function rememberMe(me: Me): void {
  current = Promise.resolve(me);
}

export function forgetMe(): void {
  current = undefined;
}

export const meKey = ['me'];

export function useMe(): Me | undefined {
  return useQuery({ queryKey: meKey, queryFn: getMe, staleTime: Infinity }).data;
}
