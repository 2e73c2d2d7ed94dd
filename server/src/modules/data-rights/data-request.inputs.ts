import { Field, ID, InputType } from 'type-graphql';
import { DateTime } from '../../kernel/index.js';
import { DataRequestKind } from './data-request.entity.js';

@InputType({ description: 'What somebody asks about their data, as it came in' })
export class RecordDataRequestInput {
  @Field(() => DataRequestKind, { description: 'What is asked' })
  kind!: DataRequestKind;

  @Field(() => String, { description: 'Who asks' })
  requesterName!: string;

  @Field(() => String, { nullable: true, description: 'How to reach them' })
  requesterContact?: string | null;

  @Field(() => ID, { nullable: true, description: 'The home it is about; needed to have data deleted' })
  householdId?: string | null;

  @Field(() => String, { nullable: true, description: 'What they asked, in their words' })
  description?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it came in; now unless told' })
  receivedAt?: Date | null;
}
