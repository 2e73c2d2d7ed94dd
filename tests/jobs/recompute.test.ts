import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../kit/client.js';
import { completed, holdRecompute, queueOf, storedFigure, untilIdle } from '../kit/jobs.js';
import { until } from '../kit/until.js';
import { aVisit, recordVisit } from '../kit/visit.js';
import { createWorld, type World } from '../kit/world.js';
import type { JobQueue } from '../../server/src/kernel/queue.js';

const homesOfDong = 42;

let world: World;
let member: Client;
let jobs: JobQueue;
let homes: string[];
let dong: number;

// Forty-two homes of one adult, computed once: 0 of 42 have a smartphone.
beforeAll(async () => {
  world = await createWorld();
  jobs = queueOf(world);
  dong = world.units['DONG']!;
  homes = [];
  for (let i = 0; i < homesOfDong; i++) homes.push(await world.home({ adults: 1, citizens14: 1 }));
  await (await world.as('vanhoa')).ask('mutation { recomputeCommune }');
  await until({ what: 'the first figures' }, smartphones, (figure) => figure === `0/${homesOfDong}`);
  await untilIdle(world, jobs);
  member = await world.as('thanhvien');
});
afterAll(async () => {
  await jobs.close();
  await world.close();
});

const smartphones = () => storedFigure(world, dong, 'SMARTPHONE');
const visit = (home: string) => member.ask(recordVisit, { input: aVisit(home, { adultsWithSmartphone: 1 }) });

describe('the recompute of a village', () => {
  test('runs fewer times than there are visits in a burst, and counts them all', async () => {
    const before = await completed(jobs, 'recompute-village');
    await Promise.all(homes.slice(0, 20).map(visit));
    await until({ what: 'twenty smartphones' }, smartphones, (figure) => figure === '20/42');
    await untilIdle(world, jobs);
    const runs = (await completed(jobs, 'recompute-village')) - before;
    expect(runs).toBeGreaterThanOrEqual(1);
    expect(runs).toBeLessThanOrEqual(10);
  });

  test('that has read its figures already is followed by exactly one more for twenty visits that come meanwhile', async () => {
    const before = await completed(jobs, 'recompute-village');
    const held = await holdRecompute(world, dong);
    await visit(homes[20]!);
    await held.reached();
    await Promise.all(homes.slice(21, 41).map(visit));
    await until({ what: 'the relay has handed all over' }, async () => {
      const { rowCount } = await world.owner.query('select from outbox');
      return rowCount === 0;
    });
    expect(await smartphones()).toBe('20/42');
    await held.release();
    await until({ what: 'forty-one smartphones' }, smartphones, (figure) => figure === '41/42');
    await untilIdle(world, jobs);
    expect((await completed(jobs, 'recompute-village')) - before).toBe(2);
  });

  test('that fails leaves nothing half-written, and is tried again until it succeeds', async () => {
    // It writes figures first and the village's activity after them; the second step fails.
    await world.owner.query('revoke update on village_activity from tungnha_app');
    await visit(homes[41]!);
    await until({ what: 'two attempts have failed' }, async () => {
      const waiting = await jobs.queue.getJobs(['delayed', 'waiting', 'active']);
      return waiting.some((job) => job.name === 'recompute-village' && job.attemptsMade >= 2);
    });
    expect(await smartphones()).toBe('41/42');
    await world.owner.query('grant update on village_activity to tungnha_app');
    await until({ what: 'the figure after a retry' }, smartphones, (figure) => figure === '42/42');
  });

  test('is told to no dashboard and writes no row when nothing has changed', async () => {
    await untilIdle(world, jobs);
    const facts = 'select org_unit_id, indicator_code, as_of from indicator_value order by 1, 2';
    const before = (await world.owner.query(facts)).rows;
    await (await world.as('vanhoa')).ask('mutation { recomputeCommune }');
    const runs = await completed(jobs, 'recompute-commune');
    await until(
      { what: 'another recompute' },
      () => completed(jobs, 'recompute-commune'),
      (now) => now > runs,
    );
    expect((await world.owner.query(facts)).rows).toEqual(before);
  });
});
