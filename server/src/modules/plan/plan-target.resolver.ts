import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Allow, defineList, findById, type Context, type ListArgs } from '../../kernel/index.js';
import { Plan } from './plan.entity.js';
import { PlanTarget } from './plan-target.entity.js';

const planTargets = defineList(PlanTarget, {
  name: 'PlanTarget',
  description: 'what the plans want of their indicators',
  readers: 'plan:read',
  filter: {
    id: 'id',
    planId: 'id',
    clauseCode: 'text',
    indicatorCode: 'text',
    targetPercent: 'int',
    startsOn: 'date',
    dueOn: 'date',
  },
  order: ['ordinal', 'indicatorCode', 'clauseCode', 'targetPercent', 'dueOn'],
  defaultOrder: { planId: 'asc', ordinal: 'asc' },
});

@Resolver(() => PlanTarget)
export class PlanTargetResolver {
  @Query(() => planTargets.Page, {
    description: 'What the plans want of their indicators, in each plan’s order',
  })
  @Allow('plan:read')
  planTargets(@Ctx() ctx: Context, @Args(() => planTargets.Args) args: ListArgs) {
    return planTargets.run(ctx, args);
  }

  @Query(() => PlanTarget, { nullable: true, description: 'One target' })
  @Allow('plan:read')
  planTarget(@Ctx() ctx: Context, @Arg('id', () => ID, { description: 'Its id' }) id: string) {
    return findById(ctx, PlanTarget, id);
  }

  @FieldResolver(() => Plan, { description: 'The plan that sets it' })
  plan(@Ctx() ctx: Context, @Root() target: PlanTarget) {
    return findById(ctx, Plan, target.planId);
  }
}
