// What happened: the history, its chain of hashes, and who read or exported personal lists.
import './audit.policy.js';
import './audit.jobs.js';

export { HistoryResolver } from './history.resolver.js';
export { ReadingResolver } from './reading.resolver.js';
