/**
 * Builds the server and the admin panel when their sources changed, judged by content: a checkout or a touched
 * file costs nothing.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import say, { Refusal } from './messages.mjs';
import { npm } from './npm.mjs';
import { step } from './progress.mjs';

/**
 * @typedef {object} Target
 * @property {'server' | 'admin'} name the workspace
 * @property {import('./messages.mjs').Message} message
 * @property {readonly string[]} sources what its output depends on
 * @property {string} proof a file that every build leaves
 */
/** @type {readonly Target[]} */
const TARGETS = [
  {
    name: 'server',
    message: say.buildingServer(),
    sources: ['server/src/**', 'server/*.json', 'tsconfig*.json', 'package-lock.json'],
    proof: 'server/dist/main.js',
  },
  {
    name: 'admin',
    message: say.buildingAdmin(),
    sources: [
      'admin/{src,public}/**',
      'admin/*.*',
      'server/src/schema.graphql',
      'tsconfig*.json',
      'package-lock.json',
    ],
    proof: 'admin/dist/index.html',
  },
];

/**
 * @param {string} root
 * @param {{ stopping?: AbortSignal, force?: boolean }} [options]
 */
export async function buildIfChanged(root, { stopping, force = false } = {}) {
  for (const target of TARGETS) {
    const stamp = join(root, dirname(target.proof), '.built-from');
    const hash = hashSources(root, target);
    const current =
      existsSync(join(root, target.proof)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
    if (current && !force) continue;
    await step(target.message, () => build(root, target, stopping));
    writeFileSync(stamp, hash);
  }
}

/** What the built server is made of, as a short name. @param {string} root */
export function serverFingerprint(root) {
  const [server] = TARGETS;
  if (!server) throw new Error('the server is the first target');
  return hashSources(root, server).slice(0, 12);
}

/** @param {string} root @param {Target} target @param {AbortSignal} [stopping] */
async function build(root, { name }, stopping) {
  const { code, output } = await npm(['run', 'build', '-w', name, '--silent'], { cwd: root, stopping });
  if (code !== 0) throw new Refusal(say.buildFailed(), output);
}

/** @param {string} root @param {Target} target */
function hashSources(root, { sources }) {
  const hash = createHash('sha256');
  const files = globSync([...sources], {
    cwd: root,
    withFileTypes: true,
    exclude: ['**/*.test.ts', '**/*.test.tsx'],
  })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort())
    hash.update(file.slice(root.length)).update('\0').update(readFileSync(file));
  return hash.digest('hex');
}
