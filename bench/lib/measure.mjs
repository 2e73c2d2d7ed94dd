/**
 * Measuring on a machine that others use too: short rounds of each in turn, so that a slow minute hits all alike;
 * an unmeasured second before every round, because the round before was another program's; medians; and the ratio
 * taken within each round, with its spread.
 */
import autocannon from 'autocannon';
import { cpuSeconds } from './processes.mjs';

const CONNECTIONS = 16;
const SECONDS = 4;
const WARM_SECONDS = 1;
const FIRST_WARM_SECONDS = 3;

/**
 * @typedef {{ name: string, pid: number, url: string, headers: Record<string, string>, body: string }} Target
 * @typedef {{ rates: number[], cpuMs: number[] }} Measured requests a second, and the process's own ms of processor
 *   time a request, round by round: the second hardly depends on what else the machine does
 */

/**
 * Measures each target, round by round.
 * @param {readonly Target[]} targets
 * @param {{ rounds: number, stopping: AbortSignal, say: (line: string) => void }} options
 * @returns {Promise<Map<string, Measured>>}
 */
export async function requestRates(targets, { rounds, stopping, say }) {
  /** @type {Map<string, Measured>} */
  const measured = new Map(targets.map(({ name }) => [name, { rates: [], cpuMs: [] }]));
  for (const target of targets) await fire(target, FIRST_WARM_SECONDS);
  for (let round = 0; round < rounds; round += 1) {
    // Whoever goes first in one round goes last in the next: nobody always follows the same neighbour.
    const order = round % 2 === 0 ? targets : targets.toReversed();
    for (const target of order) {
      stopping.throwIfAborted();
      await fire(target, WARM_SECONDS);
      const { rate, cpuMs } = await fire(target, SECONDS);
      measured.get(target.name)?.rates.push(rate);
      measured.get(target.name)?.cpuMs.push(cpuMs);
    }
    const latest = targets.map(({ name }) => `${name} ${measured.get(name)?.rates.at(-1)?.toFixed(0)}`);
    say(`round ${round + 1} of ${rounds}: ${latest.join(', ')} requests/s`);
  }
  return measured;
}

/** @param {Target} target @param {number} duration */
async function fire({ name, pid, url, headers, body }, duration) {
  const cpuBefore = cpuSeconds(pid);
  const result = await autocannon({ url, method: 'POST', headers, body, connections: CONNECTIONS, duration });
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0 || result['2xx'] === 0)
    throw new Error(`${name} failed ${failed} requests, answered ${result['2xx']}`);
  const answered = result['2xx'];
  return { rate: answered / result.duration, cpuMs: ((cpuSeconds(pid) - cpuBefore) * 1000) / answered };
}

/** @param {readonly number[]} values */
export function median(values) {
  return quantile(values, 0.5);
}

/** The smallest value that this share of the values does not exceed. @param {readonly number[]} values @param {number} share */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('nothing was measured');
  return value;
}

/** @param {readonly number[]} ours @param {readonly number[]} peer of the same rounds @returns {import('./table.mjs').Ratio} */
export function ratioOf(ours, peer) {
  const ratios = ours.map((value, round) => value / (peer[round] ?? Number.NaN));
  return { median: median(ratios), lowest: Math.min(...ratios), highest: Math.max(...ratios) };
}
