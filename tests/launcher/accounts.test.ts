/** Who may run it and where: root, an ordinary user, closed folders. Only root can play all these parts. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, launch, makeClone } from './stand-in.js';

const RUNNING = 'Ctrl-C to stop';
const NOBODY = 65_534;
const asRoot = process.getuid?.() === 0 ? describe : describe.skip;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tungnha-accounts-'));
  chmodSync(folder, 0o755);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function startAndStop(clone: string, as: { uid?: number } = {}): Promise<string> {
  const launcher = launch(clone, { PORT: String(await freePort()), HOME: folder }, as);
  await launcher.prints(RUNNING);
  launcher.child.kill('SIGTERM');
  expect(await launcher.exit).toBe(0);
  return launcher.output();
}

asRoot('root', () => {
  test('in an ordinary folder keeps the data in the clone, owned by an account that is not root', async () => {
    const clone = makeClone(join(folder, 'open'), { selfContained: true });

    await startAndStop(clone);

    expect(statSync(join(clone, '.data', 'postgres')).uid).not.toBe(0);
    expect(existsSync(join(clone, '.data', 'place.json'))).toBe(false);
  });

  test('in a folder closed to others keeps data and binaries elsewhere, says so, and finds them again', async () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    const clone = makeClone(join(closed, 'clone'), { selfContained: true });

    const first = await startAndStop(clone);
    const place = JSON.parse(readFileSync(join(clone, '.data', 'place.json'), 'utf8')).folder;
    const second = await startAndStop(clone);

    expect(first).toContain(`the data is kept in ${place}`);
    expect(existsSync(join(clone, '.data', 'postgres'))).toBe(false);
    expect(statSync(join(place, 'postgres')).mode & 0o077).toBe(0);
    expect(second).not.toContain('creating the database');
    rmSync(place, { recursive: true });
  });

  test('with a strict umask still gives the database what it must read', async () => {
    const before = process.umask(0o077);
    const clone = makeClone(join(folder, 'strict'), { selfContained: true });
    try {
      await startAndStop(clone);
    } finally {
      process.umask(before);
    }

    const place = JSON.parse(readFileSync(join(clone, '.data', 'place.json'), 'utf8')).folder;
    expect(statSync(join(clone, '.data', 'secrets.json')).mode & 0o077).toBe(0);
    rmSync(place, { recursive: true });
  });

  test('is told when its data has become unreachable, rather than given an empty database', async () => {
    const parent = join(folder, 'shut');
    const clone = makeClone(join(parent, 'clone'), { selfContained: true });
    await startAndStop(clone);

    chmodSync(parent, 0o700);
    const launcher = launch(clone, { PORT: String(await freePort()) });

    expect(await launcher.exit).toBe(1);
    expect(launcher.output()).toContain('PostgreSQL can no longer enter that folder');
  });
});

asRoot('an ordinary user', () => {
  test('runs everything as themselves', async () => {
    const clone = makeClone(join(folder, 'ordinary'), { selfContained: true, uid: NOBODY });

    const output = await startAndStop(clone, { uid: NOBODY });

    expect(output).not.toContain('root');
    expect(statSync(join(clone, '.data', 'postgres')).uid).toBe(NOBODY);
  });

  test("is refused someone else's .data, with the way out", async () => {
    const clone = makeClone(join(folder, 'foreign'), { selfContained: true, uid: NOBODY });
    mkdirSync(join(clone, '.data'));
    chownSync(join(clone, '.data'), 0, 0);

    const launcher = launch(clone, { PORT: String(await freePort()) }, { uid: NOBODY });

    expect(await launcher.exit).toBe(1);
    expect(launcher.output()).toContain('belongs to another user');
    expect(launcher.output()).toContain('thuộc về người dùng khác');
  });
});
