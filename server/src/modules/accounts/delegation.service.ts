import { randomUUIDv7 } from 'node:crypto';
import {
  allow,
  communeOf,
  emit,
  kernelErrors,
  numericId,
  personOf,
  problem,
  type Context,
} from '../../kernel/index.js';
import { getOrgUnit } from '../org/index.js';
import { getPerson, type Person } from '../people/index.js';
import { positionErrors } from './position.errors.js';
import { delegationErrors } from './delegation.errors.js';
import { DelegationEnded, DelegationMade } from './account.events.js';
import { hasWorkingAccount } from './account.queries.js';
import { Delegation } from './delegation.entity.js';
import { requireDays } from './delegation.rules.js';
import { Position } from './position.entity.js';
import type { DelegateInput } from './position.inputs.js';
import { covers, requireRoleOfPosition } from './position.rules.js';
import { requireReason } from './reason.js';

/**
 * Lets a person do the work of a position that somebody holds themself; an administrator may arrange it for others,
 * but never for their own benefit. Errors: NOT_FOUND, OWN_POSITION, ROLE_FROM_TEAM, POSITION_NOT_HELD,
 * DELEGATION_TO_ONESELF, DELEGATE_WITHOUT_ACCOUNT, ACCOUNT_REASON_EMPTY, DELEGATION_MADE_ALREADY and those of requireDays.
 */
export async function delegate(ctx: Context, input: DelegateInput): Promise<Delegation> {
  const caller = personOf(ctx.identity);
  const from = await getPerson(ctx, input.fromPersonId ?? caller);
  const to = await getPerson(ctx, input.toPersonId);
  const unit = await getOrgUnit(ctx, numericId(input.orgUnitId));
  allow(ctx, 'delegation:make', { personId: from.id });
  requireDays(input, ctx.today);
  const reason = requireReason(input.reason, 'input.reason');
  await requireDelegate(ctx, { from, to });
  requireRoleOfPosition(input.role, 'input.role');
  const { role, validFrom, validTo } = input;
  await requireHeld(ctx, { personId: from.id, orgUnitId: unit.id, role }, validFrom);
  const id = randomUUIDv7();
  await ctx.db.em.insert(Delegation, {
    id,
    communeId: communeOf(ctx.identity),
    fromPersonId: from.id,
    toPersonId: to.id,
    orgUnitId: unit.id,
    role,
    validFrom,
    validTo,
    reason,
    createdById: caller,
    createdAt: ctx.now,
    endedAt: null,
  });
  const delegation = await getDelegation(ctx, id);
  await emit(ctx, DelegationMade, {
    subject: { type: 'delegation', id },
    data: factsOf(delegation),
    detail: { after: { reason } },
  });
  return delegation;
}

/** Ends a delegation before its time. Errors: NOT_FOUND, NOT_ALLOWED, DELEGATION_OVER. */
export async function endDelegation(ctx: Context, id: string): Promise<Delegation> {
  const found = await getDelegation(ctx, id);
  allow(ctx, 'delegation:make', { personId: found.fromPersonId });
  const [ended] = await ctx.db.query(
    'update delegation set ended_at = $2 where id = $1 and ended_at is null and valid_to > $3 returning id',
    [id, ctx.now, ctx.today],
  );
  if (!ended) throw problem(delegationErrors.DELEGATION_OVER);
  await emit(ctx, DelegationEnded, { subject: { type: 'delegation', id }, data: factsOf(found) });
  return ctx.db.em.refreshOrFail(found);
}

async function getDelegation(ctx: Context, id: string): Promise<Delegation> {
  const delegation = await ctx.db.em.findOne(Delegation, { id });
  if (!delegation) throw problem(kernelErrors.NOT_FOUND);
  return delegation;
}

async function requireDelegate(
  ctx: Context,
  { from, to }: Record<'from' | 'to', Pick<Person, 'id' | 'fullName'>>,
): Promise<void> {
  const where = { path: 'input.toPersonId' };
  if (to.id === from.id) throw problem(delegationErrors.DELEGATION_TO_ONESELF, {}, where);
  if (to.id === ctx.identity.personId) throw problem(positionErrors.OWN_POSITION, {}, where);
  if (!(await hasWorkingAccount(ctx, to.id)))
    throw problem(delegationErrors.DELEGATE_WITHOUT_ACCOUNT, { name: to.fullName }, where);
}

async function requireHeld(
  ctx: Context,
  held: Pick<Position, 'personId' | 'orgUnitId' | 'role'>,
  day: string,
): Promise<void> {
  const positions = await ctx.db.em.find(Position, held);
  if (!positions.some((position) => covers(position, day)))
    throw problem(delegationErrors.POSITION_NOT_HELD, { day }, { path: 'input.role' });
}

function factsOf({ id, fromPersonId, toPersonId, orgUnitId, role, validFrom, validTo }: Delegation) {
  return { delegationId: id, fromPersonId, toPersonId, orgUnitId, role, validFrom, validTo };
}
