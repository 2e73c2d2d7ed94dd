import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { createLogger } from '../kernel/log.js';
import { OpenStreams, type OpenStream } from './open-streams.js';

let streams: OpenStreams;
let ended: string[];

beforeEach(() => {
  jest.useFakeTimers();
  streams = new OpenStreams(createLogger('silent'));
  ended = [];
});
afterEach(() => {
  streams.close();
  jest.useRealTimers();
});

const open = (accountId: string, mayStay: () => Promise<boolean>): OpenStream => {
  const stream = { accountId, mayStay, end: () => void ended.push(accountId) };
  streams.add(stream);
  return stream;
};

test('a stream whose session has expired ends within a minute, the others stay', async () => {
  let isExpired = false;
  open('bình', () => Promise.resolve(!isExpired));
  open('hoà', () => Promise.resolve(true));
  await jest.advanceTimersByTimeAsync(60_000);
  expect(ended).toEqual([]);
  isExpired = true;
  await jest.advanceTimersByTimeAsync(60_000);
  expect(ended).toEqual(['bình']);
});

test('a stream that cannot be asked is ended: nobody stays by an error', async () => {
  open('bình', () => Promise.reject(new Error('no database')));
  await streams.recheck('bình');
  expect(ended).toEqual(['bình']);
});

test('only the streams of the account are asked when it changes', async () => {
  open('bình', () => Promise.resolve(false));
  open('hoà', () => Promise.resolve(false));
  await streams.recheck('hoà');
  expect(ended).toEqual(['hoà']);
});

test('an account may hold thirty open, and another when one has left', () => {
  const all = Array.from({ length: 30 }, () => open('bình', () => Promise.resolve(true)));
  expect([streams.hasRoomFor('bình'), streams.hasRoomFor('hoà')]).toEqual([false, true]);
  streams.remove(all[0]!);
  expect(streams.hasRoomFor('bình')).toBe(true);
});
