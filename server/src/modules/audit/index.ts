// What happened: the history, its chain of hashes, and who read or exported personal lists.
import './audit.policy.js';
