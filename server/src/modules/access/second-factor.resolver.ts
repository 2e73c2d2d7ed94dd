import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, Fresh, type Context } from '../../kernel/index.js';
import { Alone } from './alone.js';
import type { ContextWithDoor } from './door.js';
import { meOf } from './me.js';
import { Role } from './role.js';
import {
  beginSecondFactor,
  confirmSecondFactor,
  ownSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
  securitySettings,
  setSecondFactorRoles,
} from './second-factor.service.js';
import {
  SecondFactorDone,
  SecondFactorSetup,
  SecondFactorState,
  SecuritySettings,
} from './second-factor.types.js';

@Resolver()
export class SecondFactorResolver {
  @Query(() => SecondFactorState, {
    description: 'The caller’s second factor; also for whoever must still set one up',
  })
  @Allow('anyone')
  mySecondFactor(@Ctx() ctx: Context): Promise<SecondFactorState> {
    return ownSecondFactor(ctx);
  }

  @Mutation(() => SecondFactorSetup, {
    description: 'Begin to set up a second factor; whoever is signed in must have proved lately who they are',
  })
  @Allow('anyone')
  beginSecondFactor(@Ctx() ctx: Context): Promise<SecondFactorSetup> {
    return beginSecondFactor(ctx);
  }

  @Mutation(() => SecondFactorDone, { description: 'Turn the second factor on by a first code' })
  @Allow('anyone')
  @Alone()
  async confirmSecondFactor(
    @Ctx() ctx: ContextWithDoor,
    @Arg('code', () => String, { description: 'Six digits of the authenticator app' }) code: string,
  ): Promise<SecondFactorDone> {
    const recoveryCodes = await confirmSecondFactor(ctx, code);
    return { recoveryCodes, me: await meOf(ctx) };
  }

  @Mutation(() => [String], {
    description: 'New recovery codes, shown only now; those of before stop working',
  })
  @Allow('signed-in')
  @Fresh()
  renewRecoveryCodes(@Ctx() ctx: Context): Promise<string[]> {
    return renewRecoveryCodes(ctx);
  }

  @Mutation(() => Boolean, { description: 'Turn one’s own second factor off' })
  @Allow('signed-in')
  @Fresh()
  async removeSecondFactor(@Ctx() ctx: Context): Promise<boolean> {
    await removeSecondFactor(ctx);
    return true;
  }

  @Query(() => SecuritySettings, { description: 'What the commune asks of those who sign in' })
  @Allow('security:manage')
  securitySettings(@Ctx() ctx: Context): Promise<SecuritySettings> {
    return securitySettings(ctx);
  }

  @Mutation(() => SecuritySettings, { description: 'Say which roles must have a second factor, from now on' })
  @Allow('security:manage')
  @Fresh()
  setSecondFactorRoles(
    @Ctx() ctx: Context,
    @Arg('roles', () => [Role], { description: 'All of them' }) roles: Role[],
  ): Promise<SecuritySettings> {
    return setSecondFactorRoles(ctx, roles);
  }
}
