import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import type { Client } from '../../../../tests/kit/client.js';
import { addNeighbour, type Neighbour } from '../../../../tests/kit/neighbour.js';
import { refusalOf } from '../../../../tests/kit/refusal.js';
import { until } from '../../../../tests/kit/until.js';
import { createWorld, type World } from '../../../../tests/kit/world.js';
import { accountOf, endPosition, eventsOf, newPerson, nowhere } from './accounts.fixture.js';

let world: World;
let office: Client;
let admin: Client;
let theirs: Neighbour;
beforeAll(async () => {
  world = await createWorld({ env: { FACES: 'http' } });
  [office, admin] = await Promise.all([world.as('vanhoa'), world.as('quantri')]);
  theirs = await addNeighbour(world.owner);
});
// Phạm Văn Hoá of the Office is away from the second to the fifth of December; Lê Chỉ Đạo, who sees no homes, stands in.
beforeEach(() => world.owner.query('delete from delegation'));
afterAll(() => world.close());

const delegate = `mutation ($input: DelegateInput!) { delegate(input: $input) {
  id role validFrom validTo reason endedAt isLive fromPerson { fullName } toPerson { fullName } orgUnit { code } createdBy { fullName } } }`;
const end = 'mutation ($id: ID!) { endDelegation(id: $id) { id endedAt isLive } }';
const list = '{ delegations { totalCount nodes { id isLive reason } } }';
const homes = '{ households { totalCount } }';

const input = (more: object = {}) => ({
  input: {
    toPersonId: world.people.chidao,
    orgUnitId: String(world.units['VHXH']),
    role: 'OFFICE',
    validFrom: '2025-12-02',
    validTo: '2025-12-06',
    reason: 'Đi học bồi dưỡng',
    ...more,
  },
});
const make = async (client: Client, more: object = {}) =>
  (await client.ask<{ delegate: { id: string } & Record<string, unknown> }>(delegate, input(more))).delegate;

async function itIs(day: string): Promise<void> {
  await admin.ask('mutation ($now: DateTime!) { setBusinessClock(now: $now) { assumed } }', {
    now: `${day}T08:00:00+07:00`,
  });
  await until(
    { what: `the business date to be ${day}` },
    () => admin.ask<{ me: { clock: { now: string } } }>('{ me { clock { now } } }'),
    ({ me }) => me.clock.now.startsWith(day),
  );
}

describe('a delegation that cannot be made', () => {
  test.each<[string, () => object, string[]]>([
    [
      'of a position that one does not hold',
      () => ({ role: 'SERVICE_CENTER', orgUnitId: String(world.units['TTPVHCC']) }),
      ['POSITION_NOT_HELD', 'input.role POSITION_NOT_HELD'],
    ],
    [
      'of a role at another organisation',
      () => ({ orgUnitId: String(world.units['UBND']) }),
      ['POSITION_NOT_HELD', 'input.role POSITION_NOT_HELD'],
    ],
    [
      'of a role in a team',
      () => ({ role: 'TEAM_LEADER', orgUnitId: String(world.units['DONG']) }),
      ['ROLE_FROM_TEAM', 'input.role ROLE_FROM_TEAM'],
    ],
    [
      'to oneself',
      () => ({ toPersonId: world.people.vanhoa }),
      ['DELEGATION_TO_ONESELF', 'input.toPersonId DELEGATION_TO_ONESELF'],
    ],
    [
      'from yesterday',
      () => ({ validFrom: '2025-11-30' }),
      ['DELEGATION_IN_PAST', 'input.validFrom DELEGATION_IN_PAST'],
    ],
    [
      'for no day at all',
      () => ({ validTo: '2025-12-02' }),
      ['DELEGATION_DATES', 'input.validTo DELEGATION_DATES'],
    ],
    [
      'for ninety-one days',
      () => ({ validTo: '2026-03-03' }),
      ['DELEGATION_TOO_LONG', 'input.validTo DELEGATION_TOO_LONG'],
    ],
    ['for no reason', () => ({ reason: ' ' }), ['ACCOUNT_REASON_EMPTY', 'input.reason ACCOUNT_REASON_EMPTY']],
    [
      'for somebody else',
      () => ({ fromPersonId: world.people.lanhdao, role: 'LEADER', orgUnitId: String(world.units['UBND']) }),
      ['NOT_ALLOWED'],
    ],
    ['to a person of another commune', () => ({ toPersonId: theirs.personId }), ['NOT_FOUND']],
    ['at an organisation of another commune', () => ({ orgUnitId: String(theirs.villageId) }), ['NOT_FOUND']],
    ['to nobody', () => ({ toPersonId: nowhere }), ['NOT_FOUND']],
  ])('%s', async (_, more, expected) => {
    expect(await refusalOf(world, office, delegate, input(more()))).toEqual(expected);
  });

  test('to somebody who has no account, or a disabled one', async () => {
    const without = await newPerson(world, 'Người Không Tài Khoản');
    const refused = ['DELEGATE_WITHOUT_ACCOUNT', 'input.toPersonId DELEGATE_WITHOUT_ACCOUNT'];
    expect(await refusalOf(world, office, delegate, input({ toPersonId: without }))).toEqual(refused);
    await world.owner.query(`update account set disabled_at = now() where login = 'mattran'`);
    const disabled = input({ toPersonId: world.people.mattran });
    expect(await refusalOf(world, office, delegate, disabled)).toEqual(refused);
    await world.owner.query(`update account set disabled_at = null where login = 'mattran'`);
  });

  test('by whoever holds no position that may be delegated', async () => {
    for (const login of ['chidao', 'thanhvien', 'totruong'] as const)
      expect(await (await world.as(login)).refused(delegate, input())).toBe('NOT_ALLOWED');
  });

  test('by an administrator for themself', async () => {
    const own = input({ fromPersonId: world.people.vanhoa, toPersonId: world.people.quantri });
    expect(await refusalOf(world, admin, delegate, own)).toEqual([
      'OWN_POSITION',
      'input.toPersonId OWN_POSITION',
    ]);
  });

  test('twice for the same days', async () => {
    await make(office);
    expect(
      await refusalOf(world, office, delegate, input({ validFrom: '2025-12-05', validTo: '2025-12-09' })),
    ).toEqual(['DELEGATION_MADE_ALREADY']);
  });
});

