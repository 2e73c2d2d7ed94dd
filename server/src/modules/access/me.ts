import { confirmedUntil, findById, type Context } from '../../kernel/index.js';
import { Commune, OrgUnit } from '../org/index.js';
import { Person } from '../people/index.js';
import { SignInState, type Ability, type AbilityReach, type Me, type MyPosition } from './me.types.js';
import type { Role } from './role.js';

/** The caller as they are now: after a sign-in that is somebody else than before. */
export async function meOf(ctx: Context): Promise<Me> {
  const { identity } = ctx;
  const positions = await positionsOf(ctx);
  return {
    state: stateOf(ctx),
    person: identity.personId === null ? null : await findById(ctx, Person, identity.personId),
    login: identity.login,
    commune: identity.communeId === null ? null : await findById(ctx, Commune, identity.communeId),
    positions,
    viewingAs: identity.viewing ? (positions[0] ?? null) : null,
    confirmedUntil: identity.pending === null ? confirmedUntil(identity) : null,
    abilities: identity.abilities.all().map(({ action, reach, orgUnitIds }): Ability => ({
      action,
      reach: reach as AbilityReach,
      orgUnitIds: orgUnitIds && [...orgUnitIds].map(String),
    })),
    clock: { now: ctx.now, assumed: ctx.clock.assumed, offsetMs: ctx.clock.offsetMs },
  };
}

function stateOf({ identity }: Context): SignInState {
  if (identity.kind === 'anonymous') return SignInState.NOBODY;
  return identity.pending === null ? SignInState.SIGNED_IN : SignInState[identity.pending];
}

async function positionsOf({ db, identity }: Context): Promise<MyPosition[]> {
  const units = await db.em.find(OrgUnit, {
    id: { $in: identity.positions.map((position) => position.orgUnitId) },
  });
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  return identity.positions.flatMap(({ role, orgUnitId }): MyPosition[] => {
    const orgUnit = byId.get(orgUnitId);
    return orgUnit ? [{ role: role as Role, orgUnit: { ...orgUnit, id: String(orgUnit.id) } }] : [];
  });
}
