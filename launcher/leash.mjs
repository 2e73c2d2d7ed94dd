/**
 * Loaded into the server before its own code (`node --import`): when the launcher dies without a word, the server
 * drains and leaves instead of keeping the port and the database for nobody.
 *
 * The channel to the launcher closes at the moment the launcher ends, however it ended.
 */
import { isMainThread } from 'node:worker_threads';

const DRAIN_MS = 15_000;

if (isMainThread && process.channel) {
  process.once('disconnect', () => {
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), DRAIN_MS).unref();
    process.kill(process.pid, 'SIGTERM');
  });
  // Listening must not keep a server alive that has finished.
  process.channel.unref();
}
