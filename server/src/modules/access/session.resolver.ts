import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, WhileViewing, type Context } from '../../kernel/index.js';
import type { ContextWithDoor } from './door.js';
import { meOf } from './me.js';
import { Me } from './me.types.js';
import { Role } from './role.js';
import { liveSessionsOf } from './session.queries.js';
import { endOtherSessions, endOwnSession, requireSession } from './session.service.js';
import { Session } from './session.types.js';
import { stopViewing, viewAs } from './viewing.service.js';

@Resolver(() => Session)
export class SessionResolver {
  @Query(() => [Session], { description: 'Where the caller is signed in, latest first' })
  @Allow('signed-in')
  async mySessions(@Ctx() ctx: Context): Promise<Session[]> {
    const [sessions] = await liveSessionsOf(ctx, [requireSession(ctx).accountId]);
    return sessions!;
  }

  @Mutation(() => Boolean, { description: 'End one of one’s own sessions' })
  @Allow('signed-in')
  async endSession(
    @Ctx() ctx: ContextWithDoor,
    @Arg('id', () => ID, { description: 'Its id' }) id: string,
  ): Promise<boolean> {
    await endOwnSession(ctx, id);
    return true;
  }

  @Mutation(() => Int, { description: 'End all of one’s own sessions but this one; gives how many' })
  @Allow('signed-in')
  signOutEverywhere(@Ctx() ctx: ContextWithDoor): Promise<number> {
    return endOtherSessions(ctx, 'ENDED_BY_OWNER');
  }

  @Mutation(() => Me, {
    description:
      'Look at the panel as another role sees it, without rows about homes and without changing anything',
  })
  @Allow('view:as')
  async viewAs(
    @Ctx() ctx: ContextWithDoor,
    @Arg('role', () => Role, { description: 'The role' }) role: Role,
    @Arg('orgUnitId', () => ID, {
      nullable: true,
      description: 'The organisation at which it is held; the first fitting one unless told',
    })
    orgUnitId?: string,
  ): Promise<Me> {
    await viewAs(ctx, role, orgUnitId);
    return meOf(ctx);
  }

  @Mutation(() => Me, { description: 'Look as oneself again' })
  @Allow('signed-in')
  @WhileViewing()
  async stopViewing(@Ctx() ctx: ContextWithDoor): Promise<Me> {
    await stopViewing(ctx);
    return meOf(ctx);
  }
}
