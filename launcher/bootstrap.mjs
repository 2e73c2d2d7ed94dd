/**
 * Before `npm start` and `npm test`: installs the packages when they are not what the lock file says.
 *
 * Runs on the host's Node with nothing installed yet, so it imports built-ins only. Three questions, cheapest
 * first: does our stamp say so, does npm's own record of node_modules say so, or must `npm ci` run.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import say, { Refusal, Stopped } from './messages.mjs';
import { npm } from './npm.mjs';
import { refuseTakenPort, requestedAddress } from './ports.mjs';
import { complain, step } from './progress.mjs';
import { onStopRequest } from './stopping.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stampFile = join(root, 'node_modules', '.tungnha-installed');

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, link?: boolean }} LockEntry */

try {
  await install();
} catch (error) {
  if (error instanceof Refusal) complain(error.pair, error.detail);
  else if (!(error instanceof Stopped)) console.error(error);
  process.exitCode = 1;
}

async function install() {
  const stamp = installationStamp();
  if (programsPresent() && readOrEmpty(stampFile) === stamp) return;
  if (!programsPresent() || !npmRecordsTheLock()) {
    // The port is asked for here as well: nobody should wait a minute to hear that it is taken.
    if (process.env.npm_lifecycle_event === 'prestart') await refuseTakenPort(requestedAddress(process.env));
    await step(say.installing(), installFromLock);
  }
  writeFileSync(stampFile, stamp);
}

async function installFromLock() {
  const stopping = onStopRequest();
  const args = ['ci', '--loglevel=error', '--no-audit', '--no-fund'];
  const { code, output } = await npm(args, { cwd: root, stopping: stopping.signal });
  stopping.release();
  if (code !== 0) throw new Refusal(say.installFailed(), output);
}

/** What node_modules depends on: the lock, and the machine the binaries were chosen for. */
function installationStamp() {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex');
}

/** An interrupted install script leaves the packages in place without the programs they should have brought. */
function programsPresent() {
  return existsSync(
    join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node'),
  );
}

/** npm writes down what it installed as its last act, so `npm ci` by hand needs no second one by us. */
function npmRecordsTheLock() {
  const wanted = lockEntries(join(root, 'package-lock.json'));
  const present = lockEntries(join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(([path, entry]) => {
    const installed = present[path];
    if (path === '' || entry.link) return true;
    if (!installed) return entry.optional === true;
    return installed.version === entry.version && installed.integrity === entry.integrity;
  });
}

/** @param {string} file @returns {Record<string, LockEntry>} */
function lockEntries(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};
}

/** @param {string} file */
function readOrEmpty(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
