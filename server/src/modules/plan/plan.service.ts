import { defineErrors, findBy, problem, type Context } from '../../kernel/index.js';
import { Plan } from './plan.entity.js';
import { PlanTarget } from './plan-target.entity.js';

const planErrors = defineErrors({
  NO_ACTIVE_PLAN: {
    kind: 'CONFLICT',
    vi: 'Xã chưa có kế hoạch đang áp dụng. Hãy báo Phòng Văn hoá - Xã hội nạp và áp dụng kế hoạch trước.',
    en: 'The commune has no plan in force. Ask the Office of Culture and Society to load one and put it in force first.',
  },
});

/** The plan that the commune works by now, if there is one. */
export function findActivePlan(ctx: Context): Promise<Plan | null> {
  return ctx.db.em.findOne(Plan, { isActive: true });
}

/** The plan that the commune works by now. Errors: NO_ACTIVE_PLAN. */
export async function getActivePlan(ctx: Context): Promise<Plan> {
  const plan = await findActivePlan(ctx);
  if (!plan) throw problem(planErrors.NO_ACTIVE_PLAN);
  return plan;
}

/** What a plan wants of its indicators, in the plan's order. */
export function getTargets(ctx: Context, planId: string): Promise<PlanTarget[]> {
  return findBy(ctx, PlanTarget, 'planId', planId, { ordinal: 'asc', id: 'asc' });
}
