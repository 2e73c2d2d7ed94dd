import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allow, findById, Fresh, loader, type Context } from '../../kernel/index.js';
import { Person } from '../people/index.js';
import {
  findHeldParameter,
  historyOf,
  listParameters,
  setParameter,
  type HeldParameter,
} from './parameter.service.js';
import { Parameter, ParameterValue, SetParameterInput } from './parameter.types.js';

function shown({ definition, ...held }: HeldParameter): Parameter {
  const { key, title, unit } = definition;
  return Object.assign(new Parameter(), held, {
    key,
    title,
    unit: unit?.vi ?? null,
    unitEn: unit?.en ?? null,
  });
}

@Resolver(() => Parameter)
export class ParameterResolver {
  @Query(() => [Parameter], { description: 'What rules and laws set, with the values of today' })
  @Allow('parameter:read')
  async parameters(@Ctx() ctx: Context): Promise<Parameter[]> {
    return (await listParameters(ctx)).map(shown);
  }

  @Query(() => Parameter, { nullable: true, description: 'One parameter with its value of today' })
  @Allow('parameter:read')
  async parameter(
    @Ctx() ctx: Context,
    @Arg('key', () => String, { description: 'Its key' }) key: string,
  ): Promise<Parameter | null> {
    const held = await findHeldParameter(ctx, key);
    return held && shown(held);
  }

  @Mutation(() => Parameter, {
    description: 'Enter a value that holds from a day on; the one before ends on that day',
  })
  @Allow('parameter:manage')
  @Fresh()
  async setParameter(
    @Ctx() ctx: Context,
    @Arg('input', () => SetParameterInput, { description: 'The new value' }) input: SetParameterInput,
  ): Promise<Parameter> {
    return shown(await setParameter(ctx, input));
  }

  @FieldResolver(() => [ParameterValue], {
    description: 'Every value it had, has and will have, the latest first',
  })
  history(@Ctx() ctx: Context, @Root() { key }: Parameter) {
    return loader(ctx, historyOf, (keys: readonly string[]) => historyOf(ctx, keys)).load(key);
  }
}

@Resolver(() => ParameterValue)
export class ParameterValueResolver {
  @FieldResolver(() => Person, { nullable: true, description: 'Who entered it; null for a default' })
  enteredBy(@Ctx() ctx: Context, @Root() { enteredById }: ParameterValue) {
    return enteredById === null ? null : findById(ctx, Person, enteredById);
  }
}
