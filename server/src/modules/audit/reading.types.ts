import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, Json, PageInfo, Readers } from '../../kernel/index.js';

export enum ReadingKind {
  LIST = 'LIST',
  EXPORT = 'EXPORT',
}
registerEnumType(ReadingKind, {
  name: 'ReadingKind',
  description: 'How personal data was read',
  valuesConfig: {
    LIST: { description: 'A page of a list' },
    EXPORT: { description: 'Taken out as a file, with a reason' },
  },
});

@ObjectType({ description: 'Somebody read a list of people or homes, or took it out as a file' })
@Readers('audit:read')
export class Reading {
  @Field(() => ID, { description: 'Identifier' })
  id!: string;
  @Field(() => DateTime, { description: 'When, in business time' })
  at!: Date;
  readerId!: string | null;
  @Field(() => ID, { nullable: true, description: 'The API key, when a script read' })
  apiKeyId!: string | null;
  @Field(() => ReadingKind, { description: 'As a list or as a file' })
  kind!: ReadingKind;
  @Field(() => String, { description: 'Which list, by the type of its rows: "Household"' })
  list!: string;
  @Field(() => Json, {
    nullable: true,
    description:
      'What was asked for; null for the whole list, and hidden of homes from who does not see every home',
  })
  filter!: unknown;
  @Field(() => Int, { description: 'How many rows they were given' })
  rows!: number;
  @Field(() => String, { nullable: true, description: 'Why; only for a file' })
  reason!: string | null;
  @Field(() => String, { nullable: true, description: 'The network address that the device had then' })
  address!: string | null;
  @Field(() => String, { nullable: true, description: 'From which device, or with which API key' })
  device!: string | null;
}

@ObjectType({ description: 'A page of the readings' })
@Readers('audit:read')
export class ReadingPage {
  @Field(() => [Reading], { description: 'The readings' })
  nodes!: Reading[];
  @Field(() => PageInfo, { description: 'Where this page stands' })
  pageInfo!: PageInfo;
}

@InputType({ description: 'Which readings; all that is given must hold' })
export class ReadingFilter {
  @Field(() => ID, { nullable: true, description: 'By this person' })
  readerId?: string | null;
  @Field(() => ReadingKind, { nullable: true, description: 'As a list or as a file' })
  kind?: ReadingKind | null;
  @Field(() => String, { nullable: true, description: 'Of this list: "Household"' })
  list?: string | null;
  @Field(() => DateTime, { nullable: true, description: 'At or after this' })
  from?: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'At or before this' })
  to?: Date | null;
}
