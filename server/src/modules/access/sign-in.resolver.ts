import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, WhileViewing, type Context } from '../../kernel/index.js';
import { Alone } from './alone.js';
import type { ContextWithDoor } from './door.js';
import { meOf } from './me.js';
import { Me } from './me.types.js';
import { changePassword, confirmIdentity } from './proof.service.js';
import { enterCode } from './second-factor.service.js';
import { signOut } from './session.service.js';
import { signIn } from './sign-in.service.js';

@Resolver(() => Me)
export class SignInResolver {
  @Query(() => Me, { description: 'Who is asking; anonymous callers too' })
  @Allow('anyone')
  me(@Ctx() ctx: Context): Promise<Me> {
    return meOf(ctx);
  }

  @Mutation(() => Me, {
    description:
      'Sign in; the session travels in a cookie that scripts cannot read. The state says whether a code is still missing',
  })
  @Allow('anyone')
  @WhileViewing()
  @Alone()
  async signIn(
    @Ctx() ctx: ContextWithDoor,
    @Arg('login', () => String, { description: 'The login' }) login: string,
    @Arg('password', () => String, { description: 'The password' }) password: string,
  ): Promise<Me> {
    await signIn(ctx, login, password);
    return meOf(ctx);
  }

  @Mutation(() => Me, {
    description: 'Give the code of the second factor, or a recovery code, after the password',
  })
  @Allow('anyone')
  @Alone()
  async enterCode(
    @Ctx() ctx: ContextWithDoor,
    @Arg('code', () => String, { description: 'Six digits, or a recovery code' }) code: string,
  ): Promise<Me> {
    await enterCode(ctx, code);
    return meOf(ctx);
  }

  @Mutation(() => Boolean, { description: 'Sign out of this session' })
  @Allow('anyone')
  @WhileViewing()
  async signOut(@Ctx() ctx: ContextWithDoor): Promise<boolean> {
    await signOut(ctx);
    ctx.door.setToken(null);
    return true;
  }

  @Mutation(() => Me, {
    description: 'Prove again who one is; decisions ask for it when the last proof is older than minutes',
  })
  @Allow('signed-in')
  @WhileViewing()
  @Alone()
  async confirmIdentity(
    @Ctx() ctx: ContextWithDoor,
    @Arg('password', () => String, { description: 'The password' }) password: string,
    @Arg('code', () => String, {
      nullable: true,
      description: 'The code of the second factor, or a recovery code, where there is a second factor',
    })
    code?: string,
  ): Promise<Me> {
    await confirmIdentity(ctx, password, code);
    return meOf(ctx);
  }

  @Mutation(() => Me, { description: 'Change one’s own password; all other sessions end' })
  @Allow('signed-in')
  @Alone()
  async changePassword(
    @Ctx() ctx: ContextWithDoor,
    @Arg('current', () => String, { description: 'The password until now' }) current: string,
    @Arg('new', () => String, { description: 'The new password, of at least ten characters' }) next: string,
  ): Promise<Me> {
    await changePassword(ctx, current, next);
    return meOf(ctx);
  }
}
