import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Client } from 'pg';
import { createWorld, type World } from '../../../../tests/kit/world.js';

let world: World;
let planId: string;

// The world's plan has one clause and eight targets; here it gets two more clauses and a task each.
beforeAll(async () => {
  world = await createWorld();
  const { rows } = await world.owner.query<{ id: string }>('select id from plan where is_active');
  planId = rows[0]!.id;
  await world.owner.query(
    `insert into plan_clause (commune_id, plan_id, code, parent_code, ordinal, kind, text, corrected_text)
     values ($1, $2, 'V', null, 3, 'PART', 'V. TỔ CHỨC THỰC HIỆN', null),
            ($1, $2, 'II.2.g', 'II.2', 2, 'ITEM', 'phần đầu 80%', 'phấn đấu 80%')`,
    [world.communeId, planId],
  );
  await world.owner.query(
    `insert into plan_task (commune_id, plan_id, clause_code, code, title, due_on, recurrence)
     values ($1, $2, 'V', 'BAO_CAO', 'Báo cáo quý', '2025-12-14', 'QUARTERLY'),
            ($1, $2, 'II.2', 'DI_TUNG_NGO', 'Đi từng ngõ, gõ từng nhà', null, 'CONTINUOUS')`,
    [world.communeId, planId],
  );
  await world.owner.query(
    `insert into plan_task_unit (commune_id, task_id, org_unit_id, is_lead)
     select $1, id, unit, unit = $3 from plan_task, unnest($2::integer[]) unit where code = 'BAO_CAO'`,
    [world.communeId, [world.units['UBND'], world.units['VHXH']], world.units['VHXH']],
  );
});
afterAll(() => world.close());

test('a visitor who has not signed in sees no plan', async () => {
  expect(await world.anonymous().refused('{ activePlan { title } }')).toBe('NOT_SIGNED_IN');
  expect(await world.anonymous().refused('{ planTargets { totalCount } }')).toBe('NOT_SIGNED_IN');
});

describe('the plan in force', () => {
  test('reads clause by clause, a slip of the pen beside its correction', async () => {
    const client = await world.as('chidao');
    const { activePlan } = await client.ask<{ activePlan: object }>(
      '{ activePlan { code isSample clauses { code parentCode kind text correctedText quantified } } }',
    );
    const plain = { parentCode: null, correctedText: null, quantified: true };
    expect(activePlan).toEqual({
      code: 'TH-2025',
      isSample: true,
      clauses: [
        { ...plain, code: 'II.2', kind: 'SECTION', text: 'Mục tiêu cụ thể' },
        {
          ...plain,
          code: 'II.2.g',
          parentCode: 'II.2',
          kind: 'ITEM',
          text: 'phần đầu 80%',
          correctedText: 'phấn đấu 80%',
        },
        { ...plain, code: 'V', kind: 'PART', text: 'V. TỔ CHỨC THỰC HIỆN' },
      ],
    });
  });

  test('gives its tasks in the order of its clauses, each with its organisations, the leading one first', async () => {
    const client = await world.as('totruong');
    const { plan } = await client.ask<{ plan: object }>(
      'query ($id: ID!) { plan(id: $id) { tasks { code dueOn recurrence units { isLead orgUnit { code } } } } }',
      { id: planId },
    );
    expect(plan).toEqual({
      tasks: [
        { code: 'DI_TUNG_NGO', dueOn: null, recurrence: 'CONTINUOUS', units: [] },
        {
          code: 'BAO_CAO',
          dueOn: '2025-12-14',
          recurrence: 'QUARTERLY',
          units: [
            { isLead: true, orgUnit: { code: 'VHXH' } },
            { isLead: false, orgUnit: { code: 'UBND' } },
          ],
        },
      ],
    });
  });

  test('wants "trên 80%" of two indicators and only follows two others', async () => {
    const client = await world.as('vanhoa');
    const { planTargets } = await client.ask<{
      planTargets: { totalCount: number; nodes: Record<string, unknown>[] };
    }>(
      `query ($plan: ID!) { planTargets(filter: { planId: { eq: $plan } }) { totalCount nodes {
        indicatorCode comparator targetPercent baselinePercent startsOn dueOn plan { code } } } }`,
      { plan: planId },
    );
    expect(planTargets.totalCount).toBe(8);
    const codes = (comparator: string | null) =>
      planTargets.nodes
        .filter((target) => target['comparator'] === comparator)
        .map((target) => target['indicatorCode']);
    expect(codes('GT')).toEqual(['EPAYMENT', 'SMARTPHONE']);
    expect(codes(null)).toEqual(['HEALTH_BOOK', 'VNEID_LEVEL2']);
    expect(planTargets.nodes[0]).toEqual({
      indicatorCode: 'HOUSEHOLD_SKILLS',
      comparator: 'GTE',
      targetPercent: 70,
      baselinePercent: 0,
      startsOn: '2025-10-01',
      dueOn: '2025-12-31',
      plan: { code: 'TH-2025' },
    });
  });

  test('shows each clause with its own tasks and targets, in as many statements for one clause as for three', async () => {
    const client = await world.as('vanhoa');
    const statements = jest.spyOn(Client.prototype, 'query');
    const { activePlan } = await client.ask<{ activePlan: { clauses: object[] } }>(
      '{ activePlan { clauses { code tasks { code } targets { ordinal } } } }',
    );
    const texts = statements.mock.calls.map(([statement]) => JSON.stringify(statement));
    const touched = (table: string) => texts.filter((text) => text.includes(`from \\"${table}\\"`));
    expect(touched('plan_task')).toHaveLength(1);
    expect(touched('plan_target')).toHaveLength(1);
    statements.mockRestore();
    expect(activePlan.clauses).toMatchObject([
      { code: 'II.2', tasks: [{ code: 'DI_TUNG_NGO' }] },
      { code: 'II.2.g', tasks: [], targets: [] },
      { code: 'V', tasks: [{ code: 'BAO_CAO' }], targets: [] },
    ]);
  });
});

test('plans are listed newest first; legal bases and recipients are lists of texts', async () => {
  const client = await world.as('vanhoa');
  await world.owner.query(
    `insert into plan (commune_id, code, title, year, starts_on, ends_on, legal_bases, recipients)
     values ($1, 'TH-2026', 'Kế hoạch 2026', 2026, '2026-01-15', '2026-12-31', '{"Căn cứ a, b;","Căn cứ \\"c\\";"}', '{Lưu: VT.}')`,
    [world.communeId],
  );
  const { plans } = await client.ask<{ plans: { nodes: object[] } }>(
    '{ plans { nodes { code isActive legalBases recipients } } }',
  );
  expect(plans.nodes).toEqual([
    {
      code: 'TH-2026',
      isActive: false,
      legalBases: ['Căn cứ a, b;', 'Căn cứ "c";'],
      recipients: ['Lưu: VT.'],
    },
    { code: 'TH-2025', isActive: true, legalBases: [], recipients: [] },
  ]);
});
