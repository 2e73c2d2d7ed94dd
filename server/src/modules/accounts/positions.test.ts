import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import type { Client } from '../../../../tests/kit/client.js';
import { addNeighbour, type Neighbour } from '../../../../tests/kit/neighbour.js';
import { refusalOf } from '../../../../tests/kit/refusal.js';
import { createWorld, type World } from '../../../../tests/kit/world.js';
import { addPosition, endPosition, eventsOf, newPerson, nowhere } from './accounts.fixture.js';

let world: World;
let admin: Client;
let theirs: Neighbour;
let personId: string;
beforeAll(async () => {
  world = await createWorld({ env: { FACES: 'http' } });
  admin = await world.as('quantri');
  theirs = await addNeighbour(world.owner);
});
beforeEach(async () => void (personId = await newPerson(world, 'Lê Thị Việc')));
afterAll(() => world.close());

const office = (more: object = {}) => ({
  input: {
    personId,
    orgUnitId: String(world.units['VHXH']),
    role: 'OFFICE',
    validFrom: '2025-12-01',
    ...more,
  },
});
const give = async (more: object = {}) =>
  (await admin.ask<{ addPosition: { id: string } }>(addPosition, office(more))).addPosition;
const unit = (code: string) => String(world.units[code]);
const positionOf = async (login: 'quantri' | 'vanhoa') =>
  (
    await world.owner.query<{ id: string }>('select id from position where person_id = $1', [
      world.people[login],
    ])
  ).rows[0]!.id;

describe('a position that cannot be given', () => {
  test('by anybody but an administrator who has just proved who they are', async () => {
    for (const login of ['lanhdao', 'vanhoa', 'truongthon'] as const)
      expect(await (await world.as(login)).refused(addPosition, office())).toBe('NOT_ALLOWED');
    await world.owner.query(`update session set confirmed_at = now() - interval '11 minutes'`);
    expect(await admin.refused(addPosition, office())).toBe('CONFIRM_IDENTITY');
    expect(await admin.refused(endPosition, { id: nowhere, on: '2025-12-01' })).toBe('CONFIRM_IDENTITY');
    await world.owner.query('update session set confirmed_at = now()');
  });

  test('to oneself, not even by the only administrator', async () => {
    const own = office({ personId: world.people.quantri });
    expect(await refusalOf(world, admin, addPosition, own)).toEqual(['OWN_POSITION']);
  });

  test.each<[string, () => object, string[]]>([
    [
      'at an organisation that has no such role',
      () => ({ orgUnitId: unit('MTTQ') }),
      ['ROLE_NOT_AT_UNIT', 'input.orgUnitId ROLE_NOT_AT_UNIT'],
    ],
    [
      'in a team: that follows from its members',
      () => ({ role: 'TEAM_LEADER', orgUnitId: unit('DONG') }),
      ['ROLE_FROM_TEAM', 'input.role ROLE_FROM_TEAM'],
    ],
    [
      'in a village that was merged',
      () => ({ role: 'VILLAGE_HEAD', orgUnitId: unit('CU') }),
      ['UNIT_NOT_STANDING', 'input.orgUnitId UNIT_NOT_STANDING'],
    ],
    [
      'before the organisation was there',
      () => ({ validFrom: '2025-06-30' }),
      ['UNIT_NOT_STANDING', 'input.orgUnitId UNIT_NOT_STANDING'],
    ],
    [
      'that ends before it begins',
      () => ({ validTo: '2025-12-01' }),
      ['POSITION_DATES', 'input.validTo POSITION_DATES'],
    ],
    ['to nobody', () => ({ personId: nowhere }), ['NOT_FOUND']],
    ['to what is no person', () => ({ personId: 'vanhoa' }), ['NOT_FOUND']],
    ['to a person of another commune', () => ({ personId: theirs.personId }), ['NOT_FOUND']],
    [
      'at a village of another commune',
      () => ({ role: 'VILLAGE_HEAD', orgUnitId: String(theirs.villageId) }),
      ['NOT_FOUND'],
    ],
    ['with what is no field of it', () => ({ communeId: 1 }), ['QUERY_NOT_VALID']],
  ])('%s', async (_, more, expected) => {
    expect(await refusalOf(world, admin, addPosition, office(more()))).toEqual(expected);
  });

  test('twice in the same time, though it can be given again afterwards', async () => {
    await give({ validTo: '2025-12-10' });
    expect(await refusalOf(world, admin, addPosition, office({ validFrom: '2025-12-09' }))).toEqual([
      'POSITION_HELD',
    ]);
    await give({ validFrom: '2025-12-10' });
  });

  test('twice when two administrators give it at the same moment', async () => {
    const answers = await Promise.all([admin.send(addPosition, office()), admin.send(addPosition, office())]);
    expect(answers.flatMap(({ errors }) => errors ?? []).map(({ extensions }) => extensions.key)).toEqual([
      'POSITION_HELD',
    ]);
  });
});

describe('a person', () => {
  test('holds several positions, and may do what all of them allow from the next request on', async () => {
    const client = await world.newcomer({ login: 'nhieu.viec', role: 'COUNCIL_MEMBER', at: 'UBND' });
    expect(await client.refused('{ households { totalCount } }')).toBe('NOT_ALLOWED');
    const { me } = await client.ask<{ me: { person: { id: string } } }>('{ me { person { id } } }');
    const { id } = await give({ personId: me.person.id });
    await client.ask('{ households { totalCount } }');
    await admin.ask(endPosition, { id, on: '2025-12-01' });
    expect(await client.refused('{ households { totalCount } }')).toBe('NOT_ALLOWED');
  });

  test('was given a role by somebody, which is written down without a name', async () => {
    const { id } = await give();
    const written = (await eventsOf(world, 'PositionGiven')).at(-1);
    expect(written).toEqual({
      data: {
        positionId: id,
        personId,
        orgUnitId: world.units['VHXH'],
        role: 'OFFICE',
        validFrom: '2025-12-01',
        validTo: null,
      },
      detail: null,
      actor: world.people.quantri,
    });
  });
});

