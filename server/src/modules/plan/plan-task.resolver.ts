import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { findBy, findById, type Context } from '../../kernel/index.js';
import { OrgUnit } from '../org/index.js';
import { PlanTask, PlanTaskUnit } from './plan-task.entity.js';

@Resolver(() => PlanTask)
export class PlanTaskResolver {
  @FieldResolver(() => [PlanTaskUnit], {
    description: 'The organisations it is given to, those that lead first',
  })
  units(@Ctx() ctx: Context, @Root() task: PlanTask) {
    return findBy(ctx, PlanTaskUnit, 'taskId', task.id, { isLead: 'desc', orgUnitId: 'asc' });
  }
}

@Resolver(() => PlanTaskUnit)
export class PlanTaskUnitResolver {
  @FieldResolver(() => OrgUnit, { description: 'The organisation' })
  orgUnit(@Ctx() ctx: Context, @Root() given: PlanTaskUnit) {
    return findById(ctx, OrgUnit, given.orgUnitId);
  }
}
