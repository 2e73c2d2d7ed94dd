/**
 * What the superuser prepares and then leaves alone: two roles and one database.
 *
 * `tungnha_owner` owns the database and migrates it; `tungnha_app` serves, and row-level security binds it.
 */
import pg from 'pg';

export const OWNER = 'tungnha_owner';
export const APP = 'tungnha_app';
export const DATABASE = 'tungnha';

/**
 * @param {string} adminUrl
 * @param {{ owner: string, app: string }} passwords
 * @returns {Promise<void>}
 */
export async function ensureRoles(adminUrl, passwords) {
  await asAdmin(adminUrl, async (client) => {
    await ensureRole(client, OWNER, passwords.owner);
    await ensureRole(client, APP, passwords.app);
  });
}

/** @param {string} adminUrl @param {string} name @returns {Promise<boolean>} whether it was created now */
export async function ensureDatabase(adminUrl, name) {
  return asAdmin(adminUrl, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount) return false;
    await createDatabase(client, name, 'template0');
    return true;
  });
}

/** A copy has no grants of its template's, so they are given here. @param {pg.Client} client @param {string} name @param {string} template */
export async function createDatabase(client, name, template) {
  await client.query(`create database ${name} owner ${OWNER} template ${template}`);
  await client.query(`revoke all on database ${name} from public`);
  // Temporary tables hold the set-based recomputations.
  await client.query(`grant connect, temporary on database ${name} to ${APP}`);
}

/**
 * @template T
 * @param {string} adminUrl
 * @param {(client: pg.Client) => Promise<T>} work
 */
export async function asAdmin(adminUrl, work) {
  const client = new pg.Client({ connectionString: adminUrl });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** @param {pg.Client} client @param {string} role @param {string} password */
async function ensureRole(client, role, password) {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
  if (!rowCount) await client.query(`create role ${role}`);
  // Every time: the file in .data/ is the truth, and these attributes are the second wall.
  await client.query(
    `alter role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole noreplication
     password ${client.escapeLiteral(password)}`,
  );
}
