import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { ChildProcess } from 'node:child_process';
import type { JobQueue } from '../../server/src/kernel/queue.js';
import {
  completed,
  holdRecompute,
  kill,
  queueOf,
  spawnWorker,
  storedFigure,
  untilIdle,
} from '../kit/jobs.js';
import { until } from '../kit/until.js';
import { aVisit, recordVisit } from '../kit/visit.js';
import { createWorld, type World } from '../kit/world.js';

let world: World;
let jobs: JobQueue;
let worker: ChildProcess;
let homes: string[];

beforeAll(async () => {
  world = await createWorld({ env: { FACES: 'http' } });
  jobs = queueOf(world);
  homes = [await world.home({ adults: 2 }), await world.home({ adults: 2 })];
  worker = await spawnWorker(world);
  await (await world.as('vanhoa')).ask('mutation { recomputeCommune }');
  await until({ what: 'the first figures' }, guided, (figure) => figure === '0/2');
  await untilIdle(world, jobs);
}, 60_000);
afterEach(() => kill(worker, 'SIGTERM'));
afterAll(async () => {
  await jobs.close();
  await world.close();
});

const guided = () => storedFigure(world, world.units['DONG']!, 'HOUSEHOLDS_GUIDED');
const count = async (text: string) => (await world.owner.query<{ count: number }>(text)).rows[0]!.count;

test('a job whose worker is killed in the middle is done by the next one, once in effect', async () => {
  const held = await holdRecompute(world, world.units['DONG']!);
  const member = await world.as('thanhvien');
  await member.ask(recordVisit, { input: aVisit(homes[0]!, { adultsWithSmartphone: 2 }) });
  await held.reached();
  await kill(worker, 'SIGKILL');
  expect(await guided()).toBe('0/2');
  await held.release();

  worker = await spawnWorker(world);
  // The queue notices after its lock of ten seconds that nobody works on the job any more.
  await until(
    { what: 'the job is done by the second worker', seconds: 40 },
    guided,
    (figure) => figure === '1/2',
  );
  await untilIdle(world, jobs);
  const history = `select count(*)::int as count from indicator_history h join org_unit u on u.id = h.org_unit_id
    where h.indicator_code = 'HOUSEHOLDS_GUIDED' and u.code`;
  expect(await count(`${history} = 'DONG'`)).toBe(1);
  expect(await count(`${history} = 'UBND' and h.numerator = 1 and h.denominator = 2`)).toBe(1);
  expect(
    await count(
      `select visits_30_days as count from village_activity a join org_unit u on u.id = a.village_id where u.code = 'DONG'`,
    ),
  ).toBe(1);
  expect(await count(`select count(*)::int as count from event where type = 'VisitRecorded'`)).toBe(1);
  expect(
    await count(
      `select count(*)::int as count from indicator_value v join org_unit u on u.id = v.org_unit_id where u.code = 'DONG'`,
    ),
  ).toBe(6);
  expect(await completed(jobs, 'recompute-village')).toBe(1);
}, 90_000);

test('a worker that is asked to stop finishes what runs', async () => {
  worker = await spawnWorker(world);
  const held = await holdRecompute(world, world.units['DONG']!);
  const member = await world.as('thanhvien');
  await member.ask(recordVisit, { input: aVisit(homes[1]!) });
  await held.reached();
  const ended = kill(worker, 'SIGTERM');
  await held.release();
  await ended;
  expect(worker.exitCode).toBe(0);
  expect(await guided()).toBe('2/2');
}, 60_000);
