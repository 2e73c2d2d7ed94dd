import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createWorld, type World } from '../../../../tests/kit/world.js';

let world: World;
beforeAll(async () => void (world = await createWorld()));
afterAll(() => world.close());

// Before each test the team of the village Đông is its leader (Hoà) and one member (Bình), since it was set up.
beforeEach(async () => {
  await world.owner.query('delete from team_membership');
  await world.owner.query(
    `insert into team_membership (commune_id, team_id, village_id, person_id, role, valid_from)
     values ($1, $2, $3, $4, 'LEADER', '2025-08-26'), ($1, $2, $3, $5, 'MEMBER', '2025-08-26')`,
    [world.communeId, world.teamId, world.units['DONG'], world.people.totruong, world.people.thanhvien],
  );
});

const add = `mutation ($input: AddMemberInput!) { addMember(input: $input) {
  id role validFrom validTo decisionNumber decisionDate person { fullName } nominatedBy { code } team { id } } }`;
const change = `mutation ($id: ID!, $role: MembershipRole!, $from: LocalDate!, $number: String, $date: LocalDate) {
  changeMemberRole(id: $id, role: $role, from: $from, decisionNumber: $number, decisionDate: $date) {
    id role validFrom validTo decisionNumber decisionDate } }`;
const end = `mutation ($id: ID!, $on: LocalDate!, $number: String, $date: LocalDate) {
  endMembership(id: $id, on: $on, decisionNumber: $number, decisionDate: $date) { id validTo decisionNumber } }`;

const input = (more: Record<string, unknown> = {}) => ({
  teamId: world.teamId,
  personId: world.people.truongthon,
  role: 'MEMBER',
  validFrom: '2025-11-01',
  ...more,
});

async function newPerson(name: string): Promise<string> {
  const { rows } = await world.owner.query<{ id: string }>(
    `insert into person (commune_id, full_name, created_at) values ($1, $2, now()) returning id`,
    [world.communeId, name],
  );
  return rows[0]!.id;
}

async function membershipOf(login: 'totruong' | 'thanhvien'): Promise<string> {
  const { rows } = await world.owner.query<{ id: string }>(
    'select id from team_membership where person_id = $1 and valid_to is null',
    [world.people[login]],
  );
  return rows[0]!.id;
}

async function lastEvent(type: string) {
  const { rows } = await world.owner.query<{ data: Record<string, unknown>; actor_person_id: string }>(
    'select data, actor_person_id from event where type = $1 order by id desc limit 1',
    [type],
  );
  return rows[0];
}

test('a team leader does not choose the members of their own team', async () => {
  const client = await world.as('totruong');
  expect(await client.refused(add, { input: input() })).toBe('NOT_ALLOWED');
  expect(await client.refused(end, { id: await membershipOf('thanhvien'), on: '2025-12-01' })).toBe(
    'NOT_ALLOWED',
  );
});

describe('taking people into a team', () => {
  test('a second leader is refused, and told what to do first', async () => {
    const client = await world.as('vanhoa');
    const { errors } = await client.send(add, { input: input({ role: 'LEADER' }) });
    expect(errors![0]!.extensions).toMatchObject({ code: 'CONFLICT', key: 'TEAM_HAS_LEADER' });
    expect(errors![0]!.extensions.messages.vi).toContain('thôi giữ chức');
    expect(errors![0]!.extensions.messages.en).toContain('End the old leader’s term');
  });

  test('a leader of the past does not overlap one who came before them', async () => {
    const client = await world.as('vanhoa');
    expect(await client.refused(add, { input: input({ role: 'LEADER', validFrom: '2025-08-26' }) })).toBe(
      'TEAM_HAS_LEADER',
    );
  });

  test('nobody is in a team twice', async () => {
    const client = await world.as('vanhoa');
    expect(await client.refused(add, { input: input({ personId: world.people.thanhvien }) })).toBe(
      'PERSON_IN_TEAM',
    );
  });

  test('a third deputy is refused, even when two are asked for at the same moment', async () => {
    const client = await world.as('vanhoa');
    const people = await Promise.all(['Lê Một', 'Lê Hai', 'Lê Ba', 'Lê Bốn'].map(newPerson));
    const answers = await Promise.all(
      people.map((personId) => client.send(add, { input: input({ personId, role: 'DEPUTY' }) })),
    );
    const refused = answers.flatMap(({ errors }) => errors ?? []);
    expect(refused.map(({ extensions }) => extensions.key)).toEqual(['DEPUTIES_FULL', 'DEPUTIES_FULL']);
  });

  test('not as of tomorrow, and not with half a decision', async () => {
    const client = await world.as('vanhoa');
    expect(await client.refused(add, { input: input({ validFrom: '2025-12-02' }) })).toBe(
      'MEMBERSHIP_IN_FUTURE',
    );
    expect(await client.refused(add, { input: input({ decisionNumber: '1/QĐ' }) })).toBe(
      'DECISION_INCOMPLETE',
    );
  });

  test('an unknown team, person or organisation is not found', async () => {
    const client = await world.as('vanhoa');
    const nowhere = '019ad000-0000-7000-8000-000000000001';
    expect(await client.refused(add, { input: input({ teamId: nowhere }) })).toBe('NOT_FOUND');
    expect(await client.refused(add, { input: input({ personId: nowhere }) })).toBe('NOT_FOUND');
    expect(await client.refused(add, { input: input({ nominatedById: '999999' }) })).toBe('NOT_FOUND');
  });

  test('the Office takes in a member whom the Front proposed, by decision', async () => {
    const client = await world.as('vanhoa');
    const decision = { decisionNumber: '512/QĐ-UBND', decisionDate: '2025-10-30' };
    const { addMember } = await client.ask<{ addMember: { id: string } }>(add, {
      input: input({ nominatedById: String(world.units['MTTQ']), ...decision }),
    });
    expect(addMember).toMatchObject({
      role: 'MEMBER',
      validFrom: '2025-11-01',
      validTo: null,
      person: { fullName: 'Trần Văn Đông' },
      nominatedBy: { code: 'MTTQ' },
      team: { id: world.teamId },
      ...decision,
    });
    expect(await lastEvent('MemberAdded')).toMatchObject({
      actor_person_id: world.people.vanhoa,
      data: { membershipId: addMember.id, villageId: world.units['DONG'], role: 'MEMBER', ...decision },
    });
  });
});

