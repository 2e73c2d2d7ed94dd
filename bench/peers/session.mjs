/**
 * What every peer does with a request before it answers, so that the comparison is of answers and not of doors:
 * the cookie's token, its SHA-256, and `enter_session`, which resolves it and puts the caller's scope into the
 * connection's settings, which row-level security reads. The same statement, prepared under a name, as the server.
 */
import { createHash } from 'node:crypto';
import pg from 'pg';

const COOKIE = /(?:^|;\s*)tungnha_session=([^;]+)/;

/** What the runner passes on. */
export const settings = {
  databaseUrl: needed('DATABASE_URL'),
  /** How far each role sees household rows, as the server passes it to `enter_session`. */
  roleReach: needed('ROLE_REACH'),
  /** The commune's business day. */
  today: needed('TODAY'),
  poolSize: Number(needed('DATABASE_POOL')),
};

/** Days and instants stay texts, counts become numbers, as in the server's pool. */
export function openPool() {
  const types = new pg.TypeOverrides();
  for (const oid of [1082, 1114, 1184]) types.setTypeParser(oid, (/** @type {string} */ text) => text);
  types.setTypeParser(20, Number);
  types.setTypeParser(1700, Number);
  return new pg.Pool({ connectionString: settings.databaseUrl, max: settings.poolSize, types });
}

/** @param {string | undefined} cookies the header @returns {Buffer | null} what the database keeps of the token */
export function sessionHash(cookies) {
  const token = cookies && COOKIE.exec(cookies)?.[1];
  return token ? createHash('sha256').update(token).digest() : null;
}

/**
 * @param {pg.PoolClient} client
 * @param {Buffer | null} hash
 * @returns {Promise<{ commune_id: number } | undefined>} who asks; undefined for nobody, who then sees no rows
 */
export async function enterSession(client, hash) {
  const { rows } = await client.query({
    name: 'enter_session',
    text: 'select * from enter_session($1, $2, $3, $4)',
    values: [hash, settings.roleReach, settings.today, '127.0.0.1'],
  });
  return rows[0];
}

/**
 * Listens on a free loopback port and tells the runner which.
 * @param {import('node:http').Server} server
 */
export function announce(server) {
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (address && typeof address === 'object') process.send?.({ port: address.port });
  });
}

/** @param {string} name */
function needed(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; the runner starts this program`);
  return value;
}
