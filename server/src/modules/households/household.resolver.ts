import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  Allow,
  defineAggregate,
  defineList,
  findById,
  LocalDate,
  type Context,
  type ListArgs,
} from '../../kernel/index.js';
import { OrgUnit } from '../org/index.js';
import { Household, HouseholdKind } from './household.entity.js';
import { AddHouseholdInput, ChangeHouseholdInput } from './household.inputs.js';
import { addHousehold, changeHousehold, verifyHousehold } from './household.service.js';
import { HouseholdState } from './household-state.entity.js';

export const households = defineList(Household, {
  name: 'Household',
  description: 'homes and businesses of the roster',
  readers: 'household:read',
  personal: true,
  filter: {
    id: 'id',
    villageId: 'id',
    kind: { enum: HouseholdKind, name: 'HouseholdKind' },
    code: 'text',
    headName: 'text',
    lane: 'text',
    adults: 'int',
    citizens14: 'int',
    verifiedOn: 'date',
    removedOn: 'date',
  },
  order: ['sortName', 'code', 'lane', 'adults', 'citizens14', 'verifiedOn', 'createdAt'],
  defaultOrder: { sortName: 'asc' },
  search: 'folded',
});

const householdsAggregate = defineAggregate(Household, {
  name: 'Household',
  description: 'homes and businesses of the roster',
  readers: 'household:read',
  list: households,
  groupBy: { villageId: ID, kind: HouseholdKind, lane: String, verifiedOn: LocalDate },
  sums: ['adults', 'citizens14'],
});

@Resolver(() => Household)
export class HouseholdResolver {
  @Query(() => households.Page, { description: 'Homes and businesses of the roster' })
  @Allow('household:read')
  households(@Ctx() ctx: Context, @Args(() => households.Args) args: ListArgs) {
    return households.run(ctx, args);
  }

  @Query(() => [householdsAggregate.Row], {
    description: 'Homes counted, by village, kind, lane or day of verification',
  })
  @Allow('household:read')
  householdsAggregate(@Ctx() ctx: Context, @Args(() => householdsAggregate.Args) args: ListArgs) {
    return householdsAggregate.run(ctx, args);
  }

  @Query(() => Household, { nullable: true, description: 'One home or business' })
  @Allow('household:read')
  household(@Ctx() ctx: Context, @Arg('id', () => ID, { description: 'Its id' }) id: string) {
    return findById(ctx, Household, id);
  }

  @Mutation(() => Household, { description: 'Add a home or business to the roster' })
  @Allow('household:manage')
  addHousehold(
    @Ctx() ctx: Context,
    @Arg('input', () => AddHouseholdInput, { description: 'The new row' }) input: AddHouseholdInput,
  ) {
    return addHousehold(ctx, input);
  }

  @Mutation(() => Household, { description: 'Change a row of the roster' })
  @Allow('household:manage')
  changeHousehold(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'Its id' }) id: string,
    @Arg('version', () => Int, { description: 'The version you saw' }) version: number,
    @Arg('input', () => ChangeHouseholdInput, { description: 'What changes' }) input: ChangeHouseholdInput,
  ) {
    return changeHousehold(ctx, { id, version, input });
  }

  @Mutation(() => Household, { description: 'Confirm that a row of the roster is right' })
  @Allow('household:verify')
  verifyHousehold(@Ctx() ctx: Context, @Arg('id', () => ID, { description: 'Its id' }) id: string) {
    return verifyHousehold(ctx, id);
  }

  @FieldResolver(() => OrgUnit, { description: 'The village it lies in today' })
  village(@Ctx() ctx: Context, @Root() household: Household) {
    return findById(ctx, OrgUnit, household.villageId);
  }

  @FieldResolver(() => HouseholdState, {
    nullable: true,
    description: 'What is known of it now; null for a business',
  })
  state(@Ctx() ctx: Context, @Root() household: Household) {
    return findById(ctx, HouseholdState, household.id);
  }
}
