import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { openAttempts, type Attempts } from '../../server/src/kernel/attempts.js';
import { testDatabase } from '../kit/database.js';

// On PostgreSQL, and again on Redis when the stage says so.
const redisUrl = process.env['QUEUE_BACKEND'] === 'redis' ? process.env['REDIS_URL'] : undefined;
const limit = { most: 3, minutes: 15 };
let one: Attempts;
let other: Attempts;

beforeAll(async () => {
  const { appUrl: databaseUrl } = await testDatabase();
  const settings = { databaseUrl, redisUrl, prefix: `test-${randomBytes(6).toString('hex')}` };
  [one, other] = [openAttempts(settings), openAttempts(settings)];
  // Redis takes no command before it is connected, and until then each process would count for itself.
  await new Promise((resolve) => setTimeout(resolve, 300));
});
afterAll(() => Promise.all([one.close(), other.close()]));

const waits = async (attempts: Attempts, key: string, kind = 'TRY') =>
  (await attempts.take(kind, key, limit)).waitSeconds;

describe('attempts', () => {
  test('are counted by kind and key, by all processes together', async () => {
    expect([await waits(one, 'a'), await waits(other, 'a'), await waits(one, 'a')]).toEqual([0, 0, 0]);
    expect(await waits(other, 'a')).toBeGreaterThan(14 * 60);
    expect(await waits(one, 'b')).toBe(0);
    expect(await waits(one, 'a', 'OTHER')).toBe(0);
  });

  test('that come at once are not more than those that come one after the other', async () => {
    const taken = await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 ? one : other).take('TRY', 'at once', limit)),
    );
    expect(taken.filter(({ waitSeconds }) => waitSeconds === 0)).toHaveLength(3);
    expect(taken.filter(({ isFirstRefusal }) => isFirstRefusal)).toHaveLength(1);
  });

  test('that turned out well count for nothing', async () => {
    for (let round = 0; round < 10; round += 1) {
      expect(await waits(one, 'well')).toBe(0);
      await other.giveBack('TRY', 'well', limit);
    }
  });

  test('are forgotten after their window', async () => {
    const short = { most: 1, minutes: 1 / 60 };
    expect((await one.take('SHORT', 'a', short)).waitSeconds).toBe(0);
    expect((await one.take('SHORT', 'a', short)).waitSeconds).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect((await one.take('SHORT', 'a', short)).waitSeconds).toBe(0);
  });

  test('are counted for a key of any length and content', async () => {
    for (const key of ['x'.repeat(1_000_000), '\u0000', 'a:b', '']) expect(await waits(one, key)).toBe(0);
  });
});
