/** Programs of the host that tests need: found on the path, or installed when the host is Debian and we are root. */
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import say from './messages.mjs';
import { run } from './processes.mjs';
import { step } from './progress.mjs';

/** @param {readonly string[]} names in order of preference @returns {string | undefined} the first one's path */
function findProgram(names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

/**
 * @param {{ names: readonly string[], debianPackage: string, stopping?: AbortSignal }} wanted
 * @returns {Promise<string | undefined>}
 */
export async function findOrInstall({ names, debianPackage, stopping }) {
  const found = findProgram(names);
  const apt = findProgram(['apt-get']);
  if (found || !apt || process.getuid?.() !== 0) return found;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await step(say.installingProgram(debianPackage), async () => {
    await run(apt, ['update', '-qq'], { env, stopping });
    await run(apt, ['install', '-y', '-qq', '--no-install-recommends', debianPackage], { env, stopping });
  });
  return findProgram(names);
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
