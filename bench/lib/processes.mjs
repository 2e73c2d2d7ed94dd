/**
 * What a process uses, as Linux counts it: processor time, and the memory of it and everything it started.
 *
 * PSS shares every common page among those who map it, so that the sum over a tree counts it once; RSS counts
 * PostgreSQL's shared buffers again for every connection.
 *
 * @typedef {{ pid: number, command: string, pss: number, rss: number }} Usage bytes
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { commandLine } from '../../launcher/processes.mjs';

export function canMeasureMemory() {
  return existsSync('/proc/self/smaps_rollup');
}

/** @param {number} top @returns {Usage[]} of the process and its descendants */
export function memoryOfTree(top) {
  const parents = new Map(allPids().map((pid) => [pid, parentOf(pid)]));
  const inTree = (/** @type {number | undefined} */ pid) => {
    for (let each = pid; each !== undefined && each > 1; each = parents.get(each))
      if (each === top) return true;
    return false;
  };
  return [...parents.keys()].filter(inTree).flatMap((pid) => usageOf(pid) ?? []);
}

function allPids() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

/** @param {number} pid @returns {number | undefined} */
function parentOf(pid) {
  const stat = readOrGone(`/proc/${pid}/stat`);
  // The program's name, in parentheses, may hold spaces; state and parent follow it.
  return stat === undefined ? undefined : Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

/** @param {number} pid @returns {Usage | undefined} undefined when it has ended meanwhile */
function usageOf(pid) {
  const rollup = readOrGone(`/proc/${pid}/smaps_rollup`);
  if (!rollup) return undefined;
  const bytes = (/** @type {string} */ field) =>
    1024 * Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(rollup)?.[1] ?? 0);
  return { pid, command: commandLine(pid), pss: bytes('Pss'), rss: bytes('Rss') };
}

const TICKS_PER_SECOND = 100;

/** Seconds of processor time a process has used, all its threads together; NaN where /proc doesn't tell. @param {number} pid */
export function cpuSeconds(pid) {
  const fields = readOrGone(`/proc/${pid}/stat`)?.split(') ')[1]?.split(' ') ?? [];
  // proc(5): utime and stime are the 14th and 15th field, the state the third.
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

/** @param {string} file */
function readOrGone(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
