/** A refusal as a person meets it: what is wrong, said in two languages, and nothing half-written. */
import { expect } from '@jest/globals';
import type { Client } from './client.js';
import { countWritten } from './visit.js';
import type { World } from './world.js';

/** Sends what must be refused; gives the key of the refusal and, after it, "field key" for each wrong field. */
export async function refusalOf(
  world: World,
  client: Client,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<string[]> {
  const before = await countWritten(world);
  const { errors } = await client.send(query, variables);
  expect(await countWritten(world)).toEqual(before);
  const [error] = errors ?? [];
  if (!error) throw new Error('This was not refused');
  const { key, messages, fields, requestId } = error.extensions;
  expect(messages.vi).not.toBe('');
  expect(messages.en).not.toBe('');
  expect(messages.vi).not.toBe(messages.en);
  expect(error.message).toBe(messages.vi);
  expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
  return [key, ...fields.map((field) => `${field.path} ${field.key}`)];
}
