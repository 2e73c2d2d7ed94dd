/**
 * What the reader sees while the launcher works: one line per step, with elapsed seconds.
 *
 * On a terminal the line is alive; in a log it is printed when the step ends, and a long step says every
 * quarter of a minute that it is still at it. Built-ins only: bootstrap uses it before anything is installed.
 *
 * @typedef {import('./messages.mjs').Message} Message
 */
import { stdout } from 'node:process';

const FRAMES = '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏';
const REDRAW_MS = 100;
const STILL_AT_IT_MS = 15_000;
const live = stdout.isTTY;

// The reader may close the pipe (`npm start | head`): that must not bring the database down uncleanly.
stdout.on('error', () => {});
process.stderr.on('error', () => {});

/** @param {string} text */
export const dim = (text) => (live ? `\x1b[2m${text}\x1b[22m` : text);
/** @param {string} text */
export const bold = (text) => (live ? `\x1b[1m${text}\x1b[22m` : text);
/** @param {string} text */
const green = (text) => (live ? `\x1b[32m${text}\x1b[39m` : text);
/** @param {string} text */
const red = (text) => (live ? `\x1b[31m${text}\x1b[39m` : text);

/** @param {Message} message */
export const oneLine = ([vi, en]) => `${vi} ${dim(`/ ${en}`)}`;

/**
 * Shows a step while it runs and how long it took. A step shorter than a blink leaves no line behind.
 *
 * @template T
 * @param {Message} message
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(message, work) {
  const startedAt = Date.now();
  const timer = live ? setInterval(draw, REDRAW_MS) : setInterval(still, STILL_AT_IT_MS);
  let frame = 0;
  try {
    const result = await work();
    close(green('✓'));
    return result;
  } catch (error) {
    close(red('✗'));
    throw error;
  } finally {
    clearInterval(timer);
  }

  function draw() {
    const glyph = FRAMES[frame++ % FRAMES.length];
    stdout.write(`\r\x1b[2K  ${glyph} ${oneLine(message)} ${dim(seconds())}`);
  }
  function still() {
    stdout.write(`  … ${oneLine(message)} ${seconds()}\n`);
  }
  /** @param {string} glyph */
  function close(glyph) {
    stdout.write(`${live ? '\r\x1b[2K' : ''}  ${glyph} ${oneLine(message)} ${dim(seconds())}\n`);
  }
  function seconds() {
    return `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
  }
}

/** @param {string} [line] */
export function print(line = '') {
  stdout.write(`${line}\n`);
}

/** @param {Message} message */
export function note(message) {
  print(`  · ${oneLine(message)}`);
}

/** @param {Message} message @param {string} [detail] */
export function complain([vi, en], detail) {
  process.stderr.write(`\n  ${bold(red('✗'))} ${vi}\n    ${dim(en)}\n`);
  if (detail?.trim()) process.stderr.write(`\n${detail.trimEnd().replaceAll(/^/gm, '    ')}\n`);
  process.stderr.write('\n');
}
