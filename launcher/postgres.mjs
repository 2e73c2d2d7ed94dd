/**
 * Our own PostgreSQL: made once, started or adopted, stopped.
 *
 * It runs in a session of its own, so that Ctrl-C at the terminal reaches the launcher alone and the server can
 * finish its work before the database goes. It listens on a free loopback port, with a password, and has no socket.
 *
 * @typedef {import('./place.mjs').Place} Place
 * @typedef {object} Cluster what it takes to run one
 * @property {Place} place
 * @property {string} password of the superuser
 * @property {string} logFile
 * @property {string} secretsFile named in a message
 * @property {boolean} [throwaway] for tests: quick, and lost at a power cut
 *
 * @typedef {{ pid: number, birthmark: string | null, port: number }} Candidate a process that may be ours
 *
 * @typedef {object} RunningPostgres
 * @property {number} pid
 * @property {number} port
 * @property {boolean} adopted it was still running, after a launcher that was killed
 * @property {(user: string, password: string, database: string) => string} url
 * @property {string} adminUrl
 * @property {(options?: { hurry?: boolean }) => Promise<void>} stop
 * @property {Promise<void>} died settles when it ends without having been asked
 */
import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import say, { Refusal, Stopped } from './messages.mjs';
import { asAccount, makePrivateFolder } from './place.mjs';
import { freePort } from './ports.mjs';
import { birthmark, commandLine, goneWithin, isAlive, isSame, run, signal } from './processes.mjs';

const SUPERUSER = 'postgres';
const PORT_ATTEMPTS = 3;
const POLL_MS = 40;
/** Recovery after a power cut replays at most max_wal_size; a slow disk needs a minute for it. */
const READY_TIMEOUT_MS = 120_000;
const FAST_STOP_MS = 30_000;
const HURRIED_STOP_MS = 3_000;
const MAX_LOG_BYTES = 10_000_000;

/**
 * Sized for a commune office's small machine: the whole process tree stays well under 700 MB.
 * Given on the command line rather than in postgresql.conf, so a new version's settings apply to old data.
 */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '64MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  effective_cache_size: '512MB',
  max_wal_size: '512MB',
  // Nothing replicates from it, and loading the sample skips most of the log this way.
  wal_level: 'minimal',
  max_wal_senders: '0',
  log_line_prefix: '%m [%p] ',
  timezone: 'Asia/Ho_Chi_Minh',
  log_timezone: 'Asia/Ho_Chi_Minh',
};

const THROWAWAY_SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum_naptime: '1h',
  max_connections: '100',
  shared_buffers: '128MB',
};

/** @param {Place} place */
export function haveData(place) {
  return existsSync(join(place.data, 'PG_VERSION'));
}

/** Refuses data that this PostgreSQL cannot or must not open. @param {Place} place */
export async function refuseForeignData(place) {
  if (!haveData(place)) return;
  const expectedOwner = place.account?.uid ?? process.getuid?.();
  if (statSync(place.data).uid !== expectedOwner) throw new Refusal(say.foreignData(place.data));
  const data = readFileSync(join(place.data, 'PG_VERSION'), 'utf8').trim();
  const program = await majorVersion(place);
  if (data !== program) throw new Refusal(say.otherMajor({ folder: place.data, data, program }));
}

/**
 * Makes the data directory. Under another name first: a half-made one is never mistaken for data.
 * @param {Cluster} cluster @param {AbortSignal} [stopping]
 */
