/**
 * Runs the benchmarks one after another and prints a table.
 *
 * They compare within one run and fail nothing by themselves: machines are shared and noisy, so a missed goal ends
 * the command with 1 only when `--strict` asks for it. A benchmark that cannot measure always does.
 */
import { parseArgs } from 'node:util';
import { onStopRequest } from '../launcher/stopping.mjs';
import { scenarios } from './scenarios/index.mjs';
import { asJson, asTable, missed } from './lib/table.mjs';
import { openWorld } from './lib/world.mjs';

const USAGE = `npm run bench -- [--only NAME]… [--json] [--strict] [--built] [--list]
  --only NAME  only this benchmark; may be given several times
  --json       one JSON object a line instead of the table
  --strict     exit with 1 when a goal is missed
  --built      measure server/dist as it is, without building first
  --list       the names, and what each measures`;

/** Twice what everything takes on a slow machine. */
const LONGEST_MS = 25 * 60_000;

// The launcher's parts tell their progress on stdout; here stdout is for results, which other programs may read.
const printResult = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write.bind(process.stderr);

process.exitCode = await main();

async function main() {
  const options = readOptions();
  if (options === undefined || options.help) {
    console.error(USAGE);
    return options === undefined ? 2 : 0;
  }
  if (options.list) {
    for (const { names } of scenarios)
      for (const [name, what] of Object.entries(names)) printResult(`${name.padEnd(28)}${what}\n`);
    return 0;
  }
  const request = onStopRequest();
  const stopping = AbortSignal.any([request.signal, AbortSignal.timeout(LONGEST_MS)]);
  try {
    const rows = await measureAll(options, stopping);
    if (!options.json) printResult(`\n${asTable(rows)}\n`);
    return options.strict && rows.some(missed) ? 1 : 0;
  } catch (error) {
    if (request.signal.aborted) return 130;
    console.error(error);
    return 1;
  } finally {
    request.release();
  }
}

/** @param {{ only: readonly string[], json: boolean, built: boolean }} options @param {AbortSignal} stopping */
async function measureAll({ only, json, built }, stopping) {
  /** @type {import('./lib/table.mjs').Row[]} */
  const rows = [];
  const world = await openWorld({ stopping, build: !built });
  try {
    for (const { names, run } of scenarios) {
      const wanted = Object.keys(names).filter((name) => only.length === 0 || only.includes(name));
      if (wanted.length === 0) continue;
      stopping.throwIfAborted();
      const found = await run(world, { wanted, stopping, say: (line) => console.error(`  ${line}`) });
      rows.push(...found);
      if (json) for (const row of found) printResult(`${asJson(row)}\n`);
    }
  } catch (error) {
    if (!stopping.aborted) console.error(world.lastWords());
    throw error;
  } finally {
    await world.close();
  }
  return rows;
}

function readOptions() {
  try {
    const flag = /** @type {const} */ ({ type: 'boolean', default: false });
    const { values } = parseArgs({
      options: {
        ...{ json: flag, strict: flag, built: flag, list: flag, help: flag },
        only: { type: 'string', multiple: true, default: [] },
      },
    });
    const known = new Set(scenarios.flatMap(({ names }) => Object.keys(names)));
    const unknown = values.only.filter((name) => !known.has(name));
    if (unknown.length > 0) throw new Error(`There is no benchmark ${unknown.join(', ')}; see --list`);
    return values;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return undefined;
  }
}
