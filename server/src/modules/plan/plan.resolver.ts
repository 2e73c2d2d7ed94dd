import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Allow, defineList, findBy, findById, type Context, type ListArgs } from '../../kernel/index.js';
import { Plan } from './plan.entity.js';
import { PlanClause } from './plan-clause.entity.js';
import { PlanTarget } from './plan-target.entity.js';
import { PlanTask } from './plan-task.entity.js';
import { findActivePlan, getTargets } from './plan.service.js';

const plans = defineList(Plan, {
  name: 'Plan',
  description: 'plans of the commune',
  readers: 'plan:read',
  filter: {
    id: 'id',
    code: 'text',
    title: 'text',
    year: 'int',
    startsOn: 'date',
    endsOn: 'date',
    isActive: 'boolean',
    isSample: 'boolean',
  },
  order: ['startsOn', 'endsOn', 'year', 'code', 'title', 'isActive'],
  defaultOrder: { startsOn: 'desc' },
});

@Resolver(() => Plan)
export class PlanResolver {
  @Query(() => plans.Page, { description: 'Plans of the commune, newest first' })
  @Allow('plan:read')
  plans(@Ctx() ctx: Context, @Args(() => plans.Args) args: ListArgs) {
    return plans.run(ctx, args);
  }

  @Query(() => Plan, { nullable: true, description: 'One plan' })
  @Allow('plan:read')
  plan(@Ctx() ctx: Context, @Arg('id', () => ID, { description: 'Its id' }) id: string) {
    return findById(ctx, Plan, id);
  }

  @Query(() => Plan, { nullable: true, description: 'The plan that the commune works by now' })
  @Allow('plan:read')
  activePlan(@Ctx() ctx: Context) {
    return findActivePlan(ctx);
  }

  @FieldResolver(() => [PlanClause], { description: 'Its text, clause by clause, in order' })
  clauses(@Ctx() ctx: Context, @Root() plan: Plan) {
    return findBy(ctx, PlanClause, 'planId', plan.id, { ordinal: 'asc', id: 'asc' });
  }

  @FieldResolver(() => [PlanTask], { description: 'Its tasks, in the order of its clauses' })
  tasks(@Ctx() ctx: Context, @Root() plan: Plan) {
    return tasksOf(ctx, plan.id);
  }

  @FieldResolver(() => [PlanTarget], { description: 'What it wants of its indicators, in its order' })
  targets(@Ctx() ctx: Context, @Root() plan: Plan) {
    return getTargets(ctx, plan.id);
  }
}

@Resolver(() => PlanClause)
export class PlanClauseResolver {
  // A plan's tasks and targets are few: one statement brings them all, and each clause takes its own.
  @FieldResolver(() => [PlanTask], { description: 'Tasks that this clause gives' })
  async tasks(@Ctx() ctx: Context, @Root() clause: PlanClause) {
    const all = await tasksOf(ctx, clause.planId);
    return all.filter((task) => task.clauseCode === clause.code);
  }

  @FieldResolver(() => [PlanTarget], { description: 'Targets that this clause sets' })
  async targets(@Ctx() ctx: Context, @Root() clause: PlanClause) {
    const all = await getTargets(ctx, clause.planId);
    return all.filter((target) => target.clauseCode === clause.code);
  }
}

function tasksOf(ctx: Context, planId: string): Promise<PlanTask[]> {
  return findBy(ctx, PlanTask, 'planId', planId, { clauseOrdinal: 'asc', code: 'asc' });
}