describe('a position', () => {
  test('does not end twice, before it began, or for another commune', async () => {
    const { id } = await give({ validFrom: '2025-11-01' });
    const end = (on: string, of = id) => refusalOf(world, admin, endPosition, { id: of, on });
    expect(await end('2025-10-31')).toEqual(['BEFORE_POSITION_START', 'on BEFORE_POSITION_START']);
    await admin.ask(endPosition, { id, on: '2025-12-01' });
    expect(await end('2025-12-01')).toEqual(['POSITION_OVER']);
    expect(await end('2025-12-01', nowhere)).toEqual(['NOT_FOUND']);
    const { rows } = await world.owner.query<{ id: string }>(
      `insert into position (commune_id, person_id, org_unit_id, role, valid_from) values ($1, $2, $3, 'VILLAGE_HEAD', '2025-07-01') returning id`,
      [theirs.communeId, theirs.personId, theirs.villageId],
    );
    expect(await end('2025-12-01', rows[0]!.id)).toEqual(['NOT_FOUND']);
  });

  test('ends on a day to come, can then end sooner and not later, and stays on record', async () => {
    const { id } = await give();
    await admin.ask(endPosition, { id, on: '2025-12-20' });
    expect(await refusalOf(world, admin, endPosition, { id, on: '2025-12-21' })).toEqual([
      'ENDS_SOONER_ALREADY',
      'on ENDS_SOONER_ALREADY',
    ]);
    const { endPosition: ended } = await admin.ask<{ endPosition: object }>(endPosition, {
      id,
      on: '2025-12-05',
    });
    expect(ended).toEqual({ id, validFrom: '2025-12-01', validTo: '2025-12-05' });
    const written = (await eventsOf(world, 'PositionEnded')).at(-1)!;
    expect(written.data).toMatchObject({
      positionId: id,
      before: { validTo: '2025-12-20' },
      after: { validTo: '2025-12-05' },
    });
  });

  test('is never deleted or rewritten, whatever the code says', async () => {
    const app = new pg.Client({ connectionString: world.env['DATABASE_URL'] });
    await app.connect();
    await app.query('select enter_job($1)', [world.communeId]);
    await app.query(`update position set valid_to = valid_to where role = 'OFFICE'`);
    for (const text of ['delete from position', `update position set role = 'ADMIN'`])
      await expect(app.query(text)).rejects.toThrow('permission denied for table');
    await app.end();
  });

  test('is listed with who holds it, by name and by what is asked', async () => {
    const list = `query ($filter: PositionFilter) { positions(filter: $filter) { totalCount nodes { role person { fullName } orgUnit { code } } } }`;
    const listed = await admin.ask(list, { filter: { search: 'tran dong' } });
    expect(listed).toEqual({
      positions: {
        totalCount: 1,
        nodes: [{ role: 'VILLAGE_HEAD', person: { fullName: 'Trần Văn Đông' }, orgUnit: { code: 'DONG' } }],
      },
    });
    const atTheirs = await admin.ask<{ positions: { totalCount: number } }>(list, {
      filter: { orgUnitId: { eq: String(theirs.villageId) } },
    });
    expect(atTheirs.positions.totalCount).toBe(0);
  });
});

describe('the last administrator', () => {
  const endAdmin = (client: Client, id: string, on = '2025-12-01') => client.send(endPosition, { id, on });
  const keys = (answers: { errors?: { extensions: { key: string } }[] }[]) =>
    answers.flatMap(({ errors }) => errors ?? []).map(({ extensions }) => extensions.key);

  test('does not lose the position, today or later', async () => {
    const id = await positionOf('quantri');
    expect(await refusalOf(world, admin, endPosition, { id, on: '2025-12-01' })).toEqual(['LAST_ADMIN']);
    expect(await refusalOf(world, admin, endPosition, { id, on: '2026-06-01' })).toEqual(['LAST_ADMIN']);
  });

  test('is still the last when the other one cannot come in, or leaves on a known day', async () => {
    const invited = await newPerson(world, 'Quản Trị Chưa Vào');
    await give({ personId: invited, role: 'ADMIN', orgUnitId: unit('UBND') });
    await give({
      personId: world.people.lanhdao,
      role: 'ADMIN',
      orgUnitId: unit('UBND'),
      validTo: '2026-06-01',
    });
    expect(keys([await endAdmin(admin, await positionOf('quantri'))])).toEqual(['LAST_ADMIN']);
  });

  test('is one of two who end each other’s position at the same moment', async () => {
    const second = await world.newcomer({ login: 'quantri.hai', role: 'ADMIN', at: 'UBND' });
    const { rows } = await world.owner.query<{ id: string }>(
      `select p.id from position p join account a using (person_id) where a.login = 'quantri.hai'`,
    );
    const answers = await Promise.all([
      endAdmin(admin, rows[0]!.id),
      endAdmin(second, await positionOf('quantri')),
    ]);
    expect(keys(answers)).toEqual(['LAST_ADMIN']);
  });
});
