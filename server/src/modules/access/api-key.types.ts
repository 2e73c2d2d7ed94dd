import { Field, InputType, ObjectType } from 'type-graphql';
import { LocalDate, Readers } from '../../kernel/index.js';
import { ApiKey } from './api-key.entity.js';

@InputType({ description: 'A new API key' })
export class CreateApiKeyInput {
  @Field(() => String, { description: 'What it is for' })
  name!: string;

  @Field(() => [String], { description: 'The actions it may do, noun:verb, all of them the caller’s own' })
  scopes!: string[];

  @Field(() => LocalDate, { description: 'Its last day, by the real calendar; at most 366 days from today' })
  expiresOn!: string;
}

@ObjectType({ description: 'A key that was just made' })
@Readers('key:make')
export class NewApiKey {
  @Field(() => String, { description: 'The key itself; shown only now' })
  key!: string;
  @Field(() => ApiKey, { description: 'What stays known of it' })
  apiKey!: ApiKey;
}
