import { randomUUIDv7 } from 'node:crypto';
import {
  allow,
  communeOf,
  emit,
  kernelErrors,
  numericId,
  problem,
  type Context,
} from '../../kernel/index.js';
import { Role } from '../access/index.js';
import { getOrgUnit } from '../org/index.js';
import { getPerson } from '../people/index.js';
import { positionErrors } from './position.errors.js';
import { PositionEnded, PositionGiven } from './account.events.js';
import { hasOtherAdministrator, lockAdministration } from './account.queries.js';
import { Position } from './position.entity.js';
import type { AddPositionInput } from './position.inputs.js';
import { requireEndOfPosition, requirePosition } from './position.rules.js';

/**
 * Gives a person a role at an organisation. Never to oneself, not even the only administrator: an administrator sees no
 * homes, and must not be able to open them alone. Where there is one administrator, they invite a second one.
 * Errors: NOT_FOUND, OWN_POSITION, those of requirePosition, POSITION_HELD.
 */
export async function addPosition(ctx: Context, input: AddPositionInput): Promise<Position> {
  const person = await getPerson(ctx, input.personId);
  const unit = await getOrgUnit(ctx, numericId(input.orgUnitId));
  allow(ctx, 'position:manage', { orgUnitId: unit.id });
  if (person.id === ctx.identity.personId) throw problem(positionErrors.OWN_POSITION);
  const { role, validFrom, validTo = null } = input;
  requirePosition({ role, unit, validFrom, validTo }, 'input.');
  const position = ctx.db.em.create(Position, {
    id: randomUUIDv7(),
    communeId: communeOf(ctx.identity),
    personId: person.id,
    orgUnitId: unit.id,
    role,
    validFrom,
    validTo,
  });
  await ctx.db.em.persist(position).flush();
  await emit(ctx, PositionGiven, {
    subject: { type: 'position', id: position.id },
    data: factsOf(position),
  });
  return position;
}

/**
 * Ends a position on a day, the first on which it no longer holds. Errors: NOT_FOUND, LAST_ADMIN and those of
 * requireEndOfPosition.
 */
export async function endPosition(ctx: Context, id: string, on: string): Promise<Position> {
  await lockAdministration(ctx);
  const position = await ctx.db.em.findOne(Position, { id });
  if (!position) throw problem(kernelErrors.NOT_FOUND);
  allow(ctx, 'position:manage', { orgUnitId: position.orgUnitId });
  requireEndOfPosition(on, position, ctx.today);
  await requireAdministratorAfter(ctx, position, on);
  const before = { validTo: position.validTo };
  position.validTo = on;
  await ctx.db.em.flush();
  await emit(ctx, PositionEnded, {
    subject: { type: 'position', id },
    data: { ...factsOf(position), before, after: { validTo: on } },
  });
  return position;
}

async function requireAdministratorAfter(
  ctx: Context,
  { role, personId }: Position,
  on: string,
): Promise<void> {
  if (role !== Role.ADMIN) return;
  const day = on > ctx.today ? on : ctx.today;
  if (!(await hasOtherAdministrator(ctx, { than: personId, on: day })))
    throw problem(positionErrors.LAST_ADMIN);
}

function factsOf({ id, personId, orgUnitId, role, validFrom, validTo }: Position) {
  return { positionId: id, personId, orgUnitId, role, validFrom, validTo };
}
