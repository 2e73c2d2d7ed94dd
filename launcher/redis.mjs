/** Redis for the job tests: REDIS_URL, or a server of our own on a free loopback port, in memory only. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './ports.mjs';
import { birthmark, goneWithin, isAlive, signal } from './processes.mjs';
import { findOrInstall } from './programs.mjs';

const START_TIMEOUT_MS = 10_000;
const STOP_TIMEOUT_MS = 5_000;
const POLL_MS = 50;

/** @param {AbortSignal} [stopping] @returns {Promise<{ url: string, stop: () => Promise<void> } | undefined>} */
export async function provideRedis(stopping) {
  if (process.env.REDIS_URL) return { url: process.env.REDIS_URL, stop: async () => {} };
  const program = await findOrInstall({
    names: ['redis-server', 'valkey-server'],
    debianPackage: 'redis-server',
    stopping,
  });
  return program ? startRedis(program) : undefined;
}

/** @param {string} program */
async function startRedis(program) {
  const folder = mkdtempSync(join(tmpdir(), 'tungnha-redis-'));
  const port = await freePort();
  const args = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--dir',
    folder,
  ];
  const child = spawn(program, args, { cwd: folder, detached: true, stdio: 'ignore' });
  const known = { pid: child.pid ?? 0, birthmark: birthmark(child.pid ?? 0) };
  const stop = async () => {
    signal(known.pid, 'SIGTERM');
    if (!(await goneWithin(known, STOP_TIMEOUT_MS))) signal(known.pid, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!(await answersPing(port))) {
    if (!isAlive(known.pid) || Date.now() > deadline) {
      await stop();
      throw new Error(`${program} did not start on port ${port}`);
    }
    await sleep(POLL_MS);
  }
  return { url: `redis://127.0.0.1:${port}`, stop };
}

/** @param {number} port @returns {Promise<boolean>} */
function answersPing(port) {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port }, () => socket.write('PING\r\n'));
    socket.once('data', (data) => {
      socket.destroy();
      resolve(data.toString().startsWith('+PONG'));
    });
    socket.once('error', () => resolve(false));
  });
}
