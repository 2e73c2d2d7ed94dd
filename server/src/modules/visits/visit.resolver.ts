import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  Allow,
  defineAggregate,
  defineList,
  findBy,
  findById,
  loader,
  type Context,
  type ListArgs,
} from '../../kernel/index.js';
import { Household } from '../households/index.js';
import { OrgUnit } from '../org/index.js';
import { Person } from '../people/index.js';
import { Topic, topics } from './topics.js';
import { NoteState, Visit, VisitResult } from './visit.entity.js';
import { RecordVisitInput } from './visit.inputs.js';
import { performerIds } from './visit.queries.js';
import { correctVisit, recordVisit, settleNote } from './visit.service.js';

export const visits = defineList(Visit, {
  name: 'Visit',
  description: 'visits',
  readers: 'visit:read',
  personal: true,
  filter: {
    id: 'id',
    householdId: 'id',
    villageId: 'id',
    result: { enum: VisitResult, name: 'VisitResult' },
    topics: 'texts',
    visitedAt: 'dateTime',
    recordedById: 'id',
    correctsId: 'id',
    noteState: { enum: NoteState, name: 'NoteState' },
  },
  order: ['visitedAt', 'recordedAt', 'result', 'villageId'],
  defaultOrder: { visitedAt: 'desc' },
});

const visitsAggregate = defineAggregate(Visit, {
  name: 'Visit',
  description: 'visits',
  readers: 'visit:read',
  list: visits,
  groupBy: { villageId: ID, result: VisitResult, recordedById: ID },
  bucketOf: 'visitedAt',
});

const mostOfHome = 50;

@Resolver(() => Visit)
export class VisitResolver {
  @Query(() => [Topic], { description: 'What is taught at the doors' })
  @Allow('plan:read')
  topics() {
    return topics;
  }

  @Query(() => visits.Page, { description: 'Visits, newest first' })
  @Allow('visit:read')
  visits(@Ctx() ctx: Context, @Args(() => visits.Args) args: ListArgs) {
    return visits.run(ctx, args);
  }

  @Query(() => [visitsAggregate.Row], {
    description: 'Visits counted, by village, result, recorder, or span of time',
  })
  @Allow('visit:read')
  visitsAggregate(@Ctx() ctx: Context, @Args(() => visitsAggregate.Args) args: ListArgs) {
    return visitsAggregate.run(ctx, args);
  }

  @Query(() => Visit, { nullable: true, description: 'One visit' })
  @Allow('visit:read')
  visit(@Ctx() ctx: Context, @Arg('id', () => ID, { description: 'Its id' }) id: string) {
    return findById(ctx, Visit, id);
  }

  @Mutation(() => Visit, { description: 'Record a visit; sending it again changes nothing' })
  @Allow('visit:record')
  recordVisit(
    @Ctx() ctx: Context,
    @Arg('input', () => RecordVisitInput, { description: 'The visit' }) input: RecordVisitInput,
  ) {
    return recordVisit(ctx, input);
  }

  @Mutation(() => Visit, { description: 'Replace a visit by a corrected one, with the reason' })
  @Allow('visit:record')
  correctVisit(
    @Ctx() ctx: Context,
    @Arg('visitId', () => ID, { description: 'The visit that was wrong' }) visitId: string,
    @Arg('reason', () => String, { description: 'Why' }) reason: string,
    @Arg('input', () => RecordVisitInput, { description: 'The visit as it was' }) input: RecordVisitInput,
  ) {
    return correctVisit(ctx, { visitId, reason, input });
  }

  @Mutation(() => Visit, {
    description:
      'Let a note stand that looks like secret or personal numbers, or take its text away for good; its author may, and whoever settles notes in the village',
  })
  @Allow('visit:record')
  settleNote(
    @Ctx() ctx: Context,
    @Arg('visitId', () => ID, { description: 'The visit' }) visitId: string,
    @Arg('keep', () => Boolean, { description: 'Whether it stands; otherwise its text is removed' })
    keep: boolean,
  ) {
    return settleNote(ctx, visitId, keep);
  }

  @FieldResolver(() => Household, { description: 'The home' })
  household(@Ctx() ctx: Context, @Root() visit: Visit) {
    return findById(ctx, Household, visit.householdId);
  }

  @FieldResolver(() => OrgUnit, { description: 'The village it was made in' })
  village(@Ctx() ctx: Context, @Root() visit: Visit) {
    return findById(ctx, OrgUnit, visit.villageId);
  }

  @FieldResolver(() => Person, { description: 'Who recorded it' })
  recordedBy(@Ctx() ctx: Context, @Root() visit: Visit) {
    return findById(ctx, Person, visit.recordedById);
  }

  @FieldResolver(() => [Person], { description: 'Who made it' })
  async performers(@Ctx() ctx: Context, @Root() visit: Visit) {
    const ids = await loader<string, string[]>(ctx, performerIds, (visitIds) =>
      performerIds(ctx, visitIds),
    ).load(visit.id);
    const people = await Promise.all(ids.map((id) => findById(ctx, Person, id)));
    return people.filter((person) => person !== null);
  }

  @FieldResolver(() => Visit, { nullable: true, description: 'The earlier visit it corrects' })
  corrects(@Ctx() ctx: Context, @Root() visit: Visit) {
    return visit.correctsId === null ? null : findById(ctx, Visit, visit.correctsId);
  }

  @FieldResolver(() => Visit, {
    nullable: true,
    description: 'The later visit that corrects it; then this one no longer counts',
  })
  async correctedBy(@Ctx() ctx: Context, @Root() visit: Visit) {
    const [later] = await findBy(ctx, Visit, 'correctsId', visit.id, { recordedAt: 'asc' });
    return later ?? null;
  }
}

@Resolver(() => Household)
export class HouseholdVisitsResolver {
  @FieldResolver(() => [Visit], { description: 'Its visits, newest first' })
  async visits(
    @Ctx() ctx: Context,
    @Root() household: Household,
    @Arg('limit', () => Int, { defaultValue: 10, description: `How many, at most ${mostOfHome}` })
    limit: number,
  ) {
    const all = await findBy(ctx, Visit, 'householdId', household.id, { visitedAt: 'desc' });
    return all.slice(0, Math.min(Math.max(limit, 0), mostOfHome));
  }
}
