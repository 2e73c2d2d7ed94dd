/**
 * The floor: node:http, pg, the server's own statement and its own pure mapping of the rows, one JSON.stringify. No
 * GraphQL, no framework, no guard. Whatever the server takes longer than this is what its API costs.
 */
import { createServer } from 'node:http';
import { announce, enterSession, openPool, sessionHash, settings } from './session.mjs';

/** @param {string} file in the built server's overview module */
const overview = (file) => import(new URL(`../../server/dist/modules/overview/${file}`, import.meta.url).href);
const { SCOREBOARD_SQL } = await overview('scoreboard.sql.js');
const { toScoreboard } = await overview('scoreboard.map.js');
const pool = openPool();

const server = createServer((request, response) => {
  // Read to its end: a connection is kept alive only when nothing of the request is left in it.
  request.resume().once('end', () => {
    answer(sessionHash(request.headers.cookie)).then(
      (body) => response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body),
      (error) => response.writeHead(500).end(String(error)),
    );
  });
});
announce(server);

/** @param {Buffer | null} hash @returns {Promise<Buffer>} */
async function answer(hash) {
  const client = await pool.connect();
  try {
    const caller = await enterSession(client, hash);
    if (!caller) throw new Error('nobody is signed in');
    const { rows } = await client.query({
      name: 'scoreboard',
      text: SCOREBOARD_SQL,
      values: [caller.commune_id, settings.today],
    });
    return Buffer.from(JSON.stringify({ data: { scoreboard: selected(toScoreboard(rows, settings.today)) } }));
  } finally {
    client.release();
  }
}

/** What the saved operation selects of it; the comparison of the answers says when the two drift apart. @param {any} scoreboard */
function selected({ plan, asOf, today, indicators, villages }) {
  return {
    plan: { id: plan.id, title: plan.title, year: plan.year, startsOn: plan.startsOn, endsOn: plan.endsOn },
    asOf,
    today,
    indicators: indicators.map((/** @type {any} */ { source: _, ...indicator }) => indicator),
    villages: villages.map((/** @type {any} */ village) => ({
      ...village,
      id: String(village.id),
      lastVisitAt: village.lastVisitAt && new Date(village.lastVisitAt),
    })),
  };
}
