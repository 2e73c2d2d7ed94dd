/**
 * The floor: node:http, pg, the server's own statements and its own pure mapping of the rows, one JSON.stringify. No
 * GraphQL, no framework, no guard. Whatever the server takes longer than this is what its API costs.
 */
import { createServer } from 'node:http';
import { announce, enterSession, openPool, sessionHash, settings } from './session.mjs';

/** @param {string} file in the built server's overview module */
const overview = (file) =>
  import(new URL(`../../server/dist/modules/overview/${file}`, import.meta.url).href);
const { readScoreboard, readTrends } = await overview('scoreboard.queries.js');
const { toScoreboard } = await overview('scoreboard.map.js');
const pool = openPool();

const server = createServer((request, response) => {
  // Read to its end: a connection is kept alive only when nothing of the request is left in it.
  request.resume().once('end', () => {
    answer(sessionHash(request.headers.cookie)).then(
      (body) =>
        response
          .writeHead(200, { 'content-type': 'application/json', 'content-length': body.length })
          .end(body),
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
    // As much of the server's context as its two statements ask for.
    const ctx = {
      identity: { communeId: caller.commune_id },
      today: settings.today,
      db: {
        prepared: async (
          /** @type {string} */ name,
          /** @type {string} */ text,
          /** @type {unknown[]} */ values,
        ) => (await client.query({ name, text, values })).rows,
      },
    };
    const scoreboard = toScoreboard(await readScoreboard(ctx), ctx.today, null);
    const codes = scoreboard.indicators.map((/** @type {{ code: string }} */ { code }) => code);
    const trends = await readTrends(ctx, scoreboard.indicators[0].source, codes);
    return Buffer.from(JSON.stringify({ data: { scoreboard: selected(scoreboard, trends) } }));
  } finally {
    client.release();
  }
}

/**
 * What the saved operation selects; the comparison of the answers says when the two drift apart.
 * @param {any} scoreboard @param {any[]} trends
 */
function selected({ plan, asOf, today, indicators, villages }, trends) {
  return {
    plan: { id: plan.id, title: plan.title, year: plan.year, startsOn: plan.startsOn, endsOn: plan.endsOn },
    asOf,
    today,
    // `source` is the server's own note; an undefined property leaves no trace in JSON.
    indicators: indicators.map((/** @type {object} */ indicator, /** @type {number} */ i) => ({
      ...indicator,
      source: undefined,
      trend: trends[i],
    })),
    villages: villages.map((/** @type {any} */ village) => ({
      ...village,
      id: String(village.id),
      lastVisitAt: village.lastVisitAt && new Date(village.lastVisitAt),
    })),
  };
}
