/**
 * Ctrl-C, SIGTERM, a closed terminal and a vanished npm, as one AbortSignal.
 *
 * npm forwards SIGINT to its script while the terminal also sends it to the whole group, so one Ctrl-C arrives
 * twice within milliseconds. Only a signal after a pause counts as the second one, which hurries.
 *
 * npm forwards SIGTERM to the shell between it and us, which dies of it without a word; we see our parent change.
 */

const ONE_KEYPRESS_MS = 400;
const PARENT_POLL_MS = 250;
/** @type {readonly NodeJS.Signals[]} */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * @param {{ onHurry?: () => void }} [options]
 * @returns {{ signal: AbortSignal, release: () => void }}
 */
export function onStopRequest({ onHurry } = {}) {
  const controller = new AbortController();
  let firstAt = 0;
  const listener = () => {
    if (!controller.signal.aborted) {
      firstAt = Date.now();
      controller.abort();
    } else if (Date.now() - firstAt > ONE_KEYPRESS_MS) {
      onHurry?.();
    }
  };
  for (const name of SIGNALS) process.on(name, listener);
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.env.npm_lifecycle_event && process.ppid !== parent && !controller.signal.aborted) listener();
  }, PARENT_POLL_MS);
  watch.unref();
  return {
    signal: controller.signal,
    release: () => {
      clearInterval(watch);
      for (const name of SIGNALS) process.off(name, listener);
    },
  };
}
