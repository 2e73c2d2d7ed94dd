import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Client } from '../../../../tests/kit/client.js';
import { refusalOf } from '../../../../tests/kit/refusal.js';
import { createWorld, type World } from '../../../../tests/kit/world.js';

let world: World;
let admin: Client;
beforeAll(async () => {
  world = await createWorld({ env: { FACES: 'http' } });
  admin = await world.as('quantri');
});
afterAll(() => world.close());

const addOrgUnit =
  'mutation ($input: AddOrgUnitInput!) { addOrgUnit(input: $input) { id code name validFrom validTo parent { code } } }';
const rename = 'mutation ($id: ID!, $name: String!) { renameOrgUnit(id: $id, name: $name) { name } }';
const village = (more: object) => ({ input: { kind: 'VILLAGE', code: 'MOI', name: 'Thôn Mới', ...more } });

describe('an organisation that cannot be entered', () => {
  test.each<[string, object, string[]]>([
    ['has a code that is taken', { code: 'DONG' }, ['ORG_UNIT_CODE_TAKEN']],
    ['has no name', { name: ' ' }, ['NAME_EMPTY', 'name NAME_EMPTY']],
    ['stands under nothing', { parentId: '0' }, ['NOT_FOUND']],
    ['stands under what is no number', { parentId: 'UBND' }, ['NOT_FOUND']],
    ['exists from a day that is none', { validFrom: '2025-02-30' }, ['QUERY_NOT_VALID']],
    ['is of no known kind', { kind: 'HAMLET' }, ['QUERY_NOT_VALID']],
  ])('%s', async (_, more, expected) => {
    expect(await refusalOf(world, admin, addOrgUnit, village(more))).toEqual(expected);
  });

  test('is renamed to nothing, or is not there', async () => {
    expect(await refusalOf(world, admin, rename, { id: String(world.units['TAY']), name: '' })).toEqual([
      'NAME_EMPTY',
      'name NAME_EMPTY',
    ]);
    expect(await refusalOf(world, admin, rename, { id: '0', name: 'Thôn Không' })).toEqual(['NOT_FOUND']);
  });
});

describe('an organisation', () => {
  test('stands under the People’s Committee from today unless told', async () => {
    const { addOrgUnit: unit } = await admin.ask<{ addOrgUnit: object }>(
      addOrgUnit,
      village({ name: ' Thôn Mới '.normalize('NFD') }),
    );
    expect(unit).toMatchObject({
      code: 'MOI',
      name: 'Thôn Mới',
      validFrom: '2025-12-01',
      validTo: null,
      parent: { code: 'UBND' },
    });
  });

  test('renamed leaves one event with both names; the same name again leaves none', async () => {
    const id = String(world.units['TAY']);
    for (const name of ['Thôn Tây Hồng', ' Thôn Tây Hồng ']) await admin.ask(rename, { id, name });
    const { rows } = await world.owner.query<{ data: object }>(
      `select data from event where type = 'OrgUnitRenamed'`,
    );
    expect(rows).toEqual([
      { data: { orgUnitId: world.units['TAY'], from: 'Thôn Tây', to: 'Thôn Tây Hồng' } },
    ]);
  });

  test('that was merged says what it became, and its successor stands', async () => {
    const { orgUnit } = await admin.ask<{ orgUnit: object }>(
      'query ($id: ID!) { orgUnit(id: $id) { validTo successors { code validTo } } }',
      { id: String(world.units['CU']) },
    );
    expect(orgUnit).toEqual({ validTo: '2025-09-01', successors: [{ code: 'DONG', validTo: null }] });
  });
});
