/**
 * What the benchmarks run against: the built server, a throwaway PostgreSQL, the sample commune.
 *
 * @typedef {{ name: string, appUrl: string, ownerUrl: string }} Database
 * @typedef {{ pid: number, url: string, stop: () => Promise<void> }} Program
 * @typedef {Awaited<ReturnType<typeof openWorld>>} World
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildIfChanged } from '../../launcher/build.mjs';
import { APP, OWNER, asAdmin, createDatabase } from '../../launcher/database.mjs';
import { layoutOf, root } from '../../launcher/layout.mjs';
import { freePort } from '../../launcher/ports.mjs';
import { tail } from '../../launcher/postgres.mjs';
import { run, signal } from '../../launcher/processes.mjs';
import { startServer as launchServer } from '../../launcher/server.mjs';
import { ensureTemplate, urlFor } from '../../launcher/test-cluster.mjs';
import { startCluster } from './cluster.mjs';

const SAMPLE = 'bench_sample';
const PEER_START_MS = 30_000;

/** @param {{ stopping: AbortSignal, build: boolean }} options */
export async function openWorld({ stopping, build }) {
  if (build) await buildIfChanged(root, { stopping });
  const cluster = await startCluster(stopping);
  const { adminUrl } = cluster;
  const password = randomBytes(12).toString('hex');
  /** @type {Array<() => Promise<void>>} */
  const undo = [cluster.stop];
  /** @type {Promise<void> | undefined} */
  let sample;

  /** @type {string[]} */
  const logs = [];

  return { password, sampleCopy, startServer, startPeer, lastWords, close };

  /** The ends of the servers' logs, to go with an error; the logs themselves are thrown away. */
  function lastWords() {
    return logs.map((file) => `${basename(file)}:\n${tail(file)}`).join('\n');
  }

  /** The sample commune in a database of its own, as the seed leaves it. @param {string} name @returns {Promise<Database>} */
  async function sampleCopy(name) {
    sample ??= loadSample();
    await sample;
    await asAdmin(adminUrl, (client) => createDatabase(client, name, SAMPLE));
    return databaseCalled(name);
  }

  async function loadSample() {
    const template = await ensureTemplate(adminUrl);
    await asAdmin(adminUrl, (client) => createDatabase(client, SAMPLE, template));
    const { appUrl, ownerUrl } = databaseCalled(SAMPLE);
    const { code, output } = await run(process.execPath, [layoutOf(root).cli, 'seed', '--sample'], {
      cwd: root,
      env: { ...process.env, DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, SAMPLE_PASSWORD: password },
      stopping,
    });
    if (code !== 0) throw new Error(`The sample commune could not be loaded:\n${output}`);
    // What autovacuum does in the first minutes of a real installation.
    await asAdmin(urlFor(adminUrl, 'postgres', SAMPLE), (client) => client.query('vacuum (analyze)'));
  }

  /** @param {string} name @returns {Database} */
  function databaseCalled(name) {
    return { name, appUrl: urlFor(adminUrl, APP, name), ownerUrl: urlFor(adminUrl, OWNER, name) };
  }

  /** The real server as `npm start` runs it. @param {Database} database @param {Record<string, string>} [env] @returns {Promise<Program>} */
  async function startServer({ name, appUrl }, env = {}) {
    const address = { host: '127.0.0.1', port: await freePort() };
    const serverLog = join(cluster.folder, `${name}.log`);
    logs.push(serverLog);
    const server = launchServer({
      layout: { ...layoutOf(root), serverLog },
      address,
      env: {
        ...process.env,
        ...{ NODE_ENV: 'production', LOG_LEVEL: 'info', FACES: 'http,worker', REDIS_URL: '' },
        ...{ HOST: address.host, PORT: String(address.port), DATABASE_URL: appUrl },
        ...env,
      },
    });
    const stop = () => server.stop(new AbortController().signal);
    undo.push(stop);
    await server.ready();
    return { pid: server.pid, url: `http://${address.host}:${address.port}`, stop };
  }

  /** A peer in a process of its own, on the same Node. @param {string} file in peers/ @param {Record<string, string>} env @returns {Promise<Program>} */
  async function startPeer(file, env) {
    const program = fileURLToPath(new URL(`../peers/${file}`, import.meta.url));
    // The leash ends it when this process dies without a word.
    const leash = new URL('../../launcher/leash.mjs', import.meta.url);
    const child = spawn(process.execPath, ['--import', leash.href, program], {
      env: { ...process.env, NODE_ENV: 'production', GRAPHILE_ENV: 'production', ...env },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const pid = child.pid ?? 0;
    const ended = new Promise((resolve) => child.once('close', resolve));
    const stop = async () => {
      if (child.exitCode === null && child.signalCode === null) signal(pid, 'SIGTERM');
      await ended;
    };
    undo.push(stop);
    const port = await new Promise((resolve, reject) => {
      const patience = setTimeout(() => reject(new Error(`${file} did not start`)), PEER_START_MS);
      child.once('message', (message) => {
        clearTimeout(patience);
        resolve(/** @type {{ port: number }} */ (message).port);
      });
      child.once('close', () => reject(new Error(`${file} ended before it listened`)));
    });
    return { pid, url: `http://127.0.0.1:${port}`, stop };
  }

  async function close() {
    for (const step of undo.toReversed()) await step();
  }
}

/** A part of the built server. Loaded when asked for: it may have been built a moment ago. @param {string} path in server/dist */
export function fromServer(path) {
  return import(new URL(`../../server/dist/${path}`, import.meta.url).href);
}

/** What the server tells enter_session about roles; its own policy says it. @returns {Promise<string>} */
export async function roleReach() {
  await fromServer('modules.js');
  const { enforceRoles } = await fromServer('roles.js');
  const { reachForRows } = await fromServer('kernel/policy.js');
  enforceRoles();
  return reachForRows();
}
