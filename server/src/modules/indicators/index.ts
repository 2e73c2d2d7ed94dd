// What is counted, how it stands to its target and its path, and how values stay true to the raw rows.
import './indicator.policy.js';

export { catalogue, findIndicator } from './catalogue/index.js';
export { ALL_HOUSEHOLDS, type IndicatorDefinition } from './catalogue/definition.js';
export { basisPoints, hasData, meets, type ComparatorCode, type Figure } from './compare.js';
export {
  expectationOn,
  gapPoints,
  isBehindBy,
  isExactlyAtTarget,
  standing,
  type Expectation,
  type StandingCode,
  type Target,
} from './pace.js';
export { SCOREBOARD } from './indicator.jobs.js';
export { IndicatorResolver } from './indicator.resolver.js';
export { hidePoint, IndicatorPoint } from './indicator.types.js';
export {
  lockCommune,
  onRecomputed,
  recomputeCommuneValues,
  recomputeVillageValues,
  rollUpCommuneValues,
} from './recompute.js';
export { findSmallCells, type Column, type HiddenColumn } from './small-cells.js';
export { hiddenFigures, smallestCountFor } from './small-figures.js';
