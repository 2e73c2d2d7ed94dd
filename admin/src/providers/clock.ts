import type { QueryClient } from '@tanstack/react-query';
import { query } from './client';
import { clockQuery } from './accessDocuments';
import { meKey, takeMe } from './me';
import type { BusinessClock, Me } from './types';

/** The clock travels with "who am I"; every page reads it from there. */
export function takeClock(queryClient: QueryClient, clock: BusinessClock): void {
  const me = queryClient.getQueryData<Me>(meKey);
  if (!me || (me.clock.assumed === clock.assumed && me.clock.offsetMs === clock.offsetMs)) return;
  takeMe(queryClient, { ...me, clock });
}

/** Somebody else may have set the day. Unanswered, the day stays as it was known. */
export async function askClock(queryClient: QueryClient): Promise<void> {
  const answer = await query<{ me: Pick<Me, 'clock'> }>(clockQuery).catch(() => null);
  if (answer) takeClock(queryClient, answer.me.clock);
}
