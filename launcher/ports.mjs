/** Ports: reading PORT, refusing a taken one early, finding a free one for the database. */
import { get } from 'node:http';
import { createServer } from 'node:net';
import say, { Refusal } from './messages.mjs';

const DEFAULT_PORT = 4000;

/** @param {NodeJS.ProcessEnv} env @returns {{ host: string, port: number }} where the server will listen */
export function requestedAddress(env) {
  const value = env.PORT || String(DEFAULT_PORT);
  const port = Number(value);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Refusal(say.badPort(value));
  return { host: env.HOST || '127.0.0.1', port };
}

/** Refuses now rather than after a minute of installing. @param {{ host: string, port: number }} address */
export async function refuseTakenPort({ host, port }) {
  const error = await tryToListen({ host, port });
  if (error === undefined) return;
  if (error.code === 'EADDRINUSE') throw new Refusal(say.portTaken(port));
  if (error.code === 'EACCES') throw new Refusal(say.portForbidden(port));
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') throw new Refusal(say.hostUnknown(host));
  throw error;
}

/** A loopback port free at this moment; whoever uses it must be ready to lose the race and ask again. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', () => resolve(undefined));
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

/**
 * The status of a GET, or 0 when nobody answers. Not fetch: it refuses some ports ("bad port").
 * @param {{ host: string, port: number }} address @param {string} path
 * @returns {Promise<number>}
 */
export function httpStatus({ host, port }, path) {
  return new Promise((resolve) => {
    const request = get(
      { host: reachableHost(host), port, path, timeout: 2000, agent: false },
      (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    );
    request.once('timeout', () => request.destroy());
    request.once('error', () => resolve(0));
  });
}

/** What to type in a browser on this machine. @param {{ host: string, port: number }} address */
export function browserAddress({ host, port }) {
  const name = reachableHost(host);
  if (name === '127.0.0.1' || name === '::1') return `http://localhost:${port}`;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/** @param {string} host */
function reachableHost(host) {
  return host === '0.0.0.0' || host === '::' || host === 'localhost' ? '127.0.0.1' : host;
}

/** @param {{ host: string, port: number }} address @returns {Promise<NodeJS.ErrnoException | undefined>} */
function tryToListen({ host, port }) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}
