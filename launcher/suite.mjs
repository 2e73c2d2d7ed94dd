/**
 * What `npm test` does: every check there is, on a real PostgreSQL, a real Redis and a real browser.
 *
 *   npm test                                everything, a fixed slice of the long seeded tests
 *   npm test -- --deep                      everything, long
 *   npm test -- --only server,jobs-redis    some stages, and what they need
 *   npm test -- --list                      the names
 *
 * The closing line counts the tests that jest ran; a check that is no test (format, types…) or that could not run
 * at all adds one failure when it fails and nothing when it passes, so the line never flatters.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfChanged } from './build.mjs';
import { provideChromium } from './chromium.mjs';
import { root } from './layout.mjs';
import say, { Refusal, Stopped } from './messages.mjs';
import { npm } from './npm.mjs';
import { run } from './processes.mjs';
import { bold, complain, dim, oneLine, print, step } from './progress.mjs';
import { provideRedis } from './redis.mjs';
import { stages } from './stages.mjs';
import { onStopRequest } from './stopping.mjs';
import { startTestCluster } from './test-cluster.mjs';

/** @typedef {import('./stages.mjs').Stage} Stage */
/** @typedef {{ stage: Stage, passed: number, failed: number, skipped: number, seconds: number, output: string, notRun?: boolean }} Result */

const require = createRequire(import.meta.url);
const CORES = 2;
const MAX_OUTPUT_LINES = 300;

const { values: options } = parseArgs({
  options: { only: { type: 'string' }, deep: { type: 'boolean' }, list: { type: 'boolean' } },
});
const stopping = onStopRequest().signal;
const scratch = mkdtempSync(join(tmpdir(), 'tungnha-results-'));
/** @type {Array<() => Promise<void>>} */
const undo = [];

/** What the stages share, provided when the first of them asks. @type {Record<string, string>} */
const provided = options.deep ? { TEST_DEEP: '1' } : {};
/** @type {Map<import('./stages.mjs').Need, Promise<boolean>>} */
const provisions = new Map();

try {
  process.exitCode = options.list ? list() : await test(chosenStages());
} catch (error) {
  if (error instanceof Refusal) complain(error.pair, error.detail);
  else if (!(error instanceof Stopped)) console.error(error);
  process.exitCode = 1;
} finally {
  for (const stop of undo.reverse()) await stop().catch(console.error);
  rmSync(scratch, { recursive: true, force: true });
}
process.exit();

/** @param {readonly Stage[]} chosen @returns {Promise<number>} the exit code */
async function test(chosen) {
  const results = await runTogether(chosen.filter(({ alone }) => !alone));
  for (const stage of chosen.filter(({ alone }) => alone)) results.push(await runStage(stage));
  return summarize(results);
}

/** Static checks read only, so as many run at once as there are cores. @param {Stage[]} waiting */
async function runTogether(waiting) {
  /** @type {Result[]} */
  const results = [];
  const lane = async () => {
    for (let stage = waiting.shift(); stage; stage = waiting.shift()) results.push(await runStage(stage));
  };
  await Promise.all(Array.from({ length: CORES }, lane));
  return results;
}

/** @param {Stage} stage @returns {Promise<Result>} */
async function runStage(stage) {
  const missing = await missingNeed(stage);
  const startedAt = performance.now();
  const result = missing ? notRun(stage, missing) : await (stage.project ? runJest(stage) : runCheck(stage));
  const seconds = (performance.now() - startedAt) / 1000;
  print(`  ${glyph(result)} ${oneLine(stage.title)} ${dim(`${seconds.toFixed(1)} s`)}`);
  if (result.failed) print(`\n${lastLines(result.output)}\n`);
  return { ...result, seconds };
}

/**
 * Builds from scratch, and leaves the result for the stages that need it.
 * @param {Stage} stage @returns {Promise<Result>}
 */
async function runBuild(stage) {
  const built = await buildIfChanged(root, { stopping, force: true }).then(() => true, report);
  provisions.set('build', Promise.resolve(built));
  return { stage, passed: 0, failed: built ? 0 : 1, skipped: 0, seconds: 0, output: '' };
}

/** @param {Stage} stage @returns {Promise<Result>} */
async function runCheck(stage) {
  if (stage.name === 'build') return runBuild(stage);
  const [script = ''] = stage.command ?? [];
  const { code, output } = await npm(['run', '--silent', script], {
    cwd: root,
    stopping,
    env: environment(stage),
  });
  return { stage, passed: 0, failed: code === 0 ? 0 : 1, skipped: 0, seconds: 0, output };
}

