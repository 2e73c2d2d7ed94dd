/**
 * A clone of this checkout to start with its own launcher: its `.data/` is thrown away with it, and nothing it does
 * touches the checkout. Packages are linked, what is built or could be built is copied.
 */
import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../../launcher/layout.mjs';
import { freePort, httpStatus } from '../../launcher/ports.mjs';

const COPIED = [
  'launcher',
  'server',
  'admin',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'tsconfig.json',
];
const LINKED = ['node_modules', 'server/node_modules', 'admin/node_modules'];
const READY_MS = 240_000;
const POLL_MS = 250;

/**
 * Starts `launcher/start.mjs` of a fresh clone, as `npm start` does, and waits until it serves.
 * @param {{ password: string, stopping: AbortSignal }} options
 */
export async function startClone({ password, stopping }) {
  const folder = mkdtempSync(join(tmpdir(), 'tungnha-bench-'));
  // PostgreSQL's account must be able to enter it when we are root.
  chmodSync(folder, 0o755);
  for (const name of COPIED) {
    const filter = (/** @type {string} */ path) => !['node_modules', '.data'].includes(basename(path));
    cpSync(join(root, name), join(folder, name), { recursive: true, filter });
  }
  for (const name of LINKED)
    if (existsSync(join(root, name))) symlinkSync(join(root, name), join(folder, name));

  const port = await freePort();
  const child = spawn(process.execPath, ['launcher/start.mjs'], {
    cwd: folder,
    env: {
      ...process.env,
      ...{
        HOST: '127.0.0.1',
        PORT: String(port),
        SAMPLE_PASSWORD: password,
        TUNGNHA_SAMPLE: '',
        FACES: '',
        REDIS_URL: '',
      },
      // Tells the launcher to leave when its parent does.
      npm_lifecycle_event: 'start',
    },
    // A group of its own: Ctrl-C reaches it only through us.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (output += text));
  let over = false;
  const ended = new Promise((resolve) => child.once('close', resolve)).then(() => (over = true));

  const stop = async () => {
    if (!over) child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const deadline = Date.now() + READY_MS;
    while ((await httpStatus({ host: '127.0.0.1', port }, '/health/ready')) !== 200) {
      stopping.throwIfAborted();
      if (over || Date.now() > deadline) throw new Error(`The clone did not start:\n${output}`);
      await sleep(POLL_MS);
    }
  } catch (error) {
    await stop();
    throw error;
  }
  return { pid: child.pid ?? 0, url: `http://127.0.0.1:${port}`, stop };
}
