/** Where things lie in a clone. One place, so that no other file spells a path of `.data/`. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @typedef {ReturnType<typeof layoutOf>} Layout */

/** The clone this file belongs to. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @param {string} clone */
export function layoutOf(clone) {
  const data = join(clone, '.data');
  return {
    root: clone,
    data,
    /** PostgreSQL's own folder, unless `pointer` names another place. */
    postgres: join(data, 'postgres'),
    pointer: join(data, 'place.json'),
    secrets: join(data, 'secrets.json'),
    lock: join(data, 'launcher.lock'),
    prepared: join(data, 'prepared.json'),
    /** Uploads and generated documents: the server's DATA_DIR. */
    files: join(data, 'files'),
    postgresLog: join(data, 'postgres.log'),
    serverLog: join(data, 'server.log'),
    serverMain: join(clone, 'server', 'dist', 'main.js'),
    cli: join(clone, 'server', 'dist', 'cli', 'tungnha.js'),
    node: join(clone, 'node_modules', 'node', 'bin', 'node'),
  };
}
