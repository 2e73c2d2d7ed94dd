import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { Allow, defineList, findBy, findById, type Context, type ListArgs } from '../../kernel/index.js';
import { OrgUnit } from '../org/index.js';
import { TeamWarning, teamWarnings } from './composition.js';
import { Membership, MembershipRole } from './membership.entity.js';
import { Team } from './team.entity.js';
import { currentMembers } from './team.queries.js';

const teams = defineList(Team, {
  name: 'Team',
  description: 'teams of the villages',
  readers: 'team:read',
  filter: { id: 'id', villageId: 'id', name: 'text', foundedOn: 'date', decisionNumber: 'text' },
  order: ['villageOrder', 'name', 'foundedOn'],
  defaultOrder: { villageOrder: 'asc' },
  search: 'folded',
});

@Resolver(() => Team)
export class TeamResolver {
  @Query(() => teams.Page, { description: 'Teams, in the order of their villages' })
  @Allow('team:read')
  teams(@Ctx() ctx: Context, @Args(() => teams.Args) args: ListArgs) {
    return teams.run(ctx, args);
  }

  @Query(() => Team, { nullable: true, description: 'One team' })
  @Allow('team:read')
  team(@Ctx() ctx: Context, @Arg('id', () => ID, { description: 'Its id' }) id: string) {
    return findById(ctx, Team, id);
  }

  @FieldResolver(() => OrgUnit, { description: 'Its village' })
  village(@Ctx() ctx: Context, @Root() team: Team) {
    return findById(ctx, OrgUnit, team.villageId);
  }

  @FieldResolver(() => Membership, { nullable: true, description: 'Who leads it today' })
  async leader(@Ctx() ctx: Context, @Root() team: Team) {
    const members = await currentMembers(ctx, team.id);
    return members.find(({ role }) => role === MembershipRole.LEADER) ?? null;
  }

  @FieldResolver(() => [Membership], {
    description: 'Who is in it today: the leader, then deputies and members by name',
  })
  members(@Ctx() ctx: Context, @Root() team: Team) {
    return currentMembers(ctx, team.id);
  }

  @FieldResolver(() => Int, { description: 'How many are in it today, leader and deputies among them' })
  async memberCount(@Ctx() ctx: Context, @Root() team: Team) {
    const members = await currentMembers(ctx, team.id);
    return members.length;
  }

  @FieldResolver(() => [TeamWarning], { description: 'What is unusual about its composition today' })
  async warnings(@Ctx() ctx: Context, @Root() team: Team) {
    return teamWarnings(await currentMembers(ctx, team.id));
  }
}

@Resolver(() => OrgUnit)
export class VillageTeamResolver {
  @FieldResolver(() => Team, {
    nullable: true,
    description: 'The team of a village; other organisations have none',
  })
  async team(@Ctx() ctx: Context, @Root() unit: OrgUnit) {
    const [team] = await findBy(ctx, Team, 'villageId', unit.id, { id: 'asc' });
    return team ?? null;
  }
}
