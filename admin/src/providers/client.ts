import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client/core';
import type { DocumentNode } from 'graphql';
import { toHttpError } from './errors';
import { onceConfirmed } from './identity';

/** The server refuses cookie-bearing requests that a foreign page could have sent: this header proves ours. */
export const requestHeaders = { 'apollo-require-preflight': 'true' };

/** A refused operation may come with status 400 or 401; its words are in the body, so let the client read it. */
const fetchReadingErrors: typeof fetch = async (input, init) => {
  const response = await fetch(input, init);
  if (response.ok) return response;
  const text = await response.text();
  const status = text.startsWith('{"errors"') ? 200 : response.status;
  return new Response(text, { status, headers: response.headers });
};

export const client = new ApolloClient<unknown>({
  link: new HttpLink({
    uri: '/graphql',
    credentials: 'same-origin',
    headers: requestHeaders,
    fetch: fetchReadingErrors,
  }),
  cache: new InMemoryCache(),
});

export async function query<Data>(
  document: DocumentNode,
  variables?: Record<string, unknown>,
): Promise<Data> {
  try {
    const { data } = await client.query<Data>({ query: document, variables, fetchPolicy: 'no-cache' });
    return data;
  } catch (error) {
    throw toHttpError(error);
  }
}

async function send<Data>(document: DocumentNode, variables?: Record<string, unknown>): Promise<Data> {
  try {
    const { data } = await client.mutate<Data>({ mutation: document, variables, fetchPolicy: 'no-cache' });
    return data as Data;
  } catch (error) {
    throw toHttpError(error);
  }
}

/** Changes something. Where the server wants a proof of who is asking, the person is asked and the change sent again. */
export function mutate<Data>(document: DocumentNode, variables?: Record<string, unknown>): Promise<Data> {
  return onceConfirmed(() => send<Data>(document, variables));
}
