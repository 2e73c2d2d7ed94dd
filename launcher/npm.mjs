/** How to call npm: the very npm that is running us, under the very Node that is running us. */
import { run } from './processes.mjs';

/**
 * @param {readonly string[]} args
 * @param {import('./processes.mjs').RunOptions} options
 */
export function npm(args, options) {
  const cli = process.env.npm_execpath;
  // yarn and pnpm set the variable too, but only npm reads our lock file.
  if (cli?.endsWith('npm-cli.js')) return run(process.execPath, [cli, ...args], options);
  return run('npm', args, options);
}
