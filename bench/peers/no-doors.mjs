/**
 * Preloaded (`node --import`) into the server that access-control.mjs measures against: the same program with its doors
 * taken off. Nobody is looked up, nothing is guarded, and the runner connects it as the tables' owner, whom row-level
 * security does not bind. Nothing of this is in the server: what it does lives here and is loaded by nobody else.
 */
import { registerHooks } from 'node:module';

const kernel = new URL('../../server/dist/kernel/', import.meta.url);
const standIns = new Map(
  Object.entries({ 'guard.js': 'no-guard.mjs', 'database.js': 'no-session.mjs' }).map(([file, standIn]) => [
    new URL(file, kernel).href,
    new URL(standIn, import.meta.url).href,
  ]),
);

registerHooks({
  resolve(specifier, context, next) {
    const resolved = next(specifier, context);
    const standIn = standIns.get(resolved.url);
    return standIn && context.parentURL !== standIn ? { ...resolved, url: standIn } : resolved;
  },
});