/** @param {Stage} stage @returns {Promise<Result>} */
async function runJest(stage) {
  const report = join(scratch, `${stage.name}.json`);
  const args = ['--experimental-vm-modules', '--no-warnings', require.resolve('jest/bin/jest')];
  args.push(
    '--selectProjects',
    stage.project ?? '',
    '--json',
    `--outputFile=${report}`,
    ...(stage.jestArgs ?? []),
  );
  const { code, output } = await run(process.execPath, args, {
    cwd: root,
    stopping,
    env: environment(stage),
  });
  const counts = readReport(report);
  // A project without tests, or a crash outside any test, must not look like success.
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  return { stage, ...counts, seconds: 0, output };
}

/** @param {string} file */
function readReport(file) {
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    return {
      passed: report.numPassedTests,
      // A file that does not even load counts as one failed test.
      failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

/** @param {Stage} stage */
function environment(stage) {
  return { ...process.env, ...provided, ...stage.env };
}

/** @param {Stage} stage @returns {Promise<import('./stages.mjs').Need | undefined>} the first need nobody can meet */
async function missingNeed(stage) {
  for (const need of stage.needs) {
    if (!provisions.has(need)) provisions.set(need, provide(need));
    if (!(await provisions.get(need))) return need;
  }
  return undefined;
}

/** @param {import('./stages.mjs').Need} need @returns {Promise<boolean>} */
async function provide(need) {
  switch (need) {
    case 'build':
      return buildIfChanged(root, { stopping }).then(() => true, report);
    case 'postgres': {
      const cluster = await step(say.startingTestDatabase(), () => startTestCluster(stopping));
      undo.push(cluster.stop);
      provided.TEST_DATABASE_ADMIN_URL = cluster.adminUrl;
      return true;
    }
    case 'redis': {
      const redis = await provideRedis(stopping);
      if (!redis) return false;
      undo.push(redis.stop);
      provided.REDIS_URL = redis.url;
      return true;
    }
    case 'chromium': {
      const chromium = await provideChromium(stopping);
      if (chromium) provided.CHROMIUM_PATH = chromium;
      return chromium !== undefined;
    }
  }
}

/** @param {unknown} error */
function report(error) {
  if (!(error instanceof Refusal)) throw error;
  complain(error.pair, error.detail);
  return false;
}

/**
 * A browser or a Redis that cannot be had is skipped aloud on a developer's machine; where the result counts,
 * and for what we build ourselves, not running is failing.
 * @param {Stage} stage @param {import('./stages.mjs').Need} need @returns {Result}
 */
function notRun(stage, need) {
  const forgivable = (need === 'redis' || need === 'chromium') && process.env.CI !== 'true';
  if (forgivable) complain(say.stageSkipped(need));
  const output = say.stageImpossible(need).join('\n');
  return { stage, passed: 0, failed: forgivable ? 0 : 1, skipped: 0, seconds: 0, output, notRun: true };
}

/** @param {readonly Result[]} results @returns {number} the exit code */
function summarize(results) {
  const sum = (/** @type {'passed' | 'failed' | 'skipped' | 'seconds'} */ key) =>
    results.reduce((total, result) => total + result[key], 0);
  print(`\n  ${bold(row(['', 'đạt/passed', 'hỏng/failed', 'bỏ/skipped', 's']))}`);
  for (const result of results) {
    const passed = result.stage.project && !result.notRun ? result.passed : glyph(result);
    print(`  ${row([result.stage.name, passed, result.failed, result.skipped, result.seconds.toFixed(1)])}`);
  }
  print(`  ${bold(row(['', sum('passed'), sum('failed'), sum('skipped'), performance.now() / 1000]))}\n`);
  print(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 ? 0 : 1;
}

/** @param {Result} result */
function glyph({ failed, notRun }) {
  if (failed) return '✗';
  return notRun ? '–' : '✓';
}

/** @param {ReadonlyArray<string | number>} cells */
function row(cells) {
  const texts = cells.map((cell) => (typeof cell === 'number' ? String(Math.round(cell * 10) / 10) : cell));
  return texts.map((text, at) => (at === 0 ? text.padEnd(16) : text.padStart(13))).join('');
}

/** @returns {readonly Stage[]} */
function chosenStages() {
  const names = options.only?.split(',').map((name) => name.trim());
  const unknown = names?.filter((name) => !stages.some((stage) => stage.name === name)) ?? [];
  const known = stages.map(({ name }) => name).join(', ');
  if (unknown.length > 0) throw new Refusal(say.unknownStage(unknown.join(', '), known));
  return names ? stages.filter(({ name }) => names.includes(name)) : stages;
}

function list() {
  for (const { name, title } of stages) print(`  ${name.padEnd(16)} ${oneLine(title)}`);
  return 0;
}

/** @param {string} text */
function lastLines(text) {
  return text.trimEnd().split('\n').slice(-MAX_OUTPUT_LINES).join('\n');
}
