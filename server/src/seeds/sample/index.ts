// The door of the sample: what the command line, the benchmarks and the tests use.
export { sampleOpensAt } from './calendar.js';
export type { SampleFacts, SampleWork } from './facts.js';
export { generateSample, type SampleOptions } from './generate.js';
export { loadSample, type LoadedCommune, type SampleLoad } from './load.js';
export { sampleLogins, type SampleLogin } from './logins.js';
