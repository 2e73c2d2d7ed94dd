import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  Allow,
  defineList,
  findById,
  Fresh,
  may,
  personOf,
  type Context,
  type ListArgs,
} from '../../kernel/index.js';
import { Role } from '../access/index.js';
import { OrgUnit } from '../org/index.js';
import { Person } from '../people/index.js';
import { Delegation } from './delegation.entity.js';
import { delegate, endDelegation } from './delegation.service.js';
import { DelegateInput } from './position.inputs.js';

const delegations = defineList(Delegation, {
  name: 'Delegation',
  description: 'who stands in for whom, past and present',
  readers: 'signed-in',
  filter: {
    id: 'id',
    fromPersonId: 'id',
    toPersonId: 'id',
    orgUnitId: 'id',
    role: { enum: Role, name: 'Role' },
    validFrom: 'date',
    validTo: 'date',
    isLive: 'boolean',
  },
  order: ['validFrom', 'validTo', 'role', 'createdAt'],
  defaultOrder: { validFrom: 'desc' },
});

@Resolver(() => Delegation)
export class DelegationResolver {
  @Query(() => delegations.Page, {
    description:
      'Who stands in for whom, latest first: from and to the caller, or all for those who see accounts',
  })
  @Allow('signed-in')
  delegations(@Ctx() ctx: Context, @Args(() => delegations.Args) args: ListArgs) {
    if (may(ctx, 'account:read')) return delegations.run(ctx, args);
    const me = personOf(ctx.identity);
    return delegations.run(ctx, args, { $or: [{ fromPersonId: me }, { toPersonId: me }] });
  }

  @Mutation(() => Delegation, { description: 'Let somebody do the work of a position for some days' })
  @Allow('delegation:make')
  @Fresh()
  delegate(
    @Ctx() ctx: Context,
    @Arg('input', () => DelegateInput, { description: 'Whose position, to whom, from when to when, why' })
    input: DelegateInput,
  ) {
    return delegate(ctx, input);
  }

  @Mutation(() => Delegation, {
    description: 'End a delegation before its time; the next request is without it',
  })
  @Allow('delegation:make')
  endDelegation(@Ctx() ctx: Context, @Arg('id', () => ID, { description: 'The delegation' }) id: string) {
    return endDelegation(ctx, id);
  }

  @FieldResolver(() => Person, { description: 'Who holds the position' })
  fromPerson(@Ctx() ctx: Context, @Root() delegation: Delegation) {
    return findById(ctx, Person, delegation.fromPersonId);
  }

  @FieldResolver(() => Person, { description: 'Who does the work' })
  toPerson(@Ctx() ctx: Context, @Root() delegation: Delegation) {
    return findById(ctx, Person, delegation.toPersonId);
  }

  @FieldResolver(() => OrgUnit, { description: 'The organisation of the position' })
  orgUnit(@Ctx() ctx: Context, @Root() delegation: Delegation) {
    return findById(ctx, OrgUnit, delegation.orgUnitId);
  }

  @FieldResolver(() => Person, { description: 'Who arranged it' })
  createdBy(@Ctx() ctx: Context, @Root() delegation: Delegation) {
    return findById(ctx, Person, delegation.createdById);
  }
}
