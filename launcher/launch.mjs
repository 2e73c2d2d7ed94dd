/**
 * What `npm start` does: from a fresh clone to an address in the browser, and back to nothing running.
 *
 * Read `start()` from top to bottom: every step says what it needs undone, and `shutDown` undoes the steps in
 * reverse, so the server drains before the database stops.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { buildIfChanged } from './build.mjs';
import { APP, DATABASE, OWNER, ensureDatabase, ensureRoles } from './database.mjs';
import { layoutOf, root } from './layout.mjs';
import { clearLock, takeLock } from './lock.mjs';
import say, { Refusal, Stopped } from './messages.mjs';
import { choosePlace, openDataFolder } from './place.mjs';
import { browserAddress, refuseTakenPort, requestedAddress } from './ports.mjs';
import { createCluster, haveData, refuseForeignData, startPostgres, tail } from './postgres.mjs';
import { run } from './processes.mjs';
import { complain, note, oneLine, print, step } from './progress.mjs';
import { keepSecrets } from './secrets.mjs';
import { startServer } from './server.mjs';
import { onStopRequest } from './stopping.mjs';
import { showWelcome } from './welcome.mjs';

await main();

async function main() {
  /** @type {Array<() => Promise<void> | void>} */
  const undo = [];
  const hurry = new AbortController();
  const stopping = onStopRequest({
    onHurry: () => {
      print(`  ${oneLine(say.hurrying())}`);
      hurry.abort();
    },
  });
  try {
    process.exitCode = await start({ undo, stopping: stopping.signal, hurry: hurry.signal });
  } catch (error) {
    process.exitCode = explain(error);
  }
  await shutDown(undo);
  process.exit();
}

/**
 * @param {object} options
 * @param {Array<() => Promise<void> | void>} options.undo
 * @param {AbortSignal} options.stopping
 * @param {AbortSignal} options.hurry
 * @returns {Promise<number>} the exit code
 */
async function start({ undo, stopping, hurry }) {
  const layout = layoutOf(root);
  const address = requestedAddress(process.env);
  openDataFolder(layout.data);
  await clearLock(layout.lock);
  await refuseTakenPort(address);
  const lock = takeLock(layout.lock, browserAddress(address));
  undo.push(lock.release);

  const place = choosePlace(layout);
  await refuseForeignData(place);
  await buildIfChanged(root, { stopping });

  const secrets = keepSecrets({ file: layout.secrets, haveData: haveData(place), env: process.env });
  const cluster = {
    place,
    password: secrets.superuser,
    logFile: layout.postgresLog,
    secretsFile: layout.secrets,
  };
  if (!haveData(place)) await step(say.creatingDatabase(), () => createCluster(cluster, stopping));
  const postgres = await step(say.startingDatabase(), () => startPostgres(cluster, stopping));
  undo.push(() => postgres.stop({ hurry: hurry.aborted }));
  if (postgres.adopted) note(say.adopted());

  await ensureRoles(postgres.adminUrl, secrets);
  const isNew = await ensureDatabase(postgres.adminUrl, DATABASE);
  const env = {
    ...process.env,
    HOST: address.host,
    PORT: String(address.port),
    FACES: process.env.FACES || 'http,worker',
    DATABASE_URL: postgres.url(APP, secrets.app, DATABASE),
    // Each connection is a process of PostgreSQL's; a commune needs few.
    DATABASE_POOL: process.env.DATABASE_POOL ?? '12',
    DATA_DIR: layout.files,
  };
  mkdirSync(layout.files, { recursive: true, mode: 0o700 });
  const cliEnv = {
    ...env,
    DATABASE_OWNER_URL: postgres.url(OWNER, secrets.owner, DATABASE),
    SAMPLE_PASSWORD: secrets.sample,
  };
  const cli = { program: layout.cli, env: cliEnv, stopping };
  await step(say.migrating(), () => tungnha(cli, ['migrate'], say.migrateFailed()));
  const hasSample = await prepareSample({ file: layout.prepared, isNew, cli });

  const server = startServer({ layout, address, env });
  undo.push(() => server.stop(hurry));
  lock.rememberServer(server.pid);
  const [logins] = await step(say.startingServer(), () =>
    unlessStopped(stopping, Promise.all([hasSample ? sampleLogins(cli) : [], server.ready()])),
  );
  showWelcome({ address: browserAddress(address), logins, password: secrets.sample, log: layout.serverLog });
  return untilTheEnd({ stopping, server, postgres, layout });
}

/**
 * @param {object} options
 * @param {AbortSignal} options.stopping
 * @param {import('./server.mjs').RunningServer} options.server
 * @param {import('./postgres.mjs').RunningPostgres} options.postgres
 * @param {import('./layout.mjs').Layout} options.layout
 */
async function untilTheEnd({ stopping, server, postgres, layout }) {
  return Promise.race([
    aborted(stopping).then(() => 0),
    server.ended.then((how) => {
      throw new Refusal(say.serverDied(how, layout.serverLog), tail(layout.serverLog));
    }),
    postgres.died.then(() => {
      throw new Refusal(say.databaseDied(layout.postgresLog), tail(layout.postgresLog));
    }),
  ]);
}

/** @typedef {{ program: string, env: NodeJS.ProcessEnv, stopping: AbortSignal }} Cli */

/** Runs our own command line. @param {Cli} cli @param {string[]} args @param {import('./messages.mjs').Message} failure */
async function tungnha({ program, env, stopping }, args, failure) {
  const { code, output, stdout } = await run(process.execPath, [program, ...args], {
    cwd: root,
    env,
    stopping,
  });
  if (code !== 0) throw new Refusal(failure, output);
  return stdout;
}

/**
 * The sample goes into a database we have just made, once; afterwards the data belongs to its users.
 * @param {{ file: string, isNew: boolean, cli: Cli }} options
 * @returns {Promise<boolean>} whether this database holds the sample
 */
async function prepareSample({ file, isNew, cli }) {
  if (isNew) rmSync(file, { force: true });
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')).sample;
  const sample = process.env.TUNGNHA_SAMPLE !== 'off';
  if (sample) await step(say.seeding(), () => tungnha(cli, ['seed', '--sample'], say.seedFailed()));
  writeFileSync(file, JSON.stringify({ sample }));
  return sample;
}

/** @param {Cli} cli @returns {Promise<import('./welcome.mjs').SampleLogin[]>} */
async function sampleLogins(cli) {
  return JSON.parse(await tungnha(cli, ['logins', '--json'], say.seedFailed()));
}

/** @template T @param {AbortSignal} stopping @param {Promise<T>} work @returns {Promise<T>} */
function unlessStopped(stopping, work) {
  return Promise.race([
    work,
    aborted(stopping).then(() => {
      throw new Stopped();
    }),
  ]);
}

/** @param {AbortSignal} signal @returns {Promise<void>} */
function aborted(signal) {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

/** @param {Array<() => Promise<void> | void>} undo */
async function shutDown(undo) {
  // Only what was running has something to say about stopping: the lock alone does not.
  const wasRunning = undo.length > 1;
  if (wasRunning) print(`\n  ${oneLine(say.stopping())}`);
  for (const step of undo.reverse()) {
    try {
      await step();
    } catch (error) {
      process.exitCode = explain(error);
    }
  }
  if (wasRunning) print(`  ${oneLine(say.stopped())}`);
}

/** @param {unknown} error @returns {number} the exit code it deserves */
function explain(error) {
  if (error instanceof Stopped) return 0;
  if (error instanceof Refusal) complain(error.pair, error.detail);
  else console.error(error);
  return 1;
}
