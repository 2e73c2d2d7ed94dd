// The program: one process that serves HTTP, works jobs, or both (FACES).
import { readConfig } from './kernel/config.js';
import { createLogger } from './kernel/log.js';
import { start } from './start.js';

const config = readConfig();
const log = createLogger(config.LOG_LEVEL);
const running = await start(config, log);

let stopping = false;
async function stop(signal: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, 'stopping');
  await running.stop();
  process.exit(0);
}
process.on('SIGTERM', (signal) => void stop(signal));
process.on('SIGINT', (signal) => void stop(signal));
process.on('unhandledRejection', (error) => {
  log.fatal({ err: error }, 'unhandled rejection');
  process.exit(1);
});
