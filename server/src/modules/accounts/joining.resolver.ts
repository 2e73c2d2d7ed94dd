import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Allow, WhileViewing } from '../../kernel/index.js';
import { Alone, Me, meOf, type ContextWithDoor } from '../access/index.js';
import { InvitationGreeting } from './invitation.types.js';
import { acceptInvitation, checkInvitation } from './joining.service.js';

@Resolver()
export class JoiningResolver {
  // A mutation, so that no cache, prefetch or preview ever asks it.
  @Mutation(() => InvitationGreeting, {
    nullable: true,
    description: 'What a link is for; null when it cannot be used. Uses nothing up',
  })
  @Allow('anyone')
  @WhileViewing()
  @Alone()
  checkInvitation(
    @Ctx() ctx: ContextWithDoor,
    @Arg('token', () => String, { description: 'What stands after the # of the link' }) token: string,
  ): Promise<InvitationGreeting | null> {
    return checkInvitation(ctx, token);
  }

  @Mutation(() => Me, {
    description:
      'Set the password of a link’s account and sign in; works once, and ends every session of before',
  })
  @Allow('anyone')
  @WhileViewing()
  @Alone()
  async acceptInvitation(
    @Ctx() ctx: ContextWithDoor,
    @Arg('token', () => String, { description: 'What stands after the # of the link' }) token: string,
    @Arg('password', () => String, { description: 'The password they choose, of at least ten characters' })
    password: string,
  ): Promise<Me> {
    await acceptInvitation(ctx, token, password);
    return meOf(ctx);
  }
}
