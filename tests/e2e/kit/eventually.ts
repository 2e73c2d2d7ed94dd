import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 50;

/** Asks again until it holds; the last refusal is the one that is told. */
export async function eventually<T>(check: () => Promise<T>, patienceMs = 10_000): Promise<T> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(POLL_MS);
    }
  }
}
