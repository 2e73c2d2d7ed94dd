import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  Allow,
  defineList,
  findById,
  Fresh,
  LocalDate,
  type Context,
  type ListArgs,
} from '../../kernel/index.js';
import { Role } from '../access/index.js';
import { OrgUnit } from '../org/index.js';
import { Person } from '../people/index.js';
import { Position } from './position.entity.js';
import { AddPositionInput } from './position.inputs.js';
import { addPosition, endPosition } from './position.service.js';

const positions = defineList(Position, {
  name: 'Position',
  description: 'roles of people at organisations, past and present',
  readers: 'account:read',
  personal: true,
  filter: {
    id: 'id',
    personId: 'id',
    orgUnitId: 'id',
    role: { enum: Role, name: 'Role' },
    validFrom: 'date',
    validTo: 'date',
  },
  order: ['personName', 'role', 'validFrom', 'validTo'],
  defaultOrder: { personName: 'asc', validFrom: 'asc' },
  search: 'personFolded',
});

@Resolver(() => Position)
export class PositionResolver {
  @Query(() => positions.Page, {
    description: 'Who holds and held which role where, by name; `search` looks into the names',
  })
  @Allow('account:read')
  positions(@Ctx() ctx: Context, @Args(() => positions.Args) args: ListArgs) {
    return positions.run(ctx, args);
  }

  @Mutation(() => Position, {
    description: 'Give a person a role at an organisation; nobody gives it to themself',
  })
  @Allow('position:manage')
  @Fresh()
  addPosition(
    @Ctx() ctx: Context,
    @Arg('input', () => AddPositionInput, { description: 'Who, what, where and since when' })
    input: AddPositionInput,
  ) {
    return addPosition(ctx, input);
  }

  @Mutation(() => Position, { description: 'End a position; the last administrator’s cannot be ended' })
  @Allow('position:manage')
  @Fresh()
  endPosition(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The position' }) id: string,
    @Arg('on', () => LocalDate, {
      description: 'First day no longer in the role; its first day, if it was given by mistake',
    })
    on: string,
  ) {
    return endPosition(ctx, id, on);
  }

  @FieldResolver(() => Person, { description: 'The person' })
  person(@Ctx() ctx: Context, @Root() position: Position) {
    return findById(ctx, Person, position.personId);
  }

  @FieldResolver(() => OrgUnit, { description: 'The organisation' })
  orgUnit(@Ctx() ctx: Context, @Root() position: Position) {
    return findById(ctx, OrgUnit, position.orgUnitId);
  }
}
