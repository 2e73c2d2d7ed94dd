/**
 * Requests a second of the scoreboard: the server's saved operation against PostGraphile on the same database and
 * against a bare endpoint that runs the server's own SQL. All three resolve the same session in every request and
 * read under row-level security; README.md says how.
 */
import { deepStrictEqual } from 'node:assert';
import { readFileSync } from 'node:fs';
import { asAdmin } from '../../launcher/database.mjs';
import { ask, headersOf, signIn } from '../lib/client.mjs';
import { median, ratioOf, requestRates } from '../lib/measure.mjs';
import { roleReach } from '../lib/world.mjs';
import { figuresOfOurs, figuresOfPostgraphile } from './figures.mjs';

const ROUNDS = 7;
/** Of each of the three: with its listeners, all fit into the launcher's max_connections. */
const POOL = '12';

const POSTGRAPHILE = 'scoreboard-vs-postgraphile';
const BARE = 'scoreboard-vs-bare';
export const names = {
  [POSTGRAPHILE]: 'requests/s of the scoreboard, over PostGraphile’s (goal ≥ 1.3)',
  [BARE]: 'requests/s of the scoreboard, over a bare endpoint’s with the same SQL (goal ≥ 0.65)',
};

/** @type {import('./index.mjs').Scenario['run']} */
export async function run(world, { wanted, stopping, say }) {
  const database = await world.sampleCopy('bench_scoreboard');
  await addTrends(database.ownerUrl);
  const server = await world.startServer(database, { FACES: 'http', DATABASE_POOL: POOL });
  const caller = await signIn({ url: server.url, login: 'lanhdao', password: world.password });
  const query = operation('../../server/src/operations/scoreboard.graphql');
  const answer = await ask(caller, query);
  const { today, plan } = answer.scoreboard;
  const peerEnv = {
    DATABASE_URL: database.appUrl,
    DATABASE_POOL: POOL,
    TODAY: today,
    ROLE_REACH: await roleReach(),
  };

  /** @param {string} name @param {import('../lib/world.mjs').Program} program @param {object} body @returns {import('../lib/measure.mjs').Target} */
  const target = (name, { pid, url }, body) => ({
    name,
    pid,
    url: `${url}/graphql`,
    headers: headersOf(caller),
    body: JSON.stringify(body),
  });
  const ours = target('ours', server, { query });
  const peers = [];
  const programs = [server];
  if (wanted.includes(POSTGRAPHILE)) {
    const postgraphile = await world.startPeer('postgraphile.mjs', peerEnv);
    const document = operation('../peers/scoreboard.graphql');
    const body = { query: document, variables: { planId: plan.id, today } };
    peers.push({ row: POSTGRAPHILE, atLeast: 1.3, target: target('PostGraphile', postgraphile, body) });
    programs.push(postgraphile);
    const theirs = await ask({ ...caller, url: postgraphile.url }, document, body.variables);
    deepStrictEqual(
      figuresOfPostgraphile(theirs),
      figuresOfOurs(answer),
      'PostGraphile answers other figures',
    );
  }
  if (wanted.includes(BARE)) {
    const bare = await world.startPeer('bare.mjs', peerEnv);
    peers.push({ row: BARE, atLeast: 0.65, target: target('bare', bare, {}) });
    programs.push(bare);
    deepStrictEqual(
      await ask({ ...caller, url: bare.url }, ''),
      answer,
      'The bare endpoint answers something else',
    );
  }

  const targets = [ours, ...peers.map((peer) => peer.target)];
  const measured = await requestRates(targets, { rounds: ROUNDS, stopping, say });
  for (const program of programs) await program.stop();
  const our = measuredOf('ours');
  return peers.map(({ row, atLeast, target: { name } }) => {
    const their = measuredOf(name);
    return {
      name: row,
      unit: 'r/s',
      ours: median(our.rates),
      peer: median(their.rates),
      ratio: ratioOf(our.rates, their.rates),
      goal: { of: 'ratio', atLeast },
      notes: [
        `rounds: ours ${list(our.rates)}; ${name} ${list(their.rates)}`,
        `processor ms a request, without PostgreSQL's: ours ${two(median(our.cpuMs))}, ${name} ${two(median(their.cpuMs))}`,
      ],
    };
  });

  /** @param {string} name */
  function measuredOf(name) {
    const found = measured.get(name);
    if (!found) throw new Error(`${name} was not measured`);
    return found;
  }
}

/** Gives PostGraphile what only a function can say. @param {string} ownerUrl */
function addTrends(ownerUrl) {
  return asAdmin(ownerUrl, (client) =>
    client.query(readFileSync(new URL('../peers/trend.sql', import.meta.url), 'utf8')),
  );
}

/** @param {string} path @returns {string} */
function operation(path) {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}

/** @param {number} value */
function two(value) {
  return value.toFixed(2);
}

/** @param {readonly number[]} rates */
function list(rates) {
  return rates.map((rate) => rate.toFixed(0)).join(' ');
}
