// The door of the kernel: what modules build with. It knows no word of the domain.
export { defineAggregate } from './aggregate.js';
export * from './clock.js';
export * from './constraint.js';
export * from './context.js';
export { type Database, type Db } from './database.js';
export { everyDay } from './due.js';
export * from './error.js';
export * from './event.js';
export * from './identity.js';
export * from './job.js';
export * from './list.js';
export { type FilterKind } from './list-filter.js';
export * from './live.js';
export * from './loader.js';
export { type Logger } from './log.js';
export * from './policy.js';
export * from './scalars.js';
export * from './text.js';
