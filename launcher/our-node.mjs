/**
 * The guard of the entries: everything behind them is written for the Node that npm installed for us.
 *
 * npm puts that one first on the path, but `node launcher/start.mjs` by hand may come with the host's. It imports
 * nothing an older Node lacks, and the entries load the rest only after asking.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { layoutOf, root } from './layout.mjs';

const OLDEST_MAJOR = 22;

/** False when it had to start our own Node on the same entry instead. @param {string} entry an import.meta.url */
export function underOurNode(entry) {
  if (Number(process.versions.node.split('.')[0]) >= OLDEST_MAJOR) return true;
  const args = [fileURLToPath(entry), ...process.argv.slice(2)];
  const child = spawn(layoutOf(root).node, args, { stdio: 'inherit' });
  // Ctrl-C reaches the child through the terminal; the rest is passed on.
  process.on('SIGINT', () => {});
  for (const name of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(name, () => child.kill(name));
  child.once('exit', (code) => process.exit(code ?? 1));
  return false;
}
