import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, LocalDate, Readers } from '../../kernel/index.js';

export enum DataRequestKind {
  ACCESS = 'ACCESS',
  CORRECT = 'CORRECT',
  DELETE = 'DELETE',
  RESTRICT = 'RESTRICT',
  OBJECT = 'OBJECT',
  WITHDRAW_CONSENT = 'WITHDRAW_CONSENT',
}
registerEnumType(DataRequestKind, {
  name: 'DataRequestKind',
  description: 'What somebody asks about their data',
  valuesConfig: {
    ACCESS: { description: 'To see what is kept' },
    CORRECT: { description: 'To have it corrected' },
    DELETE: { description: 'To have it deleted: completing it anonymises the home' },
    RESTRICT: { description: 'To have its use restricted' },
    OBJECT: { description: 'Objects to its use' },
    WITHDRAW_CONSENT: { description: 'To withdraw a consent' },
  },
});

export enum DataRequestState {
  RECEIVED = 'RECEIVED',
  ANSWERED = 'ANSWERED',
  COMPLETED = 'COMPLETED',
  REFUSED = 'REFUSED',
}
registerEnumType(DataRequestState, {
  name: 'DataRequestState',
  description: 'Where a request stands',
  valuesConfig: {
    RECEIVED: { description: 'Waits for an answer' },
    ANSWERED: { description: 'The person was told what will be done, and when' },
    COMPLETED: { description: 'It was done' },
    REFUSED: { description: 'It cannot be done, with the reason' },
  },
});

@ObjectType({ description: 'What somebody asks about their data, with its clocks' })
@Readers('privacy:read')
@Entity({ tableName: 'data_request' })
export class DataRequest {
  @Field(() => ID, { description: 'Identifier' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'integer' })
  communeId!: number;

  @Field(() => DataRequestKind, { description: 'What is asked' })
  @Property({ type: 'text' })
  kind!: DataRequestKind;

  @Field(() => DataRequestState, { description: 'Where it stands' })
  @Property({ type: 'text' })
  state!: DataRequestState;

  @Field(() => String, { nullable: true, description: 'Who asks; null once it is too old to be kept' })
  @Property({ type: 'text', nullable: true })
  requesterName!: string | null;

  @Property({ type: 'text', persist: false, lazy: true })
  folded?: string;

  @Field(() => String, { nullable: true, description: 'How to reach them' })
  @Property({ type: 'text', nullable: true })
  requesterContact!: string | null;

  @Field(() => String, { nullable: true, description: 'What they asked, in their words' })
  @Property({ type: 'text', nullable: true })
  description!: string | null;

  @Property({ type: 'uuid', nullable: true })
  householdId!: string | null;

  @Field(() => DateTime, { description: 'When it came in, business time' })
  @Property({ type: 'datetime' })
  receivedAt!: Date;

  @Field(() => LocalDate, { description: 'The last day to answer, by the rules of the day it came in' })
  @Property({ type: 'date' })
  answerDueOn!: string;

  @Field(() => LocalDate, { description: 'The last day to complete it, by the rules of the day it came in' })
  @Property({ type: 'date' })
  completeDueOn!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it was answered' })
  @Property({ type: 'datetime', nullable: true })
  answeredAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'The answer' })
  @Property({ type: 'text', nullable: true })
  answer!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was completed or refused' })
  @Property({ type: 'datetime', nullable: true })
  completedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What was done' })
  @Property({ type: 'text', nullable: true })
  outcome!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused' })
  @Property({ type: 'text', nullable: true })
  refusedReason!: string | null;

  @Property({ type: 'uuid' })
  recordedById!: string;

  @Field(() => DateTime, { description: 'When it was recorded, business time' })
  @Property({ type: 'datetime' })
  recordedAt!: Date;

  @Property({ type: 'uuid', nullable: true })
  decidedById!: string | null;
}
