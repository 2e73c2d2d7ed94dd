/**
 * The sample commune, running: the built server on a database of its own, copied from a template that the first
 * journey fills; or a server on which no commune has been founded yet.
 *
 * The server is the compiled one in a process of its own, as in a real commune: nothing of it runs inside jest.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { APP, OWNER, asAdmin, createDatabase } from '../../../launcher/database.mjs';
import { layoutOf, root } from '../../../launcher/layout.mjs';
import { run } from '../../../launcher/processes.mjs';
import { urlFor } from '../../../launcher/test-cluster.mjs';

/** The one password of the sample's accounts. */
export const password = 'mật-khẩu-thử';

export interface Commune {
  url: string;
  /** The one-time code that a server prints while nobody has an account. */
  setupCode(): string;
  /** Puts facts into the database that no screen would let in. */
  plant(statements: string): Promise<void>;
  /** What the server itself called an error since the last time somebody asked. */
  takeErrors(): string[];
  stop(): Promise<void>;
}

const layout = layoutOf(root);
const leash = new URL('../../../launcher/leash.mjs', import.meta.url).href;
const START_TIMEOUT_MS = 60_000;
/** pino's numbers. */
const WARNING_LEVEL = 40;
const ERROR_LEVEL = 50;
const setupCodeIn = /mã cài đặt ([0-9A-Z-]+)/;
/** Any number that nothing else locks. */
const SEEDING_LOCK = 20_251_201;

/** `isEmpty`: nothing but the tables, as on the day of the installation. */
export async function startCommune({ isEmpty = false } = {}): Promise<Commune> {
  const database = await copyCommune(isEmpty);
  const child = spawn(process.execPath, ['--import', leash, layout.serverMain], {
    cwd: root,
    env: {
      ...quietEnvironment(),
      DATABASE_URL: database.appUrl,
      PORT: '0',
      HOST: '127.0.0.1',
      LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const errors: string[] = [];
  const printed: string[] = [];
  const url = await listening(child, { errors, printed });
  return {
    url,
    setupCode() {
      const code = printed.map((line) => setupCodeIn.exec(line)?.[1]).findLast(Boolean);
      if (!code) throw new Error('The server has printed no setup code');
      return code;
    },
    plant: (statements) =>
      asAdmin(database.ownerUrl, async (client) => void (await client.query(statements))),
    takeErrors: () => errors.splice(0),
    async stop() {
      if (child.exitCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'close');
    },
  };
}

interface Said {
  errors: string[];
  /** What the launcher would show on the terminal. */
  printed: string[];
}

/** Reads the server's log for its address; errors are kept for whoever asks. */
function listening(child: ChildProcess, { errors, printed }: Said): Promise<string> {
  return new Promise((resolve, reject) => {
    const giveUp = setTimeout(() => reject(new Error('The server did not start in time')), START_TIMEOUT_MS);
    const listen = (line: string) => {
      const entry = parseLine(line);
      if (entry.level >= ERROR_LEVEL) errors.push(`server: ${line}`);
      else if (entry.level >= WARNING_LEVEL) printed.push(entry.msg ?? '');
      if (!entry.address?.port) return;
      clearTimeout(giveUp);
      resolve(`http://127.0.0.1:${entry.address.port}`);
    };
    for (const stream of [child.stdout, child.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', listen);
    }
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}:\n${errors.join('\n')}`)));
  });
}

function parseLine(line: string): { level: number; msg?: string; address?: { port?: number } } {
  try {
    return JSON.parse(line);
  } catch {
    // Only what goes wrong is printed without a level.
    return { level: ERROR_LEVEL };
  }
}

/** A fresh copy of the seeded commune, or of the tables alone, for this jest worker. */
async function copyCommune(isEmpty: boolean): Promise<{ appUrl: string; ownerUrl: string }> {
  const { TEST_DATABASE_ADMIN_URL: adminUrl, TEST_DATABASE_TEMPLATE: empty } = process.env;
  if (!adminUrl || !empty)
    throw new Error('tests/kit/global-setup.mjs did not run: is this a database project?');
  const sample = `${empty}_sample`;
  const name = `tungnha_e2e_w${process.env.JEST_WORKER_ID ?? '1'}`;
  await asAdmin(adminUrl, async (client) => {
    if (!isEmpty) {
      // Two workers want the sample at the same moment: one fills it, the other waits here.
      await client.query('select pg_advisory_lock($1)', [SEEDING_LOCK]);
      const { rowCount } = await client.query('select from pg_database where datname = $1', [sample]);
      if (!rowCount) {
        const draft = `${sample}_draft`;
        await client.query(`drop database if exists ${draft} with (force)`);
        await createDatabase(client, draft, empty);
        await seed(urlFor(adminUrl, OWNER, draft));
        // A template exists only when it is whole.
        await client.query(`alter database ${draft} rename to ${sample}`);
      }
    }
    await client.query(`drop database if exists ${name} with (force)`);
    await createDatabase(client, name, isEmpty ? empty : sample);
  });
  return { appUrl: urlFor(adminUrl, APP, name), ownerUrl: urlFor(adminUrl, OWNER, name) };
}

async function seed(ownerUrl: string): Promise<void> {
  const { code, output } = await run(process.execPath, [layout.cli, 'seed', '--sample'], {
    cwd: root,
    env: { ...quietEnvironment(), DATABASE_OWNER_URL: ownerUrl, SAMPLE_PASSWORD: password },
  });
  if (code !== 0) throw new Error(`The sample commune was not loaded:\n${output}`);
}

/** Ours without jest's flags for node, and with the queue in PostgreSQL whatever runs beside. */
function quietEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, NODE_OPTIONS: '', REDIS_URL: '' };
}
