import { Field, ID, InputType, Int } from 'type-graphql';
import { DateTime } from '../../kernel/index.js';
import { VisitResult } from './visit.entity.js';

@InputType({
  description:
    'A visit as the person at the door found it. What was not asked is left out: unknown is not zero',
})
export class RecordVisitInput {
  @Field(() => ID, {
    description: 'A UUIDv7 made by the client; sending the same visit again records it once',
  })
  id!: string;

  @Field(() => ID, { description: 'The home' })
  householdId!: string;

  @Field(() => DateTime, { description: 'When the visit was made' })
  visitedAt!: Date;

  @Field(() => VisitResult, { description: 'Met, absent, refused or moved' })
  result!: VisitResult;

  @Field(() => [String], { description: 'Codes of the topics covered' })
  topics!: string[];

  @Field(() => Int, { nullable: true, description: 'Adults of 18 and over, as found' })
  adults?: number | null;

  @Field(() => Int, { nullable: true, description: 'Citizens of 14 and over, as found' })
  citizens14?: number | null;

  @Field(() => Int, { nullable: true, description: 'Adults with a smartphone' })
  adultsWithSmartphone?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Adults with an account who pay electronically as a habit',
  })
  adultsWithEpayment?: number | null;

  @Field(() => Int, { nullable: true, description: 'Citizens of 14 and over with VNeID level 2' })
  vneidLevel2?: number | null;

  @Field(() => Int, { nullable: true, description: 'Citizens of 14 and over with the health book on VNeID' })
  healthBook?: number | null;

  @Field(() => [String], { nullable: true, description: 'Tasks of the checklist that one adult did unaided' })
  skills?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'Version of the checklist; the current one unless told' })
  skillsVersion?: number | null;

  @Field(() => String, { nullable: true, description: 'Note' })
  note?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Who made the visit; the caller unless told' })
  performerIds?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'Version of the form' })
  formVersion?: number | null;

  @Field(() => String, { nullable: true, description: 'The device it was recorded on' })
  deviceId?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'What the device’s own clock said' })
  deviceTime?: Date | null;
}
