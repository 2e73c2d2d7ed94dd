/**
 * What is printed.
 *
 * @typedef {object} Row
 * @property {string} name
 * @property {string} unit of `ours` and `peer`
 * @property {number} ours
 * @property {number} [peer]
 * @property {Ratio} [ratio] ours over peer, round by round
 * @property {Goal} [goal]
 * @property {string[]} notes printed under the table
 *
 * @typedef {{ median: number, lowest: number, highest: number }} Ratio
 *
 * @typedef {object} Goal
 * @property {'ratio' | 'ours'} of
 * @property {number} [atLeast]
 * @property {number} [below]
 */

/** @param {Row} row @returns {boolean | undefined} undefined without a goal */
function met({ goal, ratio, ours }) {
  if (!goal) return undefined;
  const value = goal.of === 'ratio' ? ratio?.median : ours;
  if (value === undefined) return false;
  return value >= (goal.atLeast ?? -Infinity) && value < (goal.below ?? Infinity);
}

/** @param {Row} row */
export function missed(row) {
  return met(row) === false;
}

/** @param {Row} row */
export function asJson(row) {
  return JSON.stringify({ ...row, ok: met(row) ?? null });
}

/** @param {readonly Row[]} rows */
export function asTable(rows) {
  const cells = [['name', 'ours', 'peer', 'ratio', 'goal', 'ok'], ...rows.map(toCells)];
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(...cells.map((line) => line[column]?.length ?? 0)),
  );
  const lines = cells.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const notes = rows.flatMap(({ name, notes }) => notes.map((note) => `${name}: ${note}`));
  return [...lines, '', ...notes].join('\n');
}

/** @param {Row} row @returns {string[]} */
function toCells(row) {
  const { name, unit, ours, peer, ratio, goal } = row;
  const ok = met(row);
  return [
    name,
    `${inFull(ours)} ${unit}`,
    peer === undefined ? '–' : `${inFull(peer)} ${unit}`,
    ratio === undefined ? '–' : `${two(ratio.median)} (${two(ratio.lowest)}–${two(ratio.highest)})`,
    goal === undefined ? '–' : goalText(goal, unit),
    ok === undefined ? '–' : ok ? 'yes' : 'NO',
  ];
}

/** @param {Goal} goal @param {string} unit */
function goalText({ of, atLeast, below }, unit) {
  const bound = atLeast === undefined ? `< ${below}` : `≥ ${atLeast}`;
  return of === 'ratio' ? bound : `${bound} ${unit}`;
}

/** Three digits say all that these measurements know. @param {number} value */
export function inFull(value) {
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
}

/** @param {number} value */
function two(value) {
  return value.toFixed(2);
}
