/** What tests of the ways in share: raw requests, codes of a second factor, and how long ago things were. */
import { generateSync } from 'otplib';
import { Client, type Answer } from '../../../../tests/kit/client.js';
import type { World } from '../../../../tests/kit/world.js';

export const password = 'một-mật-khẩu-thử';
export const signIn =
  'mutation ($login: String!, $password: String!) { signIn(login: $login, password: $password) { state login } }';
export const whoAmI = '{ me { state login positions { role } abilities { action } } }';

export interface Me {
  state: string;
  login: string | null;
  positions: { role: string }[];
  abilities: { action: string }[];
  viewingAs: { role: string; orgUnit: { name: string } } | null;
  confirmedUntil: string | null;
}

/** A request with any headers, as a script or an attacker sends it. */
export async function send<T>(
  { url }: World,
  query: string,
  { headers = {}, variables = {} }: { headers?: Record<string, string>; variables?: object } = {},
): Promise<{ status: number; cookie: string | null; answer: Answer<T> }> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return {
    status: response.status,
    cookie: response.headers.get('set-cookie')?.split(';')[0] ?? null,
    answer: (await response.json()) as Answer<T>,
  };
}

/** Who a cookie is. */
export async function whoIs(world: World, cookie: string): Promise<Me> {
  const { answer } = await send<{ me: Me }>(world, whoAmI, { headers: { cookie } });
  return answer.data.me;
}

export const fresh = (world: World, login: string, typed = password) =>
  Client.signIn(world.url, login, typed);

export async function me(client: Client): Promise<Me> {
  const asked = `{ me { state login confirmedUntil positions { role } viewingAs { role orgUnit { name } } abilities { action } } }`;
  return (await client.ask<{ me: Me }>(asked)).me;
}

/** The code that an authenticator app shows, now or some steps from now. */
export function codeOf(secret: string, stepsAhead = 0): string {
  return generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + stepsAhead * 30 });
}

/** Turns the second factor on by its first code; gives the secret and the recovery codes. */
export async function turnOnFactor(client: Client): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { beginSecondFactor } = await client.ask<{ beginSecondFactor: { secret: string } }>(
    'mutation { beginSecondFactor { secret } }',
  );
  const { secret } = beginSecondFactor;
  const { confirmSecondFactor } = await client.ask<{ confirmSecondFactor: { recoveryCodes: string[] } }>(
    'mutation ($code: String!) { confirmSecondFactor(code: $code) { recoveryCodes } }',
    { code: codeOf(secret) },
  );
  return { secret, recoveryCodes: confirmSecondFactor.recoveryCodes };
}

/** As if the caller's last proof of identity lay this long ago. */
export async function confirmedLongAgo({ owner }: World, login: string): Promise<void> {
  await owner.query(
    `update session set confirmed_at = now() - interval '11 minutes'
     where account_id = (select id from account where login = $1)`,
    [login],
  );
}

/** As if a quarter of an hour had gone by without an attempt. */
export async function forgetAttempts({ owner }: World): Promise<void> {
  await owner.query('delete from rate_limit');
}

/** The events of one type about an account, oldest first. */
export async function eventsOf({ owner }: World, type: string, login: string): Promise<object[]> {
  const { rows } = await owner.query<{ data: object }>(
    `select data from event where type = $1 and subject_id = (select id::text from account where login = $2) order by id`,
    [type, login],
  );
  return rows.map(({ data }) => data);
}
