/**
 * PostGraphile over the same database: Amber preset, grafserv on node:http, as fast as its own settings make it.
 * It reads as tungnha_app, so row-level security binds it as it binds the server.
 *
 * Its documented way to carry an identity, `pgSettings`, opens a transaction around every query: three more round
 * trips than the server makes. We spare it those: `pgSettings` carries only the session's hash, and our
 * `withPgClient` enters the session on the connection it has just taken, the same one statement as the server's,
 * and hands that connection to the query. The scoreboard document has one root, which PostGraphile turns into one
 * SQL statement, so a request enters once.
 */
import { createServer } from 'node:http';
import { makePgAdaptorWithPgClient, makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { postgraphile } from 'postgraphile';
import { announce, enterSession, openPool, sessionHash } from './session.mjs';

const pool = openPool();
const plain = makePgAdaptorWithPgClient(pool);

/** @type {typeof plain} */
const inSession = Object.assign(
  (/** @type {any} */ pgSettings, /** @type {any} */ callback) =>
    plain(null, async (client) => {
      await enterSession(/** @type {any} */ (client).rawClient, pgSettings?.hash ?? null);
      return callback(client);
    }),
  // Asked for whenever nobody uses it for a moment; the pool lives as long as this program.
  { release: () => {} },
);

/** @type {GraphileConfig.Preset} */
const preset = {
  extends: [PostGraphileAmberPreset],
  // Lets every column filter and order, not only indexed ones: the villages of today, in the office's order.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [
    {
      ...makePgService({
        pool,
        schemas: ['public'],
        pgSettings: ({ node }) => /** @type {any} */ ({ hash: sessionHash(node?.req.headers.cookie) }),
      }),
      adaptor: { createWithPgClient: () => inSession, makePgService },
    },
  ],
  grafserv: { graphqlPath: '/graphql', websockets: false, graphiql: false, watch: false },
  grafast: { explain: false },
};

const server = createServer();
const instance = postgraphile(preset).createServ(grafserv);
server.on('error', (error) => {
  throw error;
});
await instance.addTo(server);
announce(server);
