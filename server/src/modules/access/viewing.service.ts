// An administrator looks at the screens of another role: without its rows about homes, and without changing anything.
import { allow, emit, numericId, problem, kernelErrors, type Context } from '../../kernel/index.js';
import { OrgUnit, getOrgUnit } from '../org/index.js';
import { ViewingEnded, ViewingStarted } from './access.events.js';
import type { ContextWithDoor } from './door.js';
import { kindOfUnit, type Role } from './role.js';
import { requireSession } from './session.service.js';

/** From now on the session shows what `role` sees at a unit, the first fitting one unless told. Errors: NOT_ALLOWED, NOT_FOUND. */
export async function viewAs(ctx: ContextWithDoor, role: Role, orgUnitId?: string): Promise<void> {
  allow(ctx, 'view:as');
  const { accountId, sessionId } = requireSession(ctx);
  const unit = orgUnitId ? await getOrgUnit(ctx, numericId(orgUnitId)) : await firstUnitOf(ctx, role);
  await setView(ctx, sessionId, role, unit.id);
  await emit(ctx, ViewingStarted, {
    subject: { type: 'account', id: accountId },
    data: { accountId, role, orgUnitId: unit.id },
  });
  await ctx.door.enterAgain();
}

/** Back to what the caller is; harmless for whoever looks at nothing else. */
export async function stopViewing(ctx: ContextWithDoor): Promise<void> {
  const { accountId, sessionId } = requireSession(ctx);
  if (!ctx.identity.viewing) return;
  await setView(ctx, sessionId, null, null);
  await ctx.door.enterAgain();
  await emit(ctx, ViewingEnded, { subject: { type: 'account', id: accountId }, data: { accountId } });
}

async function firstUnitOf(ctx: Context, role: Role): Promise<OrgUnit> {
  const [unit] = await ctx.db.em.find(
    OrgUnit,
    {
      kind: kindOfUnit[role],
      validFrom: { $lte: ctx.today },
      $or: [{ validTo: null }, { validTo: { $gt: ctx.today } }],
    },
    { orderBy: { sortOrder: 'asc', id: 'asc' }, limit: 1 },
  );
  if (!unit) throw problem(kernelErrors.NOT_FOUND);
  return unit;
}

async function setView(ctx: Context, sessionId: string, role: Role | null, orgUnitId: number | null) {
  await ctx.db.query('update session set view_as_role = $2, view_as_unit_id = $3 where id = $1', [
    sessionId,
    role,
    orgUnitId,
  ]);
}
