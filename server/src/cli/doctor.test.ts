import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { testDatabase } from '../../../tests/kit/database.js';
import { createWorld, type World } from '../../../tests/kit/world.js';
import { examine } from './doctor.js';
import type { Finding } from './doctor-finding.js';
import { recompute } from './recompute.js';

let world: World;
let ownerUrl: string;
let home: string;

beforeAll(async () => {
  ({ ownerUrl } = await testDatabase());
  world = await createWorld({ env: { FACES: 'http' } });
  home = await world.home();
  await world.home({ village: 'TAY' });
  // As if a worker had been here: deadlines to come.
  await world.owner.query(
    `insert into due values ('recompute-commune', '2025-12-02', '2025-12-02T00:30:00+07:00')`,
  );
});

afterAll(() => world.close());

// Whatever a test spoils is right again before the next one.
beforeEach(async () => void (await recompute(ownerUrl)));

const look = () => examine(ownerUrl, { patienceMs: 50 });

/** What is not right, as 'verdict check'. */
const complaints = (findings: Finding[]) =>
  findings.filter(({ verdict }) => verdict !== 'ok').map(({ verdict, check }) => `${verdict} ${check}`);

async function spoil(text: string, values: unknown[] = []): Promise<Finding[]> {
  await world.owner.query(text, values);
  return look();
}

const detailsOf = (findings: Finding[], check: string) =>
  findings.find((each) => each.check === check)?.details;

describe('the doctor names', () => {
  const tampered: [string, string, string][] = [
    [
      'a value',
      `update indicator_value set numerator = 1 where indicator_code = 'HOUSEHOLDS_GUIDED' and org_unit_id = (select id from org_unit where code = 'DONG')`,
      'indicator_value DONG HOUSEHOLDS_GUIDED: numerator: 1 → 0',
    ],
    [
      'a value that is missing',
      `delete from indicator_value where indicator_code = 'SMARTPHONE' and org_unit_id = (select id from org_unit where code = 'TAY')`,
      'indicator_value TAY SMARTPHONE: thiếu / missing',
    ],
    [
      'a value that nothing gives',
      `insert into indicator_value (commune_id, plan_id, org_unit_id, indicator_code, numerator, denominator, formula_version, source, as_of)
       select commune_id, plan_id, org_unit_id, 'GHOST', 1, 2, 1, 'VISITS', as_of from indicator_value limit 1`,
      'GHOST: thừa / should not be there',
    ],
    [
      'a village’s activity',
      `update village_activity set visits_30_days = 7 where village_id = (select id from org_unit where code = 'DONG')`,
      'village_activity DONG: visits_30_days: 7 → 0',
    ],
    [
      'a home’s state',
      `update household_state set met_on = '2025-11-30' where village_id = (select id from org_unit where code = 'DONG')`,
      'met_on: "2025-11-30" → null',
    ],
  ];
  test.each(tampered)('%s that was changed by hand', async (_, text, told) => {
    const findings = await spoil(text);
    expect(complaints(findings)).toEqual(['fail values']);
    expect(detailsOf(findings, 'values')?.join('\n')).toContain(told);
    // Nothing was mended: the next look says the same.
    expect(detailsOf(await look(), 'values')).toEqual(detailsOf(findings, 'values'));
    if (text.includes('GHOST'))
      await world.owner.query(`delete from indicator_value where indicator_code = 'GHOST'`);
  });

  test('a home by its code', async () => {
    const { rows } = await world.owner.query<{ code: string }>('select code from household where id = $1', [
      home,
    ]);
    const findings = await spoil('delete from household_state where household_id = $1', [home]);
    expect(detailsOf(findings, 'values')).toContain(`household_state ${rows[0]?.code}: thiếu / missing`);
  });

  test('jobs that no worker takes', async () => {
    const findings = await spoil(
      `insert into outbox (job, payload) values ('roll-up-commune', '{"communeId": 1}')`,
    );
    expect(complaints(findings)).toEqual(['fail outbox']);
    expect(detailsOf(findings, 'outbox')).toEqual(['roll-up-commune: 1']);
    await world.owner.query('delete from outbox');
  });

  test('deadlines that passed', async () => {
    const findings = await spoil(
      `insert into due values ('sweep-flags', '2025-11-30', '2025-11-30T01:00:00+07:00')`,
    );
    expect(complaints(findings)).toEqual(['fail deadlines']);
    await world.owner.query(`delete from due where kind = 'sweep-flags'`);
  });

  test('a table that every commune sees', async () => {
    const findings = await spoil('alter table visit disable row level security');
    expect(complaints(findings)).toEqual(['fail row-security']);
    expect(detailsOf(findings, 'row-security')).toEqual(['visit']);
    await world.owner.query('alter table visit enable row level security');
  });

  test('a trigger that was switched off', async () => {
    const findings = await spoil('alter table household_village disable trigger follow_household_village');
    expect(complaints(findings)).toEqual(['fail keys']);
    await world.owner.query('alter table household_village enable trigger follow_household_village');
  });

  test('an assumed date where the data is real', async () => {
    const findings = await spoil('update commune set is_sample = false');
    expect(complaints(findings)).toEqual(['warn clock']);
    await world.owner.query('update commune set is_sample = true');
  });

  test('a clock that is gone', async () => {
    const { rows } = await world.owner.query('delete from business_clock returning *');
    const findings = await look();
    expect(findings.find(({ check }) => check === 'clock')?.verdict).toBe('fail');
    await world.owner.query(
      'insert into business_clock select * from jsonb_populate_record(null::business_clock, $1)',
      [JSON.stringify(rows[0])],
    );
  });
});

test('the doctor is content with what is right', async () => {
  expect(complaints(await look())).toEqual([]);
});

describe('recompute', () => {
  test('refuses a commune that is not there', async () => {
    await expect(recompute(ownerUrl, '00000')).rejects.toThrow(/no commune with the code 00000/);
  });

  test('mends what the doctor named, and says how long it took', async () => {
    expect(complaints(await spoil('update indicator_value set denominator = 9'))).toEqual(['fail values']);
    const done = await recompute(ownerUrl, '10993');
    expect(done).toMatchObject([{ code: '10993', hasPlan: true }]);
    expect(done[0]?.seconds).toBeGreaterThan(0);
    expect(complaints(await look())).toEqual([]);
  });
});
