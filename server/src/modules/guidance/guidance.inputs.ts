import { Field, ID, InputType, Int } from 'type-graphql';
import { DateTime } from '../../kernel/index.js';
import { GuidanceForm } from './guidance-session.entity.js';

@InputType({ description: 'A guidance session' })
export class RecordGuidanceSessionInput {
  @Field(() => ID, {
    description: 'A UUIDv7 made by the client; sending the same session again records it once',
  })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'The village it was held for; none for the whole commune' })
  villageId?: string | null;

  @Field(() => GuidanceForm, { description: 'Meeting, counter, loudspeaker or group' })
  form!: GuidanceForm;

  @Field(() => DateTime, { description: 'When it was held' })
  heldAt!: Date;

  @Field(() => String, { description: 'Where it was held' })
  place!: string;

  @Field(() => [String], { description: 'Codes of the topics covered, at least one' })
  topics!: string[];

  @Field(() => Int, { description: 'How many people took part' })
  peopleCount!: number;

  @Field(() => [ID], { nullable: true, description: 'The homes reached, where they are known' })
  householdIds?: string[] | null;
}
