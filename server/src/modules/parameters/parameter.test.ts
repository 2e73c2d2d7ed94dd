import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../../../../tests/kit/client.js';
import { refusalOf } from '../../../../tests/kit/refusal.js';
import { createWorld, type World } from '../../../../tests/kit/world.js';

let world: World;
let admin: Client;
let office: Client;

// Hoàng Quản Trị enters what laws set; everybody else reads it. Today is 1 December 2025.
beforeAll(async () => {
  world = await createWorld({ env: { FACES: 'http' } });
  [admin, office] = await Promise.all([world.as('quantri'), world.as('vanhoa')]);
});
afterAll(() => world.close());

interface Held {
  value: unknown;
  validFrom: string;
  validTo: string | null;
  isDefault: boolean;
  isConfirmed: boolean;
  legalBasis: string;
}
const held = 'value validFrom validTo isDefault isConfirmed legalBasis';
const one = `query ($key: String!) { parameter(key: $key) { key title { vi en } unit ${held} history { ${held} enteredBy { fullName } } } }`;
const set = `mutation ($input: SetParameterInput!) { setParameter(input: $input) { ${held} } }`;

const entry = (more: Record<string, unknown> = {}) => ({
  input: {
    key: 'holidays',
    value: { daysOff: [], workdays: [] },
    validFrom: '2026-01-01',
    legalBasis: 'Thông báo số 1/TB-BNV',
    ...more,
  },
});
const oneDay = (day: string) => ({
  daysOff: [{ day, name: 'Ngày hội của xã', confirmed: true }],
  workdays: [],
});
const read = async (client: Client, key = 'holidays') =>
  (await client.ask<{ parameter: (Held & { history: Held[] }) | null }>(one, { key })).parameter;

describe('a value is refused', () => {
  test('from those who only read', async () => {
    expect(await refusalOf(world, world.anonymous(), set, entry())).toEqual(['NOT_SIGNED_IN']);
    for (const login of ['vanhoa', 'lanhdao', 'sokhcn'] as const)
      expect(await refusalOf(world, await world.as(login), set, entry())).toEqual(['NOT_ALLOWED']);
    expect(await world.anonymous().refused(one, { key: 'holidays' })).toBe('NOT_SIGNED_IN');
  });

  test.each<[string, Record<string, unknown>, string[]]>([
    ['of nothing we know', { key: 'moon-phase' }, ['UNKNOWN_PARAMETER', 'input.key UNKNOWN_PARAMETER']],
    [
      'of another shape',
      { value: 3 },
      ['PARAMETER_VALUE_NOT_VALID', 'input.value PARAMETER_VALUE_NOT_VALID'],
    ],
    [
      'with more in it than it has',
      { value: { daysOff: [], workdays: [], nights: [] } },
      ['PARAMETER_VALUE_NOT_VALID', 'input.value PARAMETER_VALUE_NOT_VALID'],
    ],
    [
      'with a day that is none',
      { value: oneDay('2026-02-30') },
      ['PARAMETER_VALUE_NOT_VALID', 'input.value PARAMETER_VALUE_NOT_VALID'],
    ],
    [
      'without a basis',
      { legalBasis: '  ' },
      ['PARAMETER_WITHOUT_BASIS', 'input.legalBasis PARAMETER_WITHOUT_BASIS'],
    ],
  ])('%s', async (_, more, expected) => {
    expect(await refusalOf(world, admin, set, entry(more))).toEqual(expected);
  });

  test('from an administrator who has not proved lately who they are', async () => {
    await world.owner.query(`update session set confirmed_at = now() - interval '11 minutes'`);
    expect(await refusalOf(world, admin, set, entry())).toEqual(['CONFIRM_IDENTITY']);
    await world.owner.query('update session set confirmed_at = now()');
  });
});

describe('a parameter', () => {
  test('that nobody entered says that it is a default, and whether we know it to be the law', async () => {
    const { parameters } = await office.ask<{ parameters: (Held & { key: string })[] }>(
      `{ parameters { key ${held} } }`,
    );
    expect(parameters.length).toBeGreaterThanOrEqual(1);
    expect(parameters.every(({ isDefault, legalBasis }) => isDefault && legalBasis !== '')).toBe(true);
    expect(parameters.find(({ key }) => key === 'holidays')).toMatchObject({ isConfirmed: false });
    expect(await read(office, 'moon-phase')).toBeNull();
  });

  test('ends on the day from which a new value holds, and keeps every value it had', async () => {
    await admin.ask(set, entry({ value: oneDay('2026-12-01'), validFrom: '2026-01-01' }));
    await admin.ask(set, entry({ value: oneDay('2025-12-24'), validFrom: '2025-12-01', isConfirmed: false }));
    expect(await read(office)).toMatchObject({
      value: oneDay('2025-12-24'),
      validFrom: '2025-12-01',
      validTo: '2026-01-01',
      isDefault: false,
      isConfirmed: false,
      history: [
        {
          value: oneDay('2026-12-01'),
          validFrom: '2026-01-01',
          validTo: null,
          isDefault: false,
          enteredBy: { fullName: 'Hoàng Quản Trị' },
        },
        { value: oneDay('2025-12-24'), validFrom: '2025-12-01', validTo: '2026-01-01' },
        { validFrom: '2025-01-01', validTo: '2025-12-01', isDefault: true, enteredBy: null },
      ],
    });
    // The city reads it too, without the names of people.
    expect(await (await world.as('sokhcn')).refused(one, { key: 'holidays' })).toBe('NOT_ALLOWED');
  });

  test('takes one value a day, also when two come at once', async () => {
    expect(await refusalOf(world, admin, set, entry({ validFrom: '2026-01-01' }))).toEqual([
      'PARAMETER_DAY_TAKEN',
    ]);
    const answers = await Promise.all(
      [1, 2, 3].map(() => admin.send(set, entry({ value: oneDay('2027-03-01'), validFrom: '2027-01-01' }))),
    );
    const keys = answers.map(({ errors }) => errors?.[0]?.extensions.key ?? 'entered');
    expect(keys.toSorted()).toEqual(['PARAMETER_DAY_TAKEN', 'PARAMETER_DAY_TAKEN', 'entered']);
  });

  test('tells who entered what in place of what', async () => {
    const { rows } = await world.owner.query(
      `select d.detail from event e join event_detail d on d.event_id = e.id
       where e.type = 'ParameterSet' and e.data ->> 'validFrom' = '2025-12-01'`,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      detail: {
        before: { legalBasis: expect.stringContaining('45/2019/QH14') },
        after: { value: oneDay('2025-12-24') },
      },
    });
  });

  test('is never overwritten or deleted, whatever the application’s code says', async () => {
    const { rows } = await world.owner.query(
      `select privilege_type, coalesce(column_name, '') as column from information_schema.column_privileges
       where grantee = 'tungnha_app' and table_name = 'parameter' and privilege_type = 'UPDATE'
       union all select privilege_type, '' from information_schema.role_table_grants
       where grantee = 'tungnha_app' and table_name = 'parameter' and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')`,
    );
    expect(rows).toEqual([{ privilege_type: 'UPDATE', column: 'valid_to' }]);
  });
});
