/**
 * A caller of the API.
 *
 * @typedef {{ url: string, cookie: string }} Caller
 */

/** A request that takes longer has failed. */
const PATIENCE_MS = 30_000;

/** @param {{ url: string, login: string, password: string }} options @returns {Promise<Caller>} */
export async function signIn({ url, login, password }) {
  const query =
    'mutation SignIn($login: String!, $password: String!) { signIn(login: $login, password: $password) { login } }';
  const response = await post({ url, cookie: '' }, { query, variables: { login, password } });
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (!cookie) throw new Error(`${login} could not sign in: ${await response.text()}`);
  await response.arrayBuffer();
  return { url, cookie };
}

/**
 * Sends an operation that must succeed.
 * @param {Caller} caller @param {string} query @param {Record<string, unknown>} [variables] @returns {Promise<any>} its data
 */
export async function ask(caller, query, variables = {}) {
  const response = await post(caller, { query, variables });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors, null, 2));
  return data;
}

/** @param {Caller} caller */
export function headersOf({ cookie }) {
  return { 'content-type': 'application/json', cookie };
}

/** @param {Caller} caller @param {object} body */
function post(caller, body) {
  return fetch(`${caller.url}/graphql`, {
    method: 'POST',
    headers: headersOf(caller),
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
}
