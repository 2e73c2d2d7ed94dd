/** `npm start` as its reader meets it: the real launcher, a real PostgreSQL, a stand-in for the server. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../../launcher/processes.mjs';
import { freePort, launch, makeClone, readJournal, type Launcher } from './stand-in.js';

const RUNNING = 'Ctrl-C to stop';
const opened: Launcher[] = [];
let folder: string;
let clone: string;
let port: number;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tungnha-launcher-'));
  // Closed folders are accounts.test.ts's business.
  chmodSync(folder, 0o755);
  clone = makeClone(join(folder, 'clone'));
});

afterEach(async () => {
  for (const launcher of opened.splice(0)) await end(launcher);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start(env: NodeJS.ProcessEnv = {}, where = clone): Launcher {
  const launcher = launch(where, env);
  opened.push(launcher);
  return launcher;
}

/** A first start with a port of its own, up to the moment it is in use. */
async function startAndWait(env: NodeJS.ProcessEnv = {}): Promise<Launcher> {
  port = await freePort();
  const launcher = start({ PORT: String(port), ...env });
  await launcher.prints(RUNNING);
  return launcher;
}

/** Ctrl-C: the terminal signals the whole process group. */
function pressCtrlC({ child }: Launcher): void {
  process.kill(-(child.pid ?? 0), 'SIGINT');
}

async function end(launcher: Launcher): Promise<number | null> {
  if (launcher.child.exitCode === null && launcher.child.signalCode === null) launcher.child.kill('SIGTERM');
  return launcher.exit;
}