describe('changing roles', () => {
  test('refuses the same role, a day before the role began, and one that is over', async () => {
    const client = await world.as('vanhoa');
    const id = await membershipOf('thanhvien');
    expect(await client.refused(change, { id, role: 'MEMBER', from: '2025-11-01' })).toBe('ROLE_UNCHANGED');
    expect(await client.refused(change, { id, role: 'DEPUTY', from: '2025-08-26' })).toBe(
      'NOT_AFTER_MEMBERSHIP_START',
    );
    await client.ask(change, { id, role: 'DEPUTY', from: '2025-11-01' });
    expect(await client.refused(change, { id, role: 'DEPUTY', from: '2025-11-15' })).toBe('MEMBERSHIP_OVER');
  });

  test('a member becomes deputy: the old row ends, a new one starts, nothing is overwritten', async () => {
    const client = await world.as('vanhoa');
    const id = await membershipOf('thanhvien');
    const { changeMemberRole } = await client.ask<{ changeMemberRole: object }>(change, {
      id,
      role: 'DEPUTY',
      from: '2025-11-10',
      number: '530/QĐ-UBND',
      date: '2025-11-07',
    });
    expect(changeMemberRole).toMatchObject({
      role: 'DEPUTY',
      validFrom: '2025-11-10',
      decisionNumber: '530/QĐ-UBND',
    });
    const { memberships } = await client.ask<{ memberships: { nodes: object[] } }>(
      `query ($person: ID!) { memberships(filter: { personId: { eq: $person } }, orderBy: [{ field: VALID_FROM }]) {
        nodes { role validFrom validTo } } }`,
      { person: world.people.thanhvien },
    );
    expect(memberships.nodes).toEqual([
      { role: 'MEMBER', validFrom: '2025-08-26', validTo: '2025-11-10' },
      { role: 'DEPUTY', validFrom: '2025-11-10', validTo: null },
    ]);
    expect((await lastEvent('MemberRoleChanged'))?.data).toMatchObject({
      endedMembershipId: id,
      from: 'MEMBER',
      to: 'DEPUTY',
    });
  });

  test('leadership passes on a day: the old leader steps down, then the new one takes over', async () => {
    const client = await world.as('vanhoa');
    const member = await membershipOf('thanhvien');
    expect(await client.refused(change, { id: member, role: 'LEADER', from: '2025-11-25' })).toBe(
      'TEAM_HAS_LEADER',
    );
    await client.ask(change, { id: await membershipOf('totruong'), role: 'MEMBER', from: '2025-11-25' });
    await client.ask(change, { id: member, role: 'LEADER', from: '2025-11-25' });
    const { team } = await client.ask<{ team: object }>(
      'query ($id: ID!) { team(id: $id) { leader { person { fullName } } } }',
      {
        id: world.teamId,
      },
    );
    expect(team).toEqual({ leader: { person: { fullName: 'Đặng Văn Bình' } } });
  });
});

test('a time in a team ends once; the decision that ended it is in the history', async () => {
  const client = await world.as('vanhoa');
  const { addMember } = await client.ask<{ addMember: { id: string } }>(add, { input: input() });
  const { id } = addMember;
  expect(await client.refused(end, { id, on: '2025-12-02' })).toBe('MEMBERSHIP_IN_FUTURE');
  const ending = { id, on: '2025-12-01', number: '600/QĐ-UBND', date: '2025-11-28' };
  const { endMembership } = await client.ask<{ endMembership: object }>(end, ending);
  expect(endMembership).toEqual({ id, validTo: '2025-12-01', decisionNumber: null });
  expect((await lastEvent('MembershipEnded'))?.data).toMatchObject({
    on: '2025-12-01',
    decisionNumber: '600/QĐ-UBND',
  });
  expect(await client.refused(end, ending)).toBe('MEMBERSHIP_OVER');
});
