// The plan as data: next year's plan needs no code.
import './plan.policy.js';

export { PlanClause } from './plan-clause.entity.js';
export { Comparator, PlanTarget } from './plan-target.entity.js';
export { PlanTargetResolver } from './plan-target.resolver.js';
export { PlanTask, PlanTaskUnit } from './plan-task.entity.js';
export { PlanTaskResolver, PlanTaskUnitResolver } from './plan-task.resolver.js';
export { Plan } from './plan.entity.js';
export { PlanClauseResolver, PlanResolver } from './plan.resolver.js';
export { getActivePlan } from './plan.service.js';
