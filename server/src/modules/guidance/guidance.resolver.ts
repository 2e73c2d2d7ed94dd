import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allow, defineList, findById, Readers, type Context, type ListArgs } from '../../kernel/index.js';
import { Household } from '../households/index.js';
import { OrgUnit } from '../org/index.js';
import { Person } from '../people/index.js';
import { GuidanceForm, GuidanceSession } from './guidance-session.entity.js';
import { RecordGuidanceSessionInput } from './guidance.inputs.js';
import { homesOf, homesReached } from './guidance.queries.js';
import { recordGuidanceSession } from './guidance.service.js';

const guidanceSessions = defineList(GuidanceSession, {
  name: 'GuidanceSession',
  description: 'guidance sessions',
  readers: 'visit:read',
  personal: true,
  filter: {
    id: 'id',
    villageId: 'id',
    form: { enum: GuidanceForm, name: 'GuidanceForm' },
    heldAt: 'dateTime',
    place: 'text',
    topics: 'texts',
    peopleCount: 'int',
    recordedById: 'id',
  },
  order: ['heldAt', 'recordedAt', 'form', 'peopleCount', 'place'],
  defaultOrder: { heldAt: 'desc' },
  search: 'folded',
});

@Resolver(() => GuidanceSession)
export class GuidanceSessionResolver {
  @Query(() => guidanceSessions.Page, {
    description: 'Guidance sessions, newest first; `search` looks into the places',
  })
  @Allow('visit:read')
  guidanceSessions(@Ctx() ctx: Context, @Args(() => guidanceSessions.Args) args: ListArgs) {
    return guidanceSessions.run(ctx, args);
  }

  @Query(() => GuidanceSession, { nullable: true, description: 'One guidance session' })
  @Allow('visit:read')
  guidanceSession(@Ctx() ctx: Context, @Arg('id', () => ID, { description: 'Its id' }) id: string) {
    return findById(ctx, GuidanceSession, id);
  }

  @Mutation(() => GuidanceSession, {
    description: 'Record a guidance session; sending it again changes nothing',
  })
  @Allow('session:record')
  recordGuidanceSession(
    @Ctx() ctx: Context,
    @Arg('input', () => RecordGuidanceSessionInput, { description: 'The session' })
    input: RecordGuidanceSessionInput,
  ) {
    return recordGuidanceSession(ctx, input);
  }

  @FieldResolver(() => OrgUnit, {
    nullable: true,
    description: 'The village it was held for; null for the whole commune',
  })
  village(@Ctx() ctx: Context, @Root() session: GuidanceSession) {
    return session.villageId === null ? null : findById(ctx, OrgUnit, session.villageId);
  }

  @FieldResolver(() => Int, { description: 'How many known homes it reached' })
  async householdCount(@Ctx() ctx: Context, @Root() session: GuidanceSession) {
    const ids = await homesReached(ctx, session.id);
    return ids.length;
  }

  @FieldResolver(() => [Household], {
    description: 'The known homes it reached, of those that the caller may see',
  })
  @Readers('household:read')
  households(@Ctx() ctx: Context, @Root() session: GuidanceSession) {
    return homesOf(ctx, session.id);
  }

  @FieldResolver(() => Person, { description: 'Who recorded it' })
  recordedBy(@Ctx() ctx: Context, @Root() session: GuidanceSession) {
    return findById(ctx, Person, session.recordedById);
  }
}
