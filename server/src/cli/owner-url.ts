// Which database a command works on: the one that a variable names, or the one that `npm start` runs for this clone,
// whose port and passwords nobody should have to look up to make a backup.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from './refusal.js';

const thisClone = fileURLToPath(new URL('../../../', import.meta.url));

/** The address of the database, as its owner; refuses when there is none to be found. */
export function getOwnerUrl(env: NodeJS.ProcessEnv = process.env, clone = thisClone): string {
  const url = env['DATABASE_OWNER_URL'] || urlOfRunning(join(clone, '.data'), 'owner');
  if (url) return url;
  throw new Refusal(
    'Chưa biết cơ sở dữ liệu nào: hãy đặt biến môi trường DATABASE_OWNER_URL, hoặc để “npm start” chạy ở cửa sổ khác.',
    'Which database? Set the environment variable DATABASE_OWNER_URL, or have “npm start” run in another window.',
  );
}

/**
 * The address of the database, as the application: row-level security keeps a command inside the commune it works for.
 * Refuses when there is none to be found.
 */
export function getAppUrl(env: NodeJS.ProcessEnv = process.env, clone = thisClone): string {
  const url = env['DATABASE_URL'] || urlOfRunning(join(clone, '.data'), 'app');
  if (url) return url;
  throw new Refusal(
    'Chưa biết cơ sở dữ liệu nào: hãy đặt biến môi trường DATABASE_URL, hoặc để “npm start” chạy ở cửa sổ khác.',
    'Which database? Set the environment variable DATABASE_URL, or have “npm start” run in another window.',
  );
}

/** What the launcher keeps in `.data/`, while its PostgreSQL runs. */
function urlOfRunning(data: string, role: 'owner' | 'app'): string | null {
  const secrets = textOf(join(data, 'secrets.json'));
  const pointer = textOf(join(data, 'place.json'));
  const place = pointer ? (JSON.parse(pointer) as { folder: string }).folder : data;
  // pid, data directory, start time, port …: one per line.
  const port = textOf(join(place, 'postgres', 'postmaster.pid'))?.split('\n')[3];
  if (!secrets || !port) return null;
  const password = (JSON.parse(secrets) as Record<'owner' | 'app', string>)[role];
  return `postgres://tungnha_${role}:${encodeURIComponent(password)}@127.0.0.1:${port.trim()}/tungnha`;
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