describe('a delegation', () => {
  test('lasts ninety days at most, and tells who, where, until when and why', async () => {
    expect(await make(office, { validTo: '2026-03-02' })).toMatchObject({
      role: 'OFFICE',
      validFrom: '2025-12-02',
      validTo: '2026-03-02',
      reason: 'Đi học bồi dưỡng',
      endedAt: null,
      isLive: false,
      fromPerson: { fullName: 'Phạm Văn Hoá' },
      toPerson: { fullName: 'Lê Chỉ Đạo' },
      orgUnit: { code: 'VHXH' },
      createdBy: { fullName: 'Phạm Văn Hoá' },
    });
    const written = (await eventsOf(world, 'DelegationMade')).at(-1)!;
    expect(written.detail).toEqual({ after: { reason: 'Đi học bồi dưỡng' } });
    expect(JSON.stringify(written.data)).not.toMatch(/học|Hoá|Đạo/);
  });

  test('is arranged by an administrator for somebody who fell ill', async () => {
    const made = await make(admin, { fromPersonId: world.people.vanhoa, validFrom: '2025-12-01' });
    expect(made).toMatchObject({ isLive: true, createdBy: { fullName: 'Hoàng Quản Trị' } });
  });

  test('opens the work on its days and on no other, without any job', async () => {
    const deputy = await world.as('chidao');
    await make(office);
    for (const [day, opens] of [
      ['2025-12-01', false],
      ['2025-12-02', true],
      ['2025-12-05', true],
      ['2025-12-06', false],
    ] as const) {
      await itIs(day);
      const { errors } = await deputy.send(homes);
      expect([day, errors?.[0]?.extensions.key]).toEqual([day, opens ? undefined : 'NOT_ALLOWED']);
    }
    await itIs('2025-12-01');
  });

  test('is not handed on', async () => {
    const deputy = await world.as('chidao');
    await make(office, { validFrom: '2025-12-01' });
    await deputy.ask(homes);
    const further = input({ toPersonId: world.people.sokhcn, validFrom: '2025-12-01' });
    expect(await refusalOf(world, deputy, delegate, further)).toEqual([
      'POSITION_NOT_HELD',
      'input.role POSITION_NOT_HELD',
    ]);
    expect(await (await world.as('sokhcn')).refused(homes)).toBe('NOT_ALLOWED');
  });

  test('ended early closes the work at the next request, once', async () => {
    const deputy = await world.as('chidao');
    const { id } = await make(office, { validFrom: '2025-12-01' });
    await deputy.ask(homes);
    expect(await refusalOf(world, deputy, end, { id })).toEqual(['NOT_ALLOWED']);
    const { endDelegation: ended } = await office.ask<{ endDelegation: object }>(end, { id });
    expect(ended).toMatchObject({ id, isLive: false, endedAt: expect.any(String) as unknown });
    expect(await deputy.refused(homes)).toBe('NOT_ALLOWED');
    expect(await refusalOf(world, office, end, { id })).toEqual(['DELEGATION_OVER']);
    expect((await eventsOf(world, 'DelegationEnded')).at(-1)!.data).toMatchObject({ delegationId: id });
    await make(office, { validFrom: '2025-12-01' });
  });

  test('ends with the position that it is of', async () => {
    const deputy = await world.as('chidao');
    await world.newcomer({ login: 'vanhoa.hai', role: 'OFFICE', at: 'VHXH' });
    const { rows } = await world.owner.query<{ id: string; person_id: string }>(
      `select p.id, p.person_id from position p join account a using (person_id) where a.login = 'vanhoa.hai'`,
    );
    const { id } = await make(admin, { fromPersonId: rows[0]!.person_id, validFrom: '2025-12-01' });
    await deputy.ask(homes);
    await admin.ask(endPosition, { id: rows[0]!.id, on: '2025-12-01' });
    expect(await deputy.refused(homes)).toBe('NOT_ALLOWED');
    const { delegations } = await admin.ask<{ delegations: { nodes: { id: string; isLive: boolean }[] } }>(
      list,
    );
    expect(delegations.nodes).toEqual([expect.objectContaining({ id, isLive: false })]);
  });

  test('does not outlive the account of who does the work', async () => {
    const deputy = await world.newcomer({ login: 'phu.viec', role: 'STEERING_VIEWER', at: 'BCD' });
    const { me } = await deputy.ask<{ me: { person: { id: string } } }>('{ me { person { id } } }');
    await make(office, { toPersonId: me.person.id, validFrom: '2025-12-01' });
    await deputy.ask(homes);
    await admin.ask('mutation ($id: ID!) { disableAccount(id: $id, reason: "Nghỉ việc") { id } }', {
      id: await accountOf(world, 'phu.viec'),
    });
    expect(await deputy.refused(homes)).toBe('NOT_SIGNED_IN');
  });
});

