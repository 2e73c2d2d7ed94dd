/** The world on a running server, and a way in for every caller of the oracle. */
import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { serve } from '../kit/server.js';
import type { Caller } from './caller.js';
import type { World } from './facts.js';
import { load } from './load.js';
import type { Row } from './model.js';
import type { Verdict } from './oracle.js';
import { makeWorld } from './world.js';
import { keyText } from './world-access.js';

export interface Answer {
  data: Row | null;
  /** The key of the first problem, or null when there was none. */
  key: string | null;
}

export interface Stage {
  world: World;
  url: string;
  owner: pg.Pool;
  /** `anew`: in a session of its own, for what ends sessions. */
  ask: (caller: Caller, document: string, variables?: Row, how?: { anew?: boolean }) => Promise<Answer>;
  /** What a browser or a script of this caller sends along. */
  headersOf: (caller: Caller) => Promise<Record<string, string>>;
  /** Everybody comes in anew from now on. */
  forgetSessions: () => void;
  close: () => Promise<void>;
}

interface Problems {
  data?: Row | null;
  errors?: { message: string; extensions?: { key?: string; code?: string } }[];
}

export async function openStage(env: Record<string, string> = {}): Promise<Stage> {
  const world = makeWorld();
  const { url, owner, close } = await serve({
    fill: (owner, passwordHash) => load(owner, world, passwordHash),
    env: { DATABASE_POOL: '8', ...env },
  });
  const doors = new Map<string, Promise<Record<string, string>>>();
  const headersOf = (caller: Caller) => {
    const known = doors.get(caller.name) ?? enter(owner, world, caller);
    doors.set(caller.name, known);
    return known;
  };
  return {
    world,
    url,
    owner,
    close,
    headersOf,
    forgetSessions: () => doors.clear(),
    async ask(caller, document, variables = {}, { anew = false } = {}) {
      const headers = anew ? await enter(owner, world, caller) : await headersOf(caller);
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query: document, variables }),
      });
      const { data, errors } = (await response.json()) as Problems;
      const [error] = errors ?? [];
      return {
        data: data ?? null,
        key: error ? (error.extensions?.key ?? error.extensions?.code ?? error.message) : null,
      };
    },
  };
}

const sha256 = (text: string) => createHash('sha256').update(text).digest();

/** Opens a session by SQL: thirty people who sign in at once are what the rate limits are against. */
async function enter(owner: pg.Pool, world: World, caller: Caller): Promise<Record<string, string>> {
  if (caller.state === 'nobody') return {};
  const account = world.account.find(({ personId }) => personId === caller.personId)!;
  const key = world.apiKey.find(
    ({ accountId, scopes }) => accountId === account.id && scopes === caller.scopes,
  );
  if (key) return { authorization: `Bearer ${keyText(account.login, key.name)}` };
  const [viewed] = caller.viewing ? caller.held : [];
  const token = randomBytes(32).toString('base64url');
  await owner.query(
    `insert into session (commune_id, account_id, token_hash, expires_at, view_as_role, view_as_unit_id, confirmed_at)
     values ($1, $2, $3, now() + interval '1 day', $4, $5, now() - $6::interval)`,
    [
      account.communeId,
      account.id,
      sha256(token),
      viewed?.role ?? null,
      viewed?.orgUnitId ?? null,
      caller.confirmed ? '0' : '1 hour',
    ],
  );
  return { cookie: `tungnha_session=${token}` };
}

const unordered = /(Aggregate|abilities|positions|skills|orgUnitIds|roles|changes)$/;

/** Equal for equal answers: what has no order of its own is sorted. */
export function canonical(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) {
    const inner = value.map((each: unknown) => canonical(each));
    return unordered.test(name)
      ? inner.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
      : inner;
  }
  if (value === null || typeof value !== 'object') return value;
  const sorted = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, inner]) => [key, canonical(inner, key)]));
}

const atOnce = 8;

/** Does it for each, some at a time; gives the results in the order of the items. */
export async function inTurns<T, R>(items: T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < items.length; index = next++) results[index] = await work(items[index]!);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

/** What came of a question, on one side or the other: the key of a refusal, or the data in canonical form. */
export const said = ({ data, key }: Answer): unknown => key ?? canonical(data);
export const foreseen = ({ refused, data }: Verdict): unknown => refused ?? canonical(data);

interface Pair {
  /** What was asked, for the message. */
  at: string;
  verdict: Verdict;
  answer: Answer;
}

/** The questions on which server and oracle differ, each with what both say. */
export function differences(pairs: Pair[]): string[] {
  return pairs.flatMap(({ at, verdict, answer }) => {
    const isSomething = verdict.data === 'something' && answer.key === null && answer.data !== null;
    const [server, oracle] = [said(answer), foreseen(verdict)].map((each) => JSON.stringify(each));
    return isSomething || server === oracle ? [] : [`${at}\n  server: ${server}\n  oracle: ${oracle}`];
  });
}

/** What became of a deed: an invitation tells it row by row, an empty file says it too. */
export function outcomeOf({ data, key }: Answer): string {
  const [answer] = Object.values(data ?? {}) as { created?: number; rows?: unknown }[];
  if (key === null && answer?.created === 0) return 'NOT_FOUND';
  return key ?? (answer?.rows === 0 ? 'NOTHING' : 'DONE');
}
