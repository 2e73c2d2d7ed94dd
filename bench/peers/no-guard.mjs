/** kernel/guard.js without its guard. See no-doors.mjs. */
export * from '../../server/dist/kernel/guard.js';

export function guard() {}
