/**
 * PostgreSQL for the tests: a throwaway cluster from the same binaries, and one migrated template database that
 * every test file gets a fresh copy of.
 *
 * The three roles share the cluster's random password: a test that has the address of one can reach all.
 */
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverFingerprint } from './build.mjs';
import { APP, OWNER, asAdmin, createDatabase, ensureRoles } from './database.mjs';
import { layoutOf, root } from './layout.mjs';
import say, { Refusal } from './messages.mjs';
import { THROWAWAY_PREFIX, throwawayPlace } from './place.mjs';
import { createCluster, startPostgres, stopLeftBehind } from './postgres.mjs';
import { birthmark, isSame, run } from './processes.mjs';

const OWNER_FILE = 'runner.json';

/** @param {AbortSignal} [stopping] @returns {Promise<{ adminUrl: string, stop: () => Promise<void> }>} */
export async function startTestCluster(stopping) {
  await sweepKilledRuns();
  const place = throwawayPlace();
  writeFileSync(
    join(place.folder, OWNER_FILE),
    JSON.stringify({ pid: process.pid, birthmark: birthmark(process.pid) }),
  );
  const remove = () => rmSync(place.folder, { recursive: true, force: true });
  const logFile = join(place.folder, 'postgres.log');
  const cluster = { place, password: randomUUID(), logFile, secretsFile: logFile, throwaway: true };
  try {
    await createCluster(cluster, stopping);
    const postgres = await startPostgres(cluster, stopping);
    return {
      adminUrl: postgres.adminUrl,
      stop: async () => {
        await postgres.stop({ hurry: true });
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

/**
 * The template that test databases are copied from: made by the compiled `tungnha migrate`, once per build.
 * @param {string} adminUrl @returns {Promise<string>} its name
 */
export async function ensureTemplate(adminUrl) {
  const name = `tungnha_template_${serverFingerprint(root)}`;
  const { password } = new URL(adminUrl);
  await ensureRoles(adminUrl, { owner: password, app: password });
  await asAdmin(adminUrl, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount) return;
    // Migrated under another name: a template exists only when it is whole.
    const draft = `${name}_draft`;
    await client.query(`drop database if exists ${draft} with (force)`);
    await createDatabase(client, draft, 'template0');
    await migrate(adminUrl, draft);
    await client.query(`alter database ${draft} rename to ${name}`);
  });
  return name;
}

/** @param {string} adminUrl @param {string} user @param {string} database */
export function urlFor(adminUrl, user, database) {
  const url = new URL(adminUrl);
  url.username = user;
  url.pathname = `/${database}`;
  return url.href;
}

/** @param {string} adminUrl @param {string} database */
async function migrate(adminUrl, database) {
  const { code, output } = await run(process.execPath, [layoutOf(root).cli, 'migrate'], {
    cwd: root,
    env: {
      ...process.env,
      // The command is the compiled one, so jest's flags have no business in it.
      NODE_OPTIONS: '',
      DATABASE_OWNER_URL: urlFor(adminUrl, OWNER, database),
      DATABASE_URL: urlFor(adminUrl, APP, database),
    },
  });
  if (code !== 0) throw new Refusal(say.migrateFailed(), output);
}

/** A run ended by SIGKILL or a power cut could not tidy up: the next one does it. */
async function sweepKilledRuns() {
  for (const file of globSync(`${THROWAWAY_PREFIX}*/${OWNER_FILE}`, { cwd: tmpdir() })) {
    const folder = join(tmpdir(), file, '..');
    try {
      if (isSame(JSON.parse(readFileSync(join(folder, OWNER_FILE), 'utf8')))) continue;
      await stopLeftBehind(join(folder, 'postgres'));
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another user's run, or one that is starting at this instant: not ours to tidy.
    }
  }
}