describe('the list of delegations', () => {
  const seenBy = async (client: Client) =>
    (await client.ask<{ delegations: { totalCount: number } }>(list)).delegations.totalCount;

  test('shows each person their own, an administrator all, and a stranger none', async () => {
    expect(await world.anonymous().refused(list)).toBe('NOT_SIGNED_IN');
    const { id } = await make(office);
    expect(await seenBy(office)).toBe(1);
    expect(await seenBy(admin)).toBe(1);
    expect(await seenBy(await world.as('chidao'))).toBe(1);
    const leader = await world.as('lanhdao');
    expect(await seenBy(leader)).toBe(0);
    expect(await refusalOf(world, leader, end, { id })).toEqual(['NOT_FOUND']);
    const filtered = `query ($id: ID!) { delegations(filter: { fromPersonId: { eq: $id }, or: [{ isLive: { eq: false } }, { isLive: { eq: true } }] }) { totalCount } }`;
    expect(await leader.ask(filtered, { id: world.people.vanhoa })).toEqual({
      delegations: { totalCount: 0 },
    });
  });

  test('is closed to others in the database as well', async () => {
    const { id } = await make(office);
    const app = new pg.Client({ connectionString: world.env['DATABASE_URL'] });
    await app.connect();
    const seen = async (personId: string, walls: number, communeId = world.communeId) => {
      await app.query('select set_scope($1, false, null, false, null, $2, $3, null)', [
        communeId,
        walls,
        personId,
      ]);
      return (await app.query('select id from delegation')).rows;
    };
    expect(await seen(world.people.lanhdao, 1)).toEqual([]);
    expect(await seen(world.people.quantri, 2)).toEqual([{ id }]);
    expect(await seen(world.people.vanhoa, 0)).toEqual([{ id }]);
    expect(await seen(world.people.chidao, 0)).toEqual([{ id }]);
    expect(await seen(theirs.personId, 31, theirs.communeId)).toEqual([]);
    await expect(app.query('delete from delegation')).rejects.toThrow('permission denied for table');
    await app.end();
  });
});
