import { QueryClient } from '@tanstack/react-query';

/** No answer at all, or one of a gateway whose server is just starting. */
const unanswered = new Set([0, 502, 503, 504]);

/** A lost connection is tried again; an answer is an answer, also when it refuses. */
export function retryUnanswered(failures: number, error: Error): boolean {
  const { status } = error as { status?: number };
  return failures < 3 && status !== undefined && unanswered.has(status);
}

export const queryClient = new QueryClient({ defaultOptions: { queries: { retry: retryUnanswered } } });
