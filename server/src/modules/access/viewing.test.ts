import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createWorld, type World } from '../../../../tests/kit/world.js';
import { eventsOf, fresh, me } from './access.fixture.js';

let world: World;
beforeAll(async () => {
  world = await createWorld({ env: { FACES: 'http' } });
  await world.home();
});
afterAll(() => world.close());

const viewAs =
  'mutation ($role: Role!, $at: ID) { viewAs(role: $role, orgUnitId: $at) { viewingAs { role orgUnit { name } } abilities { action } } }';
const stop = 'mutation { stopViewing { viewingAs { role } login } }';
const homes = '{ households { totalCount nodes { id } } householdsAggregate { count } }';

describe('looking as another role', () => {
  test('is for those who may, and only at organisations of the commune', async () => {
    expect(await world.anonymous().refused(viewAs, { role: 'OFFICE' })).toBe('NOT_SIGNED_IN');
    for (const login of ['lanhdao', 'vanhoa', 'totruong'])
      expect(await (await fresh(world, login)).refused(viewAs, { role: 'TEAM_MEMBER' })).toBe('NOT_ALLOWED');
    const admin = await fresh(world, 'quantri');
    expect(await admin.refused(viewAs, { role: 'OFFICE', at: '999999' })).toBe('NOT_FOUND');
    expect(await admin.refused(viewAs, { role: 'OFFICE', at: 'x' })).toBe('NOT_FOUND');
    expect((await me(admin)).viewingAs).toBeNull();
  });

  test('shows the screens of that role without any row about homes', async () => {
    const admin = await fresh(world, 'quantri');
    expect(await admin.refused(homes)).toBe('NOT_ALLOWED');
    const { viewAs: seen } = await admin.ask<{
      viewAs: { viewingAs: object; abilities: { action: string }[] };
    }>(viewAs, {
      role: 'OFFICE',
    });
    expect(seen.viewingAs).toEqual({ role: 'OFFICE', orgUnit: { name: 'Phòng Văn hoá - Xã hội' } });
    const office = await me(await fresh(world, 'vanhoa'));
    expect(seen.abilities).toEqual(office.abilities);
    expect(await admin.ask(homes)).toEqual({
      households: { totalCount: 0, nodes: [] },
      householdsAggregate: [{ count: 0 }],
    });
    expect(await admin.refused('{ accounts { totalCount } }')).toBe('NOT_ALLOWED');
    expect((await me(admin)).login).toBe('quantri');
  });

  test.each([
    'mutation { addPerson(input: { fullName: "Người Lạ" }) { id } }',
    'mutation { setBusinessClock { assumed } }',
    'mutation { signOutEverywhere }',
    'mutation { beginSecondFactor { secret } }',
    'mutation { changePassword(current: "x", new: "y") { login } }',
    'mutation { viewAs(role: LEADER) { login } }',
  ])('changes nothing: %s', async (mutation) => {
    const admin = await fresh(world, 'quantri');
    await admin.ask(viewAs, { role: 'OFFICE' });
    expect(['VIEWING_ONLY', 'NOT_ALLOWED']).toContain(await admin.refused(mutation));
    expect(await admin.refused('mutation { addPerson(input: { fullName: "Người Lạ" }) { id } }')).toBe(
      'VIEWING_ONLY',
    );
  });

  test('ends when one says so, and is written down from beginning to end', async () => {
    const admin = await fresh(world, 'quantri');
    const before = (await eventsOf(world, 'ViewingStarted', 'quantri')).length;
    await admin.ask(viewAs, { role: 'VILLAGE_HEAD', at: String(world.units['TAY']) });
    expect((await me(admin)).viewingAs).toEqual({ role: 'VILLAGE_HEAD', orgUnit: { name: 'Thôn Tây' } });
    expect(await admin.ask(stop)).toEqual({ stopViewing: { viewingAs: null, login: 'quantri' } });
    expect((await me(admin)).abilities).toContainEqual({ action: 'account:manage' });
    expect((await eventsOf(world, 'ViewingStarted', 'quantri')).slice(before)).toMatchObject([
      { role: 'VILLAGE_HEAD', orgUnitId: world.units['TAY'] },
    ]);
    const ended = (await eventsOf(world, 'ViewingEnded', 'quantri')).length;
    await admin.ask(stop);
    expect(await eventsOf(world, 'ViewingEnded', 'quantri')).toHaveLength(ended);
  });

  test('leaves the way out open', async () => {
    const admin = await fresh(world, 'quantri');
    await admin.ask(viewAs, { role: 'CITY_VIEWER' });
    expect(await admin.ask('mutation { confirmIdentity(password: "một-mật-khẩu-thử") { login } }')).toEqual({
      confirmIdentity: { login: 'quantri' },
    });
    expect((await me(admin)).viewingAs).toMatchObject({ role: 'CITY_VIEWER' });
    expect(await admin.ask('mutation { signOut }')).toEqual({ signOut: true });
    // A new session is one's own again.
    expect((await me(await fresh(world, 'quantri'))).viewingAs).toBeNull();
  });

  test('stops by itself when the right to look is gone', async () => {
    const admin = await fresh(world, 'quantri');
    await admin.ask(viewAs, { role: 'OFFICE' });
    await world.owner.query(`update position set valid_to = '2025-12-01' where person_id = $1`, [
      world.people.quantri,
    ]);
    expect(await me(admin)).toMatchObject({ viewingAs: null, abilities: [] });
    await world.owner.query('update position set valid_to = null where person_id = $1', [
      world.people.quantri,
    ]);
  });
});
