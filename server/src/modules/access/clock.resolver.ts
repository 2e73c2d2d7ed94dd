import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow, DateTime, type Context } from '../../kernel/index.js';
import { setBusinessClock } from './clock.service.js';
import { BusinessClockState } from './me.types.js';

@Resolver()
export class ClockResolver {
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
