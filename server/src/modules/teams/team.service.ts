import {
  allow,
  communeOf,
  emit,
  kernelErrors,
  problem,
  numericId,
  type Context,
} from '../../kernel/index.js';
import { getOrgUnit } from '../org/index.js';
import { getPerson } from '../people/index.js';
import { mostAtOnce, mostDeputies } from './composition.js';
import { Membership, MembershipRole } from './membership.entity.js';
import { readDecision, requireEndDay, requireStartDay, type TypedDecision } from './membership.rules.js';
import { teamErrors } from './team.errors.js';
import type { Team } from './team.entity.js';
import { MemberAdded, MemberRoleChanged, MembershipEnded } from './team.events.js';
import type { AddMemberInput } from './team.inputs.js';
import { lockTeam } from './team.queries.js';

/** Takes a person into a team. Errors: NOT_FOUND, those of membership.rules.ts, TEAM_HAS_LEADER, PERSON_IN_TEAM, DEPUTIES_FULL. */
export async function addMember(ctx: Context, input: AddMemberInput): Promise<Membership> {
  const team = await getTeamToChange(ctx, input.teamId);
  const person = await getPerson(ctx, input.personId);
  const nominatedBy = input.nominatedById ? await getOrgUnit(ctx, numericId(input.nominatedById)) : null;
  const village = await getOrgUnit(ctx, team.villageId);
  const validFrom = input.validFrom ?? ctx.today;
  requireStartDay(validFrom, { today: ctx.today, team, village });
  const decision = readDecision(input, { today: ctx.today, path: 'input.' });
  const membership = await start(ctx, team, {
    personId: person.id,
    role: input.role,
    nominatedById: nominatedBy?.id ?? null,
    validFrom,
    ...decision,
  });
  await emit(ctx, MemberAdded, {
    subject: { type: 'team_membership', id: membership.id },
    data: { ...factsOf(membership), role: membership.role, validFrom, ...decision },
    detail: { after: { person: person.fullName, role: membership.role, validFrom, ...decision } },
  });
  return membership;
}

export interface RoleChange {
  id: string;
  role: MembershipRole;
  /** First day in the new role. */
  from: string;
  decision: TypedDecision;
}

/** Gives a member another role: the old row ends, a new one starts. Errors: as addMember, MEMBERSHIP_OVER, ROLE_UNCHANGED. */
export async function changeMemberRole(ctx: Context, change: RoleChange): Promise<Membership> {
  const { membership: old, team } = await getMembershipToChange(ctx, change.id);
  if (old.role === change.role) throw problem(teamErrors.ROLE_UNCHANGED, {}, { path: 'role' });
  requireEndDay(change.from, { today: ctx.today, membership: old, path: 'from' });
  const decision = readDecision(change.decision, { today: ctx.today, path: '' });
  await end(ctx, old, change.from);
  const membership = await start(ctx, team, {
    personId: old.personId,
    role: change.role,
    nominatedById: old.nominatedById,
    validFrom: change.from,
    ...decision,
  });
  await emit(ctx, MemberRoleChanged, {
    subject: { type: 'team_membership', id: membership.id },
    data: {
      ...factsOf(membership),
      endedMembershipId: old.id,
      from: old.role,
      to: membership.role,
      on: change.from,
      ...decision,
    },
    detail: {
      before: { role: old.role },
      after: { role: membership.role, validFrom: change.from, ...decision },
    },
  });
  return membership;
}

export interface MembershipEnding {
  id: string;
  /** First day no longer in the team. */
  on: string;
  decision: TypedDecision;
}

/** Ends a person's time in a team. Errors: NOT_FOUND, MEMBERSHIP_OVER and those of membership.rules.ts. */
export async function endMembership(ctx: Context, ending: MembershipEnding): Promise<Membership> {
  const { membership } = await getMembershipToChange(ctx, ending.id);
  requireEndDay(ending.on, { today: ctx.today, membership, path: 'on' });
  const decision = readDecision(ending.decision, { today: ctx.today, path: '' });
  await end(ctx, membership, ending.on);
  await emit(ctx, MembershipEnded, {
    subject: { type: 'team_membership', id: membership.id },
    data: { ...factsOf(membership), role: membership.role, on: ending.on, ...decision },
    detail: { before: { validTo: null }, after: { validTo: ending.on, ...decision } },
  });
  return membership;
}

async function getTeamToChange(ctx: Context, id: string): Promise<Team> {
  const team = await lockTeam(ctx, id);
  if (!team) throw problem(kernelErrors.NOT_FOUND);
  allow(ctx, 'team:manage', { orgUnitId: team.villageId });
  return team;
}

async function getMembershipToChange(
  ctx: Context,
  id: string,
): Promise<{ membership: Membership; team: Team }> {
  const found = await ctx.db.em.findOne(Membership, { id });
  if (!found) throw problem(kernelErrors.NOT_FOUND);
  const team = await getTeamToChange(ctx, found.teamId);
  // Read again behind the team's lock: someone may have ended it meanwhile.
  const membership = await ctx.db.em.refreshOrFail(found);
  if (membership.validTo !== null) throw problem(teamErrors.MEMBERSHIP_OVER, { day: membership.validTo });
  return { membership, team };
}

type NewMembership = Pick<
  Membership,
  'personId' | 'role' | 'nominatedById' | 'validFrom' | 'decisionNumber' | 'decisionDate'
>;

// One leader and nobody twice: the database's exclusion constraints see to that. It can't count to two.
async function start(ctx: Context, team: Team, fields: NewMembership): Promise<Membership> {
  if (fields.role === MembershipRole.DEPUTY) await requireRoomForDeputy(ctx, team.id, fields.validFrom);
  const [row] = await ctx.db.query<{ id: string }>('select uuidv7() as id');
  const membership = ctx.db.em.create(Membership, {
    id: row!.id,
    communeId: communeOf(ctx.identity),
    teamId: team.id,
    villageId: team.villageId,
    validTo: null,
    ...fields,
  });
  await ctx.db.em.persist(membership).flush();
  return membership;
}

async function requireRoomForDeputy(ctx: Context, teamId: string, from: string): Promise<void> {
  const deputies = await ctx.db.em.find(Membership, { teamId, role: MembershipRole.DEPUTY });
  if (mostAtOnce(deputies, from) >= mostDeputies)
    throw problem(teamErrors.DEPUTIES_FULL, { most: mostDeputies });
}

// At once, not with the next flush: that would insert the new row before the old one has ended.
async function end(ctx: Context, membership: Membership, on: string): Promise<void> {
  membership.validTo = on;
  await ctx.db.em.flush();
}

function factsOf({ id, teamId, villageId, personId }: Membership) {
  return { membershipId: id, teamId, villageId, personId };
}
