/**
 * The table of contents: every benchmark, in the order in which they run.
 *
 * @typedef {object} Scenario
 * @property {Record<string, string>} names of its benchmarks, with what each measures; those that share a run share a scenario
 * @property {(world: import('../lib/world.mjs').World, options: ScenarioOptions) => Promise<import('../lib/table.mjs').Row[]>} run
 *
 * @typedef {object} ScenarioOptions
 * @property {readonly string[]} wanted which of its names
 * @property {AbortSignal} stopping
 * @property {(line: string) => void} say progress
 */
import * as accessControl from './access-control.mjs';
import * as fullRecompute from './full-recompute.mjs';
import * as historySearch from './history-search.mjs';
import * as memory from './memory.mjs';
import * as scoreboard from './scoreboard.mjs';
import * as visitToDashboard from './visit-to-dashboard.mjs';

/** @type {readonly Scenario[]} */
export const scenarios = [scoreboard, accessControl, visitToDashboard, memory, fullRecompute, historySearch];
