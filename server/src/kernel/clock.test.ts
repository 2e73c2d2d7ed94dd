import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { testDatabase } from '../../../tests/kit/database.js';
import { until } from '../../../tests/kit/until.js';
import { addDays, addMonths, atVietnamTime, BusinessClock, daysBetween, vietnamDay } from './clock.js';

describe('a day in Vietnam', () => {
  test('ends with the last millisecond of the 14th, and the 15th is another day', () => {
    const last = new Date('2025-12-14T23:59:59.999+07:00');
    expect(vietnamDay(last)).toBe('2025-12-14');
    expect(vietnamDay(new Date(last.getTime() + 1))).toBe('2025-12-15');
    expect(atVietnamTime('2025-12-15', '00:00')).toEqual(new Date('2025-12-14T17:00:00Z'));
  });

  test('is not the day of Greenwich, whatever the server’s own zone', () => {
    expect(vietnamDay(new Date('2025-12-31T17:00:00Z'))).toBe('2026-01-01');
    expect(atVietnamTime('2026-01-01', '00:30').toISOString()).toBe('2025-12-31T17:30:00.000Z');
  });

  test('is counted on the calendar', () => {
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
    expect(addMonths('2025-01-31', 1)).toBe('2025-02-28');
    expect(daysBetween('2025-10-01', '2025-12-31')).toBe(91);
    expect(daysBetween('2025-12-02', '2025-12-01')).toBe(-1);
  });
});

describe('the business clock', () => {
  let owner: pg.Client;
  let pool: pg.Pool;
  let store: ConstructorParameters<typeof BusinessClock>[0];
  const anchor = new Date('2025-12-01T08:00:00+07:00');

  beforeAll(async () => {
    const { appUrl, ownerUrl } = await testDatabase();
    owner = new pg.Client({ connectionString: ownerUrl });
    await owner.connect();
    pool = new pg.Pool({ connectionString: appUrl, max: 4 });
    store = {
      system: async <R extends object>(text: string, values: unknown[]) =>
        (await pool.query(text, values)).rows as R[],
    };
  });
  afterAll(() => Promise.all([owner.end(), pool.end()]));

  const assume = (heartbeat: string) =>
    owner.query(
      `update business_clock set assumed = true, anchor_at = $1, heartbeat_at = clock_timestamp() - $2::interval`,
      [anchor, heartbeat],
    );
  beforeEach(() => assume('0 seconds'));

  async function started(): Promise<BusinessClock> {
    const clock = new BusinessClock(store);
    await clock.beat();
    return clock;
  }
  const secondsPast = (clock: BusinessClock) => (clock.now().getTime() - anchor.getTime()) / 1000;

  test('stood still while nothing ran: two hours later it is still the same minute', async () => {
    await assume('2 hours');
    const clock = await started();
    expect(clock.state.assumed).toBe(true);
    expect(secondsPast(clock)).toBeLessThan(5);
    expect(secondsPast(clock)).toBeGreaterThanOrEqual(0);
  });

  test('goes on through a restart of some seconds', async () => {
    await assume('20 seconds');
    expect(secondsPast(await started())).toBeGreaterThanOrEqual(20);
  });

  test('is one for all: a second process joins it, and neither moves the other’s time', async () => {
    await assume('1 day');
    const first = await started();
    const second = await started();
    expect(Math.abs(first.now().getTime() - second.now().getTime())).toBeLessThan(1_000);
    await first.beat();
    await second.beat();
    expect(Math.abs(first.now().getTime() - second.now().getTime())).toBeLessThan(1_000);
    expect(secondsPast(second)).toBeLessThan(10);
  });

  test('resumed by eight processes at once is resumed once', async () => {
    await assume('3 days');
    const clocks = await Promise.all(Array.from({ length: 8 }, started));
    const times = clocks.map((clock) => clock.now().getTime());
    expect(Math.max(...times) - Math.min(...times)).toBeLessThan(1_000);
    expect(secondsPast(clocks[0]!)).toBeLessThan(10);
  });

  test('ticks between its heartbeats', async () => {
    const clock = await started();
    const before = clock.now().getTime();
    await until({ what: 'the clock moves', seconds: 2 }, () => clock.now().getTime() > before);
    expect(vietnamDay(clock.now())).toBe('2025-12-01');
  });

  test('that is not assumed is the real time', async () => {
    await owner.query('update business_clock set assumed = false');
    const clock = await started();
    expect(clock.state).toEqual({ assumed: false, offsetMs: 0 });
    expect(Math.abs(clock.now().getTime() - Date.now())).toBeLessThan(50);
  });
});
