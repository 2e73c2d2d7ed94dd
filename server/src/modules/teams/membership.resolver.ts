import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allow, defineList, findById, LocalDate, type Context, type ListArgs } from '../../kernel/index.js';
import { OrgUnit } from '../org/index.js';
import { Person } from '../people/index.js';
import { Membership, MembershipRole } from './membership.entity.js';
import { Team } from './team.entity.js';
import { AddMemberInput } from './team.inputs.js';
import { addMember, changeMemberRole, endMembership } from './team.service.js';

const memberships = defineList(Membership, {
  name: 'Membership',
  description: 'times of people in teams, past and present',
  readers: 'team:read',
  personal: true,
  filter: {
    id: 'id',
    teamId: 'id',
    villageId: 'id',
    personId: 'id',
    nominatedById: 'id',
    role: { enum: MembershipRole, name: 'MembershipRole' },
    validFrom: 'date',
    validTo: 'date',
    decisionNumber: 'text',
    decisionDate: 'date',
  },
  order: ['personName', 'role', 'validFrom', 'validTo', 'decisionDate'],
  defaultOrder: { personName: 'asc' },
  search: 'personFolded',
});

@Resolver(() => Membership)
export class MembershipResolver {
  @Query(() => memberships.Page, {
    description: 'Who is and was in the teams, by name; `search` looks into the names',
  })
  @Allow('team:read')
  memberships(@Ctx() ctx: Context, @Args(() => memberships.Args) args: ListArgs) {
    return memberships.run(ctx, args);
  }

  @Query(() => Membership, { nullable: true, description: 'One person’s time in a team in one role' })
  @Allow('team:read')
  membership(@Ctx() ctx: Context, @Arg('id', () => ID, { description: 'Its id' }) id: string) {
    return findById(ctx, Membership, id);
  }

  @Mutation(() => Membership, { description: 'Take a person into a team' })
  @Allow('team:manage')
  addMember(
    @Ctx() ctx: Context,
    @Arg('input', () => AddMemberInput, { description: 'Who, where and since when' }) input: AddMemberInput,
  ) {
    return addMember(ctx, input);
  }

  @Mutation(() => Membership, {
    description: 'Give a member another role; answers the new row, the old one ends',
  })
  @Allow('team:manage')
  changeMemberRole(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The membership that ends' }) id: string,
    @Arg('role', () => MembershipRole, { description: 'The new role' }) role: MembershipRole,
    @Arg('from', () => LocalDate, { description: 'First day in the new role, today at the latest' })
    from: string,
    @Arg('decisionNumber', () => String, { nullable: true, description: 'Number of the decision' })
    decisionNumber?: string,
    @Arg('decisionDate', () => LocalDate, { nullable: true, description: 'Date of the decision' })
    decisionDate?: string,
  ) {
    return changeMemberRole(ctx, { id, role, from, decision: { decisionNumber, decisionDate } });
  }

  @Mutation(() => Membership, { description: 'End a person’s time in a team' })
  @Allow('team:manage')
  endMembership(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The membership' }) id: string,
    @Arg('on', () => LocalDate, { description: 'First day no longer in the team, today at the latest' })
    on: string,
    @Arg('decisionNumber', () => String, { nullable: true, description: 'Number of the decision' })
    decisionNumber?: string,
    @Arg('decisionDate', () => LocalDate, { nullable: true, description: 'Date of the decision' })
    decisionDate?: string,
  ) {
    return endMembership(ctx, { id, on, decision: { decisionNumber, decisionDate } });
  }

  @FieldResolver(() => Team, { description: 'The team' })
  team(@Ctx() ctx: Context, @Root() membership: Membership) {
    return findById(ctx, Team, membership.teamId);
  }

  @FieldResolver(() => Person, { description: 'The person' })
  person(@Ctx() ctx: Context, @Root() membership: Membership) {
    return findById(ctx, Person, membership.personId);
  }

  @FieldResolver(() => OrgUnit, { nullable: true, description: 'The organisation that proposed this person' })
  nominatedBy(@Ctx() ctx: Context, @Root() membership: Membership) {
    return membership.nominatedById === null ? null : findById(ctx, OrgUnit, membership.nominatedById);
  }
}
