import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Allow, type Context } from '../../kernel/index.js';
import { Alone } from './alone.js';
import type { ContextWithDoor } from './door.js';
import { foundCommune } from './founding.service.js';
import { meOf } from './me.js';
import { Me } from './me.types.js';
import { isSetupOpen } from './setup.service.js';
import { FoundCommuneInput, Setup } from './setup.types.js';

@Resolver()
export class SetupResolver {
  @Query(() => Setup, { description: 'Whether this installation waits for its first commune' })
  @Allow('anyone')
  async setup(@Ctx() { db }: Context): Promise<Setup> {
    return { isOpen: await isSetupOpen(db) };
  }

  @Mutation(() => Me, {
    description:
      'Found the first commune with its organisations, villages and administrator, who is then signed in; while nobody has an account',
  })
  @Allow('anyone')
  @Alone()
  async foundCommune(
    @Ctx() ctx: ContextWithDoor,
    @Arg('input', () => FoundCommuneInput, { description: 'The commune and its administrator' })
    input: FoundCommuneInput,
  ): Promise<Me> {
    await foundCommune(ctx, input);
    return meOf(ctx);
  }
}
