/**
 * What access control costs: requests a second of the scoreboard with session, scope, guard and row-level security,
 * over the same program with its doors taken off (peers/no-doors.mjs), in turns within one run.
 */
import { deepStrictEqual } from 'node:assert';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { asAdmin } from '../../launcher/database.mjs';
import { ask, headersOf, signIn } from '../lib/client.mjs';
import { median, ratioOf, requestRates } from '../lib/measure.mjs';
import { roleReach } from '../lib/world.mjs';

const ROUNDS = 7;
const POOL = '12';
/** Adding less than 30 % to a request: at least 1 / 1.3 of the rate. */
const AT_LEAST = 0.77;

const NAME = 'access-control';
export const names = {
  [NAME]: `requests/s of the scoreboard, over the same server without access control (goal ≥ ${AT_LEAST}: it adds less than 30 %)`,
};

/** @type {import('./index.mjs').Scenario['run']} */
export async function run(world, { stopping, say }) {
  const database = await world.sampleCopy('bench_access');
  const env = { FACES: 'http', DATABASE_POOL: POOL };
  const guarded = await world.startServer(database, env);
  const caller = await signIn({ url: guarded.url, login: 'lanhdao', password: world.password });
  const open = await world.startServer(
    { ...database, name: `${database.name}_open`, appUrl: database.ownerUrl },
    {
      ...env,
      NODE_OPTIONS: `--import ${new URL('../peers/no-doors.mjs', import.meta.url).href}`,
      BENCH_CALLER: JSON.stringify(await callerOf(database, caller)),
    },
  );
  const query = readFileSync(
    new URL('../../server/src/operations/scoreboard.graphql', import.meta.url),
    'utf8',
  );
  const answer = await ask(caller, query);
  const nobody = { url: open.url, cookie: '' };
  deepStrictEqual(await ask(nobody, query), answer, 'Without its doors the server answers something else');

  const body = JSON.stringify({ query });
  const targets = [
    { name: 'with', pid: guarded.pid, url: `${guarded.url}/graphql`, headers: headersOf(caller), body },
    { name: 'without', pid: open.pid, url: `${open.url}/graphql`, headers: headersOf(nobody), body },
  ];
  const measured = await requestRates(targets, { rounds: ROUNDS, stopping, say });
  await guarded.stop();
  await open.stop();
  const [ours, theirs] = targets.map(({ name }) => {
    const found = measured.get(name);
    if (!found) throw new Error(`${name} was not measured`);
    return found;
  });
  if (!ours || !theirs) throw new Error('Both must be measured');
  const ratio = ratioOf(ours.rates, theirs.rates);
  return [
    {
      name: NAME,
      unit: 'r/s',
      ours: median(ours.rates),
      peer: median(theirs.rates),
      ratio,
      goal: { of: 'ratio', atLeast: AT_LEAST },
      notes: [
        `processor ms a request, without PostgreSQL's: with ${median(ours.cpuMs).toFixed(2)}, without ${median(theirs.cpuMs).toFixed(2)}`,
      ],
    },
  ];
}

/**
 * The row that enter_session gives for the caller, for the server that looks nobody up.
 * @param {import('../lib/world.mjs').Database} database @param {import('../lib/client.mjs').Caller} caller
 */
async function callerOf(database, { cookie }) {
  const hash = createHash('sha256')
    .update(cookie.slice(cookie.indexOf('=') + 1))
    .digest();
  const reach = await roleReach();
  return asAdmin(database.ownerUrl, async (client) => {
    const { rows } = await client.query(
      `select * from enter_session($1, $2, (select (anchor_at at time zone 'Asia/Ho_Chi_Minh')::date from business_clock), '127.0.0.1')`,
      [hash, reach],
    );
    return rows[0];
  });
}
