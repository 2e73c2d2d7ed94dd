/**
 * Running other programs, and telling whether a process is still the one we started.
 *
 * A pid alone proves nothing: pids are reused. `birthmark` (when it was born) goes wherever a pid is remembered.
 */
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Stopped } from './messages.mjs';

const POLL_MS = 25;

/**
 * A string that only this life of this pid has, or null when nobody (or only a zombie) answers to it.
 * @param {number} pid
 * @returns {string | null}
 */
export function birthmark(pid) {
  return process.platform === 'linux' ? linuxBirthmark(pid) : portableBirthmark(pid);
}

/** @param {number} pid */
export function isAlive(pid) {
  return birthmark(pid) !== null;
}

/** @param {{ pid: number, birthmark: string | null }} known */
export function isSame(known) {
  return known.birthmark !== null && birthmark(known.pid) === known.birthmark;
}

/** The arguments a process was started with, or '' when it is gone or hidden from us. @param {number} pid */
export function commandLine(pid) {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/** Sends a signal; a process that is already gone is what we wanted. @param {number} pid @param {NodeJS.Signals} name */
export function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

/**
 * Waits until a process is gone. Polls, because an orphan we adopted is not our child.
 * @param {{ pid: number, birthmark: string | null }} known
 * @param {number} timeoutMs
 * @returns {Promise<boolean>} false when it outlived the wait
 */
export async function goneWithin(known, timeoutMs) {
  const deadline = Date.now() + timeoutMs;
  while (isSame(known)) {
    if (Date.now() > deadline) return false;
    await sleep(POLL_MS);
  }
  return true;
}

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [uid]
 * @property {number} [gid]
 * @property {AbortSignal} [stopping] ends the program and everything it started
 * @property {(text: string) => void} [onOutput]
 */

/**
 * Runs a program to its end and keeps what it printed. It gets a process group of its own, so that a Ctrl-C
 * reaches it only through us, and stopping it stops its children too.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, output: string, stdout: string }>}
 */
export async function run(command, args, { stopping, onOutput, ...options } = {}) {
  if (stopping?.aborted) throw new Stopped();
  const child = spawn(command, args, { ...options, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const endGroup = () => endProcessGroup(child.pid);
  stopping?.addEventListener('abort', endGroup);
  let stdout = '';
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
    output += text;
    onOutput?.(text);
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    output += text;
    onOutput?.(text);
  });
  try {
    const code = await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (status) => resolve(status ?? 1));
    });
    if (stopping?.aborted) throw new Stopped();
    return { code, output, stdout };
  } finally {
    stopping?.removeEventListener('abort', endGroup);
  }
}

/** @param {number | undefined} pid of the group's leader, which we started detached */
function endProcessGroup(pid) {
  if (pid) signal(-pid, 'SIGTERM');
}

/** @param {number} pid */
function linuxBirthmark(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program's name, in parentheses, may hold spaces; the fields that follow it do not.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return null;
    // Field 22 of proc(5) counts ticks since boot, so it needs the boot beside it.
    return `${bootId()}:${fields[19]}`;
  } catch {
    return null;
  }
}

function bootId() {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
}

/** @param {number} pid */
function portableBirthmark(pid) {
  try {
    const [state, ...born] = execFileSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
      .trim()
      .split(/\s+/);
    return !state || state.startsWith('Z') ? null : born.join(' ');
  } catch {
    return null;
  }
}
