import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, DateTime, findById, type Context } from '../../kernel/index.js';
import { Commune, OrgUnit } from '../org/index.js';
import { Person } from '../people/index.js';
import { noteSignIn, setBusinessClock, signIn, signOut } from './access.service.js';
import type { AbilityReach } from './me.types.js';
import { BusinessClockState, Me, type Ability, type MyPosition } from './me.types.js';
import type { Role } from './role.js';

/** What the HTTP face adds to the context: the session cookie. */
export interface Door {
  token: string | undefined;
  address: string;
  userAgent: string;
  sessionDays: number;
  setToken(token: string | null, expiresAt?: Date): void;
  /** Re-enters the current connection as the owner of this token. */
  enterAs(token: string | null): Promise<void>;
}
export type ContextWithDoor = Context & { door: Door };

@Resolver(() => Me)
export class AccessResolver {
  @Query(() => Me, { description: 'Who is asking; anonymous callers too' })
  @Allow('anyone')
  me(@Ctx() ctx: Context): Promise<Me> {
    return meOf(ctx);
  }

  @Mutation(() => Me, { description: 'Sign in; the session travels in a cookie that scripts cannot read' })
  @Allow('anyone')
  async signIn(
    @Ctx() ctx: ContextWithDoor,
    @Arg('login', () => String, { description: 'The login' }) login: string,
    @Arg('password', () => String, { description: 'The password' }) password: string,
  ): Promise<Me> {
    const { userAgent, address, sessionDays: days } = ctx.door;
    const { token, expiresAt } = await signIn(ctx, { login, password, userAgent, address, days });
    await ctx.door.enterAs(token);
    await noteSignIn(ctx);
    ctx.door.setToken(token, expiresAt);
    return meOf(ctx);
  }

  @Mutation(() => Boolean, { description: 'Sign out of this session' })
  @Allow('anyone')
  async signOut(@Ctx() ctx: ContextWithDoor): Promise<boolean> {
    await signOut(ctx, ctx.door.token);
    ctx.door.setToken(null);
    return true;
  }

  @Mutation(() => BusinessClockState, {
    description: 'Assume a business time, or return to the real one with null',
  })
  @Allow('clock:set')
  async setBusinessClock(
    @Ctx() ctx: Context,
    @Arg('now', () => DateTime, { nullable: true, description: 'The time to assume now' }) now?: Date,
  ): Promise<BusinessClockState> {
    await setBusinessClock(ctx, now ?? null);
    const offsetMs = now ? now.getTime() - Date.now() : 0;
    return { now: now ?? new Date(), assumed: now != null, offsetMs };
  }
}

async function meOf(ctx: Context): Promise<Me> {
  const { identity } = ctx;
  const units = await ctx.db.em.find(OrgUnit, {
    id: { $in: identity.positions.map((position) => position.orgUnitId) },
  });
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const positions = identity.positions.flatMap(({ role, orgUnitId }): MyPosition[] => {
    const orgUnit = byId.get(orgUnitId);
    return orgUnit ? [{ role: role as Role, orgUnit: { ...orgUnit, id: String(orgUnit.id) } }] : [];
  });
  return {
    person: identity.personId === null ? null : await findById(ctx, Person, identity.personId),
    login: identity.login,
    commune: identity.communeId === null ? null : await findById(ctx, Commune, identity.communeId),
    positions,
    abilities: identity.abilities.all().map(({ action, reach, orgUnitIds }): Ability => ({
      action,
      reach: reach as AbilityReach,
      orgUnitIds: orgUnitIds && [...orgUnitIds].map(String),
    })),
    clock: { now: ctx.now, assumed: ctx.clock.assumed, offsetMs: ctx.clock.offsetMs },
  };
}
