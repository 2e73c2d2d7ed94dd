/**
 * kernel/database.js without its door: a connection is entered once and for all, and whoever comes is the person whose
 * row of enter_session the runner passes. See no-doors.mjs.
 */
import { openDatabase as openRealDatabase } from '../../server/dist/kernel/database.js';

export * from '../../server/dist/kernel/database.js';

const caller = JSON.parse(process.env.BENCH_CALLER ?? 'null');
const opened = new WeakSet();

/** @param {Parameters<typeof openRealDatabase>} settings */
export async function openDatabase(...settings) {
  const database = await openRealDatabase(...settings);
  return { ...database, connect: async () => openOnce(await database.connect()) };
}

/** @param {import('pg').PoolClient} client */
async function openOnce(client) {
  if (opened.has(client)) return client;
  opened.add(client);
  await client.query('select set_scope($1, true, null, true, null, 31, $2, $3)', [
    caller.commune_id,
    caller.person_id,
    caller.account_id,
  ]);
  const query = client.query.bind(client);
  const answer = Promise.resolve({ rows: [caller] });
  Object.assign(client, {
    query: (/** @type {any} */ statement, /** @type {any[]} */ ...rest) =>
      statement.name === 'enter_session' ? answer : query(statement, ...rest),
  });
  return client;
}
