import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testDatabase } from '../../../tests/kit/database.js';
import { createWorld, type World } from '../../../tests/kit/world.js';
import { examine } from './doctor.js';
import { loadPlanFile } from './plan-load.js';
import { Refusal } from './refusal.js';

let world: World;
let ownerUrl: string;

beforeAll(async () => {
  ({ ownerUrl } = await testDatabase());
  world = await createWorld({ env: { FACES: 'http' } });
});

afterAll(() => world.close());

/** A small plan for next year that is right; each test spoils one thing in it. */
function plan() {
  return {
    code: 'TH-2026',
    title: 'Kế hoạch năm 2026',
    year: 2026,
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    clauses: [{ code: 'II', kind: 'SECTION', text: 'Mục tiêu cụ thể' }],
    tasks: [
      {
        code: 'LAM_MAU',
        clauseCode: 'II',
        title: 'Làm mẫu',
        units: [{ code: 'VHXH', isLead: true }, { kind: 'VILLAGE' }],
      },
    ],
    targets: [
      {
        indicatorCode: 'HOUSEHOLD_SKILLS',
        clauseCode: 'II',
        comparator: 'GTE',
        targetPercent: 75,
        dueOn: '2026-12-31',
      },
    ],
  };
}

type Plan = ReturnType<typeof plan>;

async function refusalOf(
  spoil: (plan: Plan) => void,
  options: { checkOnly?: boolean } = {},
): Promise<Refusal> {
  const file = plan();
  spoil(file);
  const load = loadPlanFile({ ownerUrl, communeCode: '10993', text: JSON.stringify(file), ...options });
  const error = await load.then(
    () => new Error('This was not refused'),
    (error: unknown) => error,
  );
  if (error instanceof Refusal) return error;
  throw error;
}

async function planCodes(): Promise<string[]> {
  const { rows } = await world.owner.query<{ code: string; active: boolean }>(
    'select code, is_active as active from plan order by code',
  );
  return rows.map(({ code, active }) => (active ? `${code} active` : code));
}

describe('a plan file is refused, with nothing loaded,', () => {
  test.each<[string, (plan: Plan) => void, string]>([
    [
      'for a clause that is not there',
      (p) => (p.tasks[0]!.clauseCode = 'X'),
      'tasks.0.clauseCode: Không có điều mục mã',
    ],
    [
      'for a comparator that is none',
      (p) => (p.targets[0]!.comparator = '≥'),
      'Hãy dùng một trong: GT, GTE.',
    ],
    [
      'for a unit that is not there',
      (p) => (p.tasks[0]!.units[0] = { code: 'XYZ', isLead: true }),
      'tasks.0.units.0.code: ',
    ],
    [
      'for a village that was merged',
      (p) => (p.tasks[0]!.units[0] = { code: 'CU', isLead: true }),
      'tasks.0.units.0.code: ',
    ],
    [
      'for a day that does not exist',
      (p) => (p.targets[0]!.dueOn = '2026-02-30'),
      'targets.0.dueOn: Ngày phải có thật',
    ],
    ['for a target of 0', (p) => (p.targets[0]!.targetPercent = 0), 'targets.0.targetPercent: Mức chỉ tiêu'],
    [
      'for a target of 101',
      (p) => (p.targets[0]!.targetPercent = 101),
      'targets.0.targetPercent: Mức chỉ tiêu',
    ],
    [
      'for an indicator that is not there',
      (p) => (p.targets[0]!.indicatorCode = 'LUCK'),
      'targets.0.indicatorCode: ',
    ],
  ])('%s', async (_, spoil, told) => {
    const { details } = await refusalOf(spoil);
    expect(details).toEqual([expect.stringContaining(told)]);
    // Both languages in one line.
    expect(details[0]).toContain(' / ');
    expect(await planCodes()).toEqual(['TH-2025 active']);
  });

  test('with all its mistakes at once', async () => {
    const { message, details } = await refusalOf((p) => {
      p.targets[0]!.targetPercent = 101;
      p.targets[0]!.comparator = 'LT';
      p.tasks[0]!.clauseCode = 'X';
    });
    expect(details).toHaveLength(3);
    expect(message).toMatch(/có 3 chỗ cần sửa[^]*has 3 mistakes/);
  });

  test('when it is no JSON, with the place', async () => {
    const load = loadPlanFile({ ownerUrl, communeCode: '10993', text: '{"code": }' });
    await expect(load).rejects.toThrow(/dòng 1[^]*line 1/);
  });

  test('when the commune has a plan of that code', async () => {
    const { message } = await refusalOf((p) => (p.code = 'TH-2025'), { checkOnly: true });
    expect(message).toMatch(/has a plan with the code TH-2025 already/);
  });

  test('for a commune that is not there', async () => {
    const load = loadPlanFile({ ownerUrl, communeCode: '00000', text: JSON.stringify(plan()) });
    await expect(load).rejects.toThrow(/no commune with the code 00000/);
  });
});

describe('a plan file that is right', () => {
  const load = (code: string, options: { activate?: boolean; checkOnly?: boolean }) =>
    loadPlanFile({ ownerUrl, communeCode: '10993', text: JSON.stringify({ ...plan(), code }), ...options });

  test('is only checked with --check', async () => {
    expect((await load('TH-2026', { checkOnly: true, activate: true })).code).toBe('TH-2026');
    expect(await planCodes()).toEqual(['TH-2025 active']);
  });

  test('is loaded beside the plan in force', async () => {
    await load('TH-2026', {});
    expect(await planCodes()).toEqual(['TH-2025 active', 'TH-2026']);
    const { rows } = await world.owner.query<{ units: string[] }>(
      `select array_agg(u.code order by u.code) as units from plan_task t
       join plan p on p.id = t.plan_id and p.code = 'TH-2026'
       join plan_task_unit w on w.task_id = t.id join org_unit u on u.id = w.org_unit_id`,
    );
    expect(rows[0]?.units).toEqual(['DONG', 'TAY', 'VHXH']);
  });

  test('takes the place of the plan in force with --activate, figures and all', async () => {
    await load('TH-2026b', { activate: true });
    expect(await planCodes()).toEqual(['TH-2025', 'TH-2026', 'TH-2026b active']);
    const findings = await examine(ownerUrl, { patienceMs: 10 });
    expect(findings.filter(({ check }) => check === 'values')).toMatchObject([{ verdict: 'ok' }]);
  });
});
