/**
 * The server as the launcher's child: started, watched, drained.
 *
 * Its log goes to `.data/server.log`; the terminal hears only of warnings and errors.
 *
 * @typedef {object} RunningServer
 * @property {number} pid
 * @property {() => Promise<void>} ready settles when /health/ready answers 200, fails when the server ends first
 * @property {Promise<string>} ended how it ended, for a message
 * @property {(hurry: AbortSignal) => Promise<void>} stop
 */
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import say, { Refusal } from './messages.mjs';
import { httpStatus } from './ports.mjs';
import { boundLog, tail } from './postgres.mjs';
import { dim, print } from './progress.mjs';
import { signal } from './processes.mjs';

/** A small machine runs everything; without a limit Node lets garbage grow to several times what is used. */
const HEAP_LIMIT = '--max-old-space-size=224';
const READY_TIMEOUT_MS = 90_000;
const POLL_MS = 50;
const DRAIN_MS = 20_000;
const LAST_WORDS_MS = 300;
/** pino's number for "warn". */
const WARN_LEVEL = 40;

/**
 * @param {object} options
 * @param {import('./layout.mjs').Layout} options.layout
 * @param {{ host: string, port: number }} options.address
 * @param {NodeJS.ProcessEnv} options.env
 * @returns {RunningServer}
 */
export function startServer({ layout, address, env }) {
  boundLog(layout.serverLog);
  const log = createWriteStream(layout.serverLog, { flags: 'a', mode: 0o600 });
  const child = spawn(process.execPath, [HEAP_LIMIT, '--import', leash(), layout.serverMain], {
    cwd: layout.root,
    env,
    // Ctrl-C must reach it through us, or the database could go first.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    if (stream)
      createInterface({ input: stream }).on('line', (line) => record(line, stream === child.stderr));
  }
  let over = false;
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    child.once('error', (error) => finish(error.message));
    child.once('close', (code, name) => finish(name ?? `exit ${code}`));
    function finish(/** @type {string} */ how) {
      over = true;
      log.end(() => resolve(how));
    }
  });

  return { pid: child.pid ?? 0, ended, ready, stop };

  /** @param {string} line @param {boolean} isStderr */
  function record(line, isStderr) {
    log.write(`${line}\n`);
    const loud = isStderr ? line : warning(line);
    if (!loud) return;
    // A crash's last words come once, with the report of it.
    setTimeout(() => over || print(`  ${dim('│')} ${loud}`), LAST_WORDS_MS).unref();
  }

  async function ready() {
    const deadline = Date.now() + READY_TIMEOUT_MS;
    while ((await httpStatus(address, '/health/ready')) !== 200) {
      if (over) throw new Refusal(say.serverDied(await ended, layout.serverLog), tail(layout.serverLog));
      if (Date.now() > deadline) {
        throw new Refusal(say.serverSlow(READY_TIMEOUT_MS / 1000, layout.serverLog), tail(layout.serverLog));
      }
      await sleep(POLL_MS);
    }
  }

  /** @param {AbortSignal} hurry */
  async function stop(hurry) {
    if (over || !child.pid) return;
    const { pid } = child;
    signal(pid, 'SIGTERM');
    const kill = () => signal(pid, 'SIGKILL');
    const patience = setTimeout(kill, DRAIN_MS);
    hurry.addEventListener('abort', kill);
    if (hurry.aborted) kill();
    await ended;
    clearTimeout(patience);
    hurry.removeEventListener('abort', kill);
  }
}

function leash() {
  return new URL('leash.mjs', import.meta.url).href;
}

/** What a warning or an error says, or undefined for the rest. @param {string} line */
function warning(line) {
  if (!line.startsWith('{')) return undefined;
  try {
    const { level, msg, err } = JSON.parse(line);
    if (level < WARN_LEVEL) return undefined;
    return [msg, err?.message].filter((text, at, all) => text && all.indexOf(text) === at).join(': ');
  } catch {
    return undefined;
  }
}