export async function createCluster({ place, password, throwaway }, stopping) {
  const fresh = `${place.data}.new`;
  const passwordFile = join(fresh, 'password');
  rmSync(fresh, { recursive: true, force: true });
  makePrivateFolder(fresh, place.account);
  // The password lies beside the data for as long as initdb takes, in a folder only that account can enter.
  makePrivateFolder(join(fresh, 'data'), place.account);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (place.account) chownSync(passwordFile, place.account.uid, place.account.gid);
  try {
    const { code, output } = await run(join(place.native, 'bin', 'initdb'), initdbArgs(), {
      ...asAccount(place.account),
      cwd: fresh,
      env: databaseEnvironment(),
      stopping,
    });
    if (code !== 0) throw new Refusal(say.databaseNotCreated(), output);
    renameSync(join(fresh, 'data'), place.data);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }

  function initdbArgs() {
    return [
      `--pgdata=${join(fresh, 'data')}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth-local=reject',
      '--auth-host=scram-sha-256',
      '--encoding=UTF8',
      // Whatever language the host speaks, Đà Nẵng sorts after Dung on every machine.
      '--locale=C.UTF-8',
      '--locale-provider=icu',
      '--icu-locale=vi-VN',
      '--no-instructions',
      ...(throwaway ? ['--no-sync'] : []),
    ];
  }
}

/**
 * Starts it, or adopts the one that a killed launcher left running on the same data.
 * @param {Cluster} cluster @param {AbortSignal} [stopping] @returns {Promise<RunningPostgres>}
 */
export async function startPostgres(cluster, stopping) {
  const orphan = await findOrphan(cluster, stopping);
  if (orphan) return orphan;
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const pid = spawnPostmaster(cluster, port);
    const candidate = { pid, birthmark: birthmark(pid), port };
    if (await readyOrStopped(cluster, candidate, stopping)) return running(cluster, candidate, false);
    // Most likely another program took the port between our asking and PostgreSQL's listening.
    if (attempt === PORT_ATTEMPTS)
      throw new Refusal(say.databaseFailed(cluster.logFile), tail(cluster.logFile));
  }
}

/** Ends what a killed test run left on its throwaway data. @param {string} data */
export async function stopLeftBehind(data) {
  const left = readPidFile(join(data, 'postmaster.pid'));
  if (left && runsOn(left.pid, data))
    await stopProcess({ ...left, birthmark: birthmark(left.pid) }, { hurry: true });
}

/** The last lines of a log, for a message. @param {string} file @param {number} [lines] */
export function tail(file, lines = 15) {
  if (!existsSync(file)) return '';
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
}

/** Keeps one old log at most. @param {string} file */
export function boundLog(file) {
  if (existsSync(file) && statSync(file).size > MAX_LOG_BYTES) renameSync(file, `${file}.old`);
}

/** @param {Cluster} cluster @param {number} port */
function spawnPostmaster({ place, logFile, throwaway }, port) {
  const settings = { ...SETTINGS, port: String(port), ...(throwaway ? THROWAWAY_SETTINGS : {}) };
  const args = [
    '-D',
    place.data,
    ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
  ];
  // A copied clone may have lost the mode that PostgreSQL insists on.
  chmodSync(place.data, 0o700);
  boundLog(logFile);
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(join(place.native, 'bin', 'postgres'), args, {
    ...asAccount(place.account),
    cwd: place.data,
    env: databaseEnvironment(),
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  // A program that cannot be started has no pid; the message that follows names the log.
  child.on('error', () => {});
  if (!child.pid) throw new Refusal(say.databaseFailed(logFile));
  return child.pid;
}

/** Nothing of the reader's shell: PGDATA or PGPORT there must not reach our database. */
function databaseEnvironment() {
  return { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'Asia/Ho_Chi_Minh' };
}

/**
 * What a killed launcher left behind, if it is really ours: the password opens it and it says it runs on our data.
 * A postmaster.pid that names a dead or foreign process is removed, because PostgreSQL itself gives up on it.
 *
 * @param {Cluster} cluster @param {AbortSignal} [stopping] @returns {Promise<RunningPostgres | undefined>}
 */
async function findOrphan(cluster, stopping) {
  const pidFile = join(cluster.place.data, 'postmaster.pid');
  const left = readPidFile(pidFile);
  if (!left) return undefined;
  if (!runsOn(left.pid, cluster.place.data)) {
    rmSync(pidFile, { force: true });
    return undefined;
  }
  const candidate = { ...left, birthmark: birthmark(left.pid) };
  return (await readyOrStopped(cluster, candidate, stopping)) ? running(cluster, candidate, true) : undefined;
}

/** @param {string} file @returns {{ pid: number, port: number } | undefined} */
function readPidFile(file) {
  if (!existsSync(file)) return undefined;
  // pid, data directory, start time, port, socket folder, address: one per line.
  const lines = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(lines[0]) || 0, port: Number(lines[3]) || 0 };
}

/** @param {number} pid @param {string} data */
function runsOn(pid, data) {
  if (pid <= 0 || !isAlive(pid)) return false;
  const command = commandLine(pid);
  return command.includes('postgres') && command.includes(`-D ${data} `);
}

/**
 * Ctrl-C while it starts, or a password it refuses, must not leave it behind.
 * @param {Cluster} cluster @param {Candidate} candidate @param {AbortSignal} [stopping]
 */
async function readyOrStopped(cluster, candidate, stopping) {
  try {
    return await becomesReady(cluster, candidate, stopping);
  } catch (error) {
    await stopProcess(candidate, {});
    throw error;
  }
}

/**
 * Waits until it lets us in.
 * @param {Cluster} cluster
 * @param {Candidate} candidate
 * @param {AbortSignal} [stopping]
 * @returns {Promise<boolean>} false when the process ended first
 */
async function becomesReady(cluster, candidate, stopping) {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (isSame(candidate)) {
    const answer = await askDataDirectory(cluster, candidate.port);
    if (answer.directory !== undefined && samePath(answer.directory, cluster.place.data)) return true;
    if (answer.refused) throw new Refusal(say.passwordRefused(cluster.secretsFile));
    if (Date.now() > deadline) throw new Refusal(say.databaseFailed(cluster.logFile), tail(cluster.logFile));
    if (stopping?.aborted) throw new Stopped();
    await sleep(POLL_MS);
  }
  return false;
}

/** @param {Cluster} cluster @param {number} port @returns {Promise<{ directory?: string, refused?: boolean }>} */
async function askDataDirectory({ password }, port) {
  const client = new pg.Client({
    host: '127.0.0.1',
    port,
    user: SUPERUSER,
    password,
    database: 'postgres',
    connectionTimeoutMillis: 5000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query('show data_directory');
    return { directory: rows[0].data_directory };
  } catch (error) {
    // invalid_password; anything else is still starting, stopping, or someone else's port.
    return { refused: /** @type {{ code?: string }} */ (error).code === '28P01' };
  } finally {
    await client.end().catch(() => {});
  }
}

/** @param {string} a @param {string} b */
function samePath(a, b) {
  // The data directory itself is closed to all but its account; its parent is not.
  const real = (/** @type {string} */ path) => join(realpathSync(dirname(path)), basename(path));
  try {
    return real(a) === real(b);
  } catch {
    return false;
  }
}

/** @param {Cluster} cluster @param {Candidate} known @param {boolean} adopted @returns {RunningPostgres} */
function running(cluster, known, adopted) {
  const { port } = known;
  let asked = false;
  /** @type {RunningPostgres['url']} */
  const url = (user, password, database) =>
    `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
  return {
    pid: known.pid,
    port,
    adopted,
    url,
    adminUrl: url(SUPERUSER, cluster.password, 'postgres'),
    died: watch(),
    async stop(options = {}) {
      asked = true;
      await stopProcess(known, options);
    },
  };

  /** Polled, unreferenced: an adopted process is not our child and tells us nothing. @returns {Promise<void>} */
  function watch() {
    return new Promise((resolve) => {
      const timer = setInterval(() => {
        if (!asked && isSame(known)) return;
        clearInterval(timer);
        if (!asked) resolve();
      }, 1000);
      timer.unref();
    });
  }
}

/**
 * "Fast" first (SIGINT: connections end, a checkpoint is written), "immediate" (SIGQUIT) when that takes too long.
 * @param {{ pid: number, birthmark: string | null }} known @param {{ hurry?: boolean }} options
 */
async function stopProcess(known, { hurry = false }) {
  if (!isSame(known)) return;
  signal(known.pid, 'SIGINT');
  if (await goneWithin(known, hurry ? HURRIED_STOP_MS : FAST_STOP_MS)) return;
  signal(known.pid, 'SIGQUIT');
  if (await goneWithin(known, HURRIED_STOP_MS)) return;
  signal(known.pid, 'SIGKILL');
}

/** @param {Place} place */
async function majorVersion(place) {
  const { stdout } = await run(join(place.native, 'bin', 'postgres'), ['--version'], {
    ...asAccount(place.account),
    cwd: '/',
  });
  return /(\d+)[.\w]*\s*$/.exec(stdout)?.[1] ?? stdout;
}
