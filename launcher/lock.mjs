/**
 * One launcher per clone. The lock names the launcher and its server by pid and birth, so a lock left by a
 * killed launcher is known for what it is; and it names the clone, because copying a folder copies its lock.
 *
 * @typedef {{ pid: number, birthmark: string | null }} Known
 * @typedef {Known & { clone: string, address: string, server?: Known }} Lock
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { root } from './layout.mjs';
import say, { Refusal } from './messages.mjs';
import { birthmark, goneWithin, isSame, signal } from './processes.mjs';

/** An orphaned server notices by itself that its launcher is gone; this is how long its last jobs may take. */
const ORPHAN_DRAIN_MS = 20_000;

/** Refuses when a launcher of this clone is alive; ends the server of one that is dead. @param {string} file */
export async function clearLock(file) {
  const lock = readLock(file);
  if (!lock) return;
  if (lock.clone === root) await refuseLivingLauncher(lock);
  rmSync(file, { force: true });
}

/** @param {Lock} lock */
async function refuseLivingLauncher(lock) {
  if (isSame(lock)) throw new Refusal(say.alreadyRunning(lock.address));
  if (lock.server && !(await goneWithin(lock.server, ORPHAN_DRAIN_MS))) signal(lock.server.pid, 'SIGKILL');
}

/** @param {string} file @param {string} address */
export function takeLock(file, address) {
  /** @type {Lock} */
  const lock = { pid: process.pid, birthmark: birthmark(process.pid), clone: root, address };
  try {
    writeFileSync(file, JSON.stringify(lock), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    // Two launchers started in the same instant; the other one was first.
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST')
      throw new Refusal(say.alreadyRunning(address));
    throw error;
  }
  return {
    /** @param {number} pid */
    rememberServer: (pid) =>
      writeFileSync(file, JSON.stringify({ ...lock, server: { pid, birthmark: birthmark(pid) } })),
    release: () => rmSync(file, { force: true }),
  };
}

/** @param {string} file @returns {Lock | undefined} */
function readLock(file) {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // Torn by a power cut in mid-write: nobody who wrote it can be alive.
    rmSync(file, { force: true });
    return undefined;
  }
}
