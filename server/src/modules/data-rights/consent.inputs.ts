import { Field, ID, InputType, Int } from 'type-graphql';
import { DateTime } from '../../kernel/index.js';
import { ConsentPurpose } from './consent.entity.js';

@InputType({
  description:
    'A consent as it was given. Nothing is assumed: whoever records it says for what and to which words',
})
export class RecordConsentInput {
  @Field(() => ID, { nullable: true, description: 'The home it is given for; or else personId' })
  householdId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'One of the people who do the work, if it is given for them; or else householdId',
  })
  personId?: string | null;

  @Field(() => ConsentPurpose, { description: 'What for' })
  purpose!: ConsentPurpose;

  @Field(() => Int, { description: 'The version of the wording that was read out' })
  wordingVersion!: number;

  @Field(() => String, { description: 'Who gave it' })
  giverName!: string;

  @Field(() => DateTime, { description: 'When it was given' })
  givenAt!: Date;
}
