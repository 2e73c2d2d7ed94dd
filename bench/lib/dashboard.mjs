/**
 * An open dashboard: it listens to `scoreboardChanged` over server-sent events and asks for the scoreboard again
 * whenever something has changed, as the panel does, one request at a time.
 */
import { ask, headersOf } from './client.mjs';

const PATIENCE_MS = 20_000;
const FIGURES = 'query Figures { scoreboard { villages { id cells { indicatorCode numerator } } } }';
const CHANGES = 'subscription Changes { scoreboardChanged { villageIds at } }';

/** @param {import('./client.mjs').Caller} caller @param {string} indicatorCode */
export async function openDashboard(caller, indicatorCode) {
  /** @type {Map<number, number>} what the dashboard shows, by village */
  const shown = new Map();
  /** @type {Map<number, number>} what it will show when every visit announced so far has arrived */
  const promised = new Map();
  /** @type {Set<() => void>} */
  const waiting = new Set();
  let asking = false;
  let askAgain = false;

  await refresh();
  const hangUp = new AbortController();
  const events = await listen(hangUp.signal);
  // Hanging up ends the reading with an error; a stream that broke shows as a visit that never arrives.
  void follow(events).catch(() => undefined);

  return {
    /** When the next visit to the village shows: the village's numerator has grown by one more. @param {number} villageId @returns {Promise<number>} performance.now() */
    oneMoreIn(villageId) {
      const target = (promised.get(villageId) ?? shown.get(villageId) ?? 0) + 1;
      promised.set(villageId, target);
      return new Promise((resolve, reject) => {
        const check = () => {
          if ((shown.get(villageId) ?? 0) < target) return;
          clearTimeout(patience);
          waiting.delete(check);
          resolve(performance.now());
        };
        const patience = setTimeout(() => {
          waiting.delete(check);
          reject(
            new Error(
              `A visit to village ${villageId} did not reach the dashboard in ${PATIENCE_MS / 1000} s`,
            ),
          );
        }, PATIENCE_MS);
        waiting.add(check);
      });
    },
    close: () => hangUp.abort(),
  };

  /** @param {AbortSignal} signal @returns {Promise<ReadableStream<Uint8Array>>} */
  async function listen(signal) {
    const response = await fetch(`${caller.url}/graphql/stream`, {
      method: 'POST',
      headers: { ...headersOf(caller), accept: 'text/event-stream' },
      body: JSON.stringify({ query: CHANGES }),
      signal,
    });
    if (!response.ok || !response.body)
      throw new Error(`No event stream: ${response.status} ${await response.text()}`);
    return response.body;
  }

  /** @param {ReadableStream<Uint8Array>} stream */
  async function follow(stream) {
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of stream) {
      const events = (text + decoder.decode(chunk, { stream: true })).split('\n\n');
      text = events.pop() ?? '';
      if (events.some((event) => event.includes('event: next'))) void changed();
    }
  }

  async function changed() {
    askAgain = true;
    if (asking) return;
    asking = true;
    while (askAgain) {
      askAgain = false;
      await refresh();
    }
    asking = false;
  }

  async function refresh() {
    const { scoreboard } = await ask(caller, FIGURES);
    for (const { id, cells } of scoreboard.villages) {
      const cell = cells.find(
        (/** @type {{ indicatorCode: string }} */ each) => each.indicatorCode === indicatorCode,
      );
      shown.set(Number(id), cell?.numerator ?? 0);
    }
    for (const check of waiting) check();
  }
}