function postmasterPid(where = clone): number {
  return Number(readFileSync(join(where, '.data', 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

function serverPid(where = clone): number {
  return JSON.parse(readFileSync(join(where, '.data', 'launcher.lock'), 'utf8')).server.pid;
}

/** A copy made by root would belong to root; `cp -a` keeps the owner, and so do we. */
function keepOwner(original: string, copied: string): void {
  const { uid, gid } = statSync(original);
  chownSync(copied, uid, gid);
  for (const entry of readdirSync(copied, { withFileTypes: true, recursive: true })) {
    chownSync(join(entry.parentPath, entry.name), uid, gid);
  }
}

async function answers(address: number, path = '/'): Promise<number> {
  return fetch(`http://127.0.0.1:${address}${path}`).then(
    (response) => response.status,
    () => 0,
  );
}

describe('a clone started for the first time', () => {
  test('says where to go and whom to be, and Ctrl-C drains the server before the database', async () => {
    const launcher = await startAndWait();
    const left = [postmasterPid(), serverPid()];

    expect(launcher.output()).toContain(`http://localhost:${port}`);
    expect(launcher.output()).toMatch(/mật khẩu \/ password: \w+-\w+-\w+-\d{4}/);
    expect(launcher.output()).toMatch(/Lãnh đạo UBND xã +lanhdao/);
    expect(await answers(port)).toBe(200);

    pressCtrlC(launcher);
    // npm forwards the same Ctrl-C a moment later: it must not count as the second, hurried one.
    pressCtrlC(launcher);

    expect(await launcher.exit).toBe(0);
    expect(readJournal(clone)).toEqual(['sigterm', 'drained']);
    expect(left.map((pid) => isAlive(pid))).toEqual([false, false]);
  });

  test('starts in under four seconds the second time, and builds nothing', async () => {
    const startedAt = Date.now();
    const launcher = await startAndWait();

    expect(Date.now() - startedAt).toBeLessThan(4000);
    expect(launcher.output()).not.toContain('building');
    expect(launcher.output()).not.toContain('loading the sample');
  });

  test('keeps its passwords to itself', () => {
    expect(statSync(join(clone, '.data', 'secrets.json')).mode & 0o077).toBe(0);
    expect(statSync(join(clone, '.data')).mode & 0o066).toBe(0);
  });
});

describe('stopping', () => {
  test('a second Ctrl-C does not wait for a server that is still draining', async () => {
    const launcher = await startAndWait({ DRAIN_MS: '15000' });
    const postmaster = postmasterPid();
    const startedAt = Date.now();

    pressCtrlC(launcher);
    await sleep(600);
    pressCtrlC(launcher);

    expect(await launcher.exit).toBe(0);
    expect(Date.now() - startedAt).toBeLessThan(6000);
    expect(isAlive(postmaster)).toBe(false);
  });

  test('a server that crashes is reported with the end of its log, and the database does not stay behind', async () => {
    const launcher = await startAndWait();
    const postmaster = postmasterPid();

    await answers(port, '/crash');

    expect(await launcher.exit).toBe(1);
    expect(launcher.output()).toContain('The server stopped by itself (exit 3)');
    expect(launcher.output()).toContain('the stand-in crashes');
    expect(isAlive(postmaster)).toBe(false);
  });

  test('a database that is killed is reported, and the server does not stay behind', async () => {
    const launcher = await startAndWait();
    const server = serverPid();

    process.kill(postmasterPid(), 'SIGKILL');

    expect(await launcher.exit).toBe(1);
    expect(launcher.output()).toContain('PostgreSQL stopped by itself');
    expect(isAlive(server)).toBe(false);
  });

  test('Ctrl-C in the middle of a start leaves nothing running', async () => {
    const launcher = start({ PORT: String(await freePort()) });
    await launcher.prints('starting the database');
    const postmaster = postmasterPid();

    pressCtrlC(launcher);

    expect(await launcher.exit).toBe(0);
    expect(isAlive(postmaster)).toBe(false);
  });
});

describe('refusing with a way out', () => {
  let taken: Server | undefined;
  afterEach(() => {
    taken?.close();
  });

  test('a port in use is named, with another one to try', async () => {
    const busy = await freePort();
    taken = createServer();
    await new Promise<void>((resolve) => taken?.listen(busy, '127.0.0.1', resolve));

    const launcher = start({ PORT: String(busy) });

    expect(await launcher.exit).toBe(1);
    expect(launcher.output()).toContain(`Cổng ${busy} đang có chương trình khác dùng`);
    expect(launcher.output()).toContain(`PORT=${busy + 100} npm start`);
  });

  test('a PORT that is no port', async () => {
    const launcher = start({ PORT: 'http' });

    expect(await launcher.exit).toBe(1);
    expect(launcher.output()).toContain('PORT=http is not a port number');
  });

  test('a second launcher in the same folder is told where the first one is', async () => {
    const first = await startAndWait();
    const second = start({ PORT: String(await freePort()) });

    expect(await second.exit).toBe(1);
    expect(second.output()).toContain(`already runs from this folder at http://localhost:${port}`);
    expect(await answers(port)).toBe(200);
    expect(await end(first)).toBe(0);
  });

  test('data of another PostgreSQL version, newer or older', async () => {
    const version = join(clone, '.data', 'postgres', 'PG_VERSION');
    const ours = readFileSync(version, 'utf8');
    for (const other of ['17', '19']) {
      writeFileSync(version, `${other}\n`);
      const launcher = start({ PORT: String(await freePort()) });

      expect(await launcher.exit).toBe(1);
      expect(launcher.output()).toContain(
        `was written by PostgreSQL ${other}; this version uses PostgreSQL 18`,
      );
      expect(launcher.output()).toContain('tungnha restore');
    }
    writeFileSync(version, ours);
  });
});

describe('after a launcher that was killed', () => {
  test('the server leaves by itself; the database is adopted, and stopped in the end', async () => {
    const killed = await startAndWait();
    const [postmaster, server] = [postmasterPid(), serverPid()];
    killed.child.kill('SIGKILL');
    await killed.exit;
    expect(isAlive(postmaster)).toBe(true);

    const next = start({ PORT: String(port) });
    await next.prints(RUNNING);

    expect(next.output()).toContain('The database was still running from last time');
    expect(postmasterPid()).toBe(postmaster);
    expect(isAlive(server)).toBe(false);
    expect(await end(next)).toBe(0);
    expect(isAlive(postmaster)).toBe(false);
  });

  test.each([
    ['nobody', 4_194_300],
    ['another program', process.pid],
  ])('a postmaster.pid that names %s does not stop the next start', async (_who, pid) => {
    const lines = [
      pid,
      join(clone, '.data', 'postgres'),
      1_700_000_000,
      5432,
      '',
      '127.0.0.1',
      '0 0',
      'ready',
    ];
    writeFileSync(join(clone, '.data', 'postgres', 'postmaster.pid'), `${lines.join('\n')}\n`);

    await startAndWait();

    expect(postmasterPid()).not.toBe(pid);
    expect(await answers(port)).toBe(200);
  });
});

describe('beside another one', () => {
  test('a copy of a running clone gets a database process of its own', async () => {
    const copy = join(folder, 'copy');
    cpSync(clone, copy, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
    keepOwner(join(clone, '.data', 'postgres'), join(copy, '.data', 'postgres'));
    const first = await startAndWait();
    // As if copied while running: these name a launcher and a database that are alive and are not the copy's.
    for (const file of ['launcher.lock', 'postgres/postmaster.pid']) {
      cpSync(join(clone, '.data', file), join(copy, '.data', file));
    }
    const otherPort = await freePort();
    const second = start({ PORT: String(otherPort) }, copy);
    await second.prints(RUNNING);

    expect(postmasterPid(copy)).not.toBe(postmasterPid());
    expect([await answers(port), await answers(otherPort)]).toEqual([200, 200]);
    expect(await end(second)).toBe(0);
    expect(await answers(port)).toBe(200);
    expect(await end(first)).toBe(0);
  });
});
