import { useQuery, type QueryClient } from '@tanstack/react-query';
import { query } from './client';
import { meQuery } from './accessDocuments';
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

/** The answer of a call that says who is asking now, with nothing else about them changed: the rest stays on screen. */
export function takeMe(queryClient: QueryClient, me: Me): void {
  rememberMe(me);
  queryClient.setQueryData(meKey, me);
}

/** Somebody else is asking from now on, or as somebody else: whatever was read before may not be theirs to see. */
export async function becomeMe(queryClient: QueryClient, me: Me): Promise<void> {
  rememberMe(me);
  queryClient.removeQueries({ type: 'inactive' });
  await queryClient.resetQueries();
}

export function useMe(): Me | undefined {
  return useQuery({ queryKey: meKey, queryFn: getMe, staleTime: Infinity }).data;
}
