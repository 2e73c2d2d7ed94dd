import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Allow, defineList, findById, type Context, type ListArgs } from '../../kernel/index.js';
import { Household } from '../households/index.js';
import { Person } from '../people/index.js';
import { DataRequest, DataRequestKind, DataRequestState } from './data-request.entity.js';
import { RecordDataRequestInput } from './data-request.inputs.js';
import { isLate } from './data-request.rules.js';
import {
  answerDataRequest,
  completeDataRequest,
  recordDataRequest,
  refuseDataRequest,
} from './data-request.service.js';

const dataRequests = defineList(DataRequest, {
  name: 'DataRequest',
  description: 'requests of people about their data',
  readers: 'privacy:read',
  filter: {
    id: 'id',
    kind: { enum: DataRequestKind, name: 'DataRequestKind' },
    state: { enum: DataRequestState, name: 'DataRequestState' },
    householdId: 'id',
    receivedAt: 'dateTime',
    answerDueOn: 'date',
    completeDueOn: 'date',
    completedAt: 'dateTime',
  },
  order: ['receivedAt', 'answerDueOn', 'completeDueOn', 'completedAt', 'kind', 'state'],
  defaultOrder: { receivedAt: 'desc' },
  search: 'folded',
  personal: true,
});

const itsId = { description: 'Its id' };

@Resolver(() => DataRequest)
export class DataRequestResolver {
  @Query(() => dataRequests.Page, { description: 'Requests of people about their data, the latest first' })
  @Allow('privacy:read')
  dataRequests(@Ctx() ctx: Context, @Args(() => dataRequests.Args) args: ListArgs) {
    return dataRequests.run(ctx, args);
  }

  @Query(() => DataRequest, { nullable: true, description: 'One request' })
  @Allow('privacy:read')
  dataRequest(@Ctx() ctx: Context, @Arg('id', () => ID, itsId) id: string) {
    return findById(ctx, DataRequest, id);
  }

  @Mutation(() => DataRequest, {
    description: 'Take down what somebody asks about their data; its clocks start',
  })
  @Allow('privacy:manage')
  recordDataRequest(
    @Ctx() ctx: Context,
    @Arg('input', () => RecordDataRequestInput, { description: 'The request' }) input: RecordDataRequestInput,
  ) {
    return recordDataRequest(ctx, input);
  }

  @Mutation(() => DataRequest, { description: 'Note what the person was told' })
  @Allow('privacy:manage')
  answerDataRequest(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, itsId) id: string,
    @Arg('answer', () => String, { description: 'The answer' }) answer: string,
  ) {
    return answerDataRequest(ctx, id, answer);
  }

  @Mutation(() => DataRequest, {
    description:
      'Complete a request. To delete is to anonymise the home, and is for somebody other than who took the request down',
  })
  @Allow('privacy:manage')
  completeDataRequest(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, itsId) id: string,
    @Arg('outcome', () => String, { description: 'What was done' }) outcome: string,
  ) {
    return completeDataRequest(ctx, id, outcome);
  }

  @Mutation(() => DataRequest, { description: 'Refuse a request, with the reason' })
  @Allow('privacy:manage')
  refuseDataRequest(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, itsId) id: string,
    @Arg('reason', () => String, { description: 'Why' }) reason: string,
  ) {
    return refuseDataRequest(ctx, id, reason);
  }

  @FieldResolver(() => Boolean, { description: 'Whether it was answered or decided late, or is late by now' })
  isLate(@Ctx() ctx: Context, @Root() request: DataRequest): boolean {
    return isLate(request, ctx.today);
  }

  @FieldResolver(() => Household, { nullable: true, description: 'The home it is about' })
  household(@Ctx() ctx: Context, @Root() { householdId }: DataRequest) {
    return householdId === null ? null : findById(ctx, Household, householdId);
  }

  @FieldResolver(() => Person, { description: 'Who took it down' })
  recordedBy(@Ctx() ctx: Context, @Root() { recordedById }: DataRequest) {
    return findById(ctx, Person, recordedById);
  }

  @FieldResolver(() => Person, { nullable: true, description: 'Who completed or refused it' })
  decidedBy(@Ctx() ctx: Context, @Root() { decidedById }: DataRequest) {
    return decidedById === null ? null : findById(ctx, Person, decidedById);
  }
}
