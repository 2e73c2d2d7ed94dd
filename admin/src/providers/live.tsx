/**
 * One event stream per tab. The server says only "these villages changed"; the figures are asked again, at most once
 * a second however many changes arrive, and always after the stream was lost.
 */
import { useQueryClient } from '@tanstack/react-query';
import { createClient } from 'graphql-sse';
import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { requestHeaders } from './client';
import { askClock } from './clock';
import { scoreboardChangedSubscription } from './documents';

export type StreamState = 'connecting' | 'open' | 'lost';

interface Live {
  state: StreamState;
  /** When the figures on screen were last confirmed, in system time. */
  updatedAt: number;
}

const LiveContext = createContext<Live>({ state: 'connecting', updatedAt: 0 });
export const useLive = (): Live => useContext(LiveContext);

const coalesceMs = 1000;
const maxBackOffMs = 20_000;
/** A page that nobody looked at for so long asks for the day again: it may have slept through a change. */
const longUnseenMs = 5 * 60_000;
/** What depends on the figures and is asked again after a change. */
const liveKeys = [['scoreboard'], ['indicatorHistory'], ['lag-flags']];

export function LiveProvider({ children }: { children: ReactNode }) {
  const queryClient = useQueryClient();
  const [state, setState] = useState<StreamState>('connecting');
  const [updatedAt, setUpdatedAt] = useState(() => Date.now());

  useEffect(() => {
    let clockAskedAt = Date.now();
    const askForClock = () => {
      clockAskedAt = Date.now();
      void askClock(queryClient);
    };
    const onFocus = () => {
      if (Date.now() - clockAskedAt > longUnseenMs) askForClock();
    };
    window.addEventListener('focus', onFocus);

    let timer: ReturnType<typeof setTimeout> | undefined;
    const refetchSoon = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        for (const queryKey of liveKeys) void queryClient.invalidateQueries({ queryKey });
        askForClock();
        setUpdatedAt(Date.now());
      }, coalesceMs);
    };

    let failures = 0;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let unsubscribe = () => {};
    const stream = createClient({
      url: '/graphql/stream',
      credentials: 'same-origin',
      headers: requestHeaders,
      retryAttempts: 0,
      on: {
        connected: () => {
          setState('open');
          if (failures > 0) refetchSoon();
          failures = 0;
        },
      },
    });
    // Any end is unwanted, a clean one too (the server restarted): wait a little longer each time and ask again.
    const reconnect = () => {
      setState('lost');
      const backOffMs = Math.min(1000 * 2 ** failures, maxBackOffMs) * (0.75 + Math.random() / 2);
      failures += 1;
      clearTimeout(retry);
      retry = setTimeout(connect, backOffMs);
    };
    const connect = () => {
      unsubscribe = stream.subscribe(
        { query: scoreboardChangedSubscription },
        { next: refetchSoon, error: reconnect, complete: reconnect },
      );
    };
    connect();
    return () => {
      window.removeEventListener('focus', onFocus);
      clearTimeout(timer);
      clearTimeout(retry);
      unsubscribe();
      stream.dispose();
      // Disposing ends the stream cleanly, which must not start it again.
      clearTimeout(retry);
    };
  }, [queryClient]);

  const value = useMemo(() => ({ state, updatedAt }), [state, updatedAt]);
  return <LiveContext.Provider value={value}>{children}</LiveContext.Provider>;
}
