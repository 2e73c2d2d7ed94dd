import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, Json, PageInfo, Readers } from '../../kernel/index.js';

export enum HistoryChannel {
  SCREEN = 'SCREEN',
  API_KEY = 'API_KEY',
  JOB = 'JOB',
}
registerEnumType(HistoryChannel, {
  name: 'HistoryChannel',
  description: 'Which way something was done',
  valuesConfig: {
    SCREEN: { description: 'By a person who was signed in' },
    API_KEY: { description: 'By a script, with the key of a person' },
    JOB: { description: 'By the system itself, or before anybody was signed in' },
  },
});

export enum DetailState {
  NONE = 'NONE',
  SHOWN = 'SHOWN',
  HIDDEN = 'HIDDEN',
  ERASED = 'ERASED',
}
registerEnumType(DetailState, {
  name: 'DetailState',
  description: 'Whether the personal values of an entry are there',
  valuesConfig: {
    NONE: { description: 'It has none' },
    SHOWN: { description: 'They are among the changes' },
    HIDDEN: { description: 'They are about a home, and the caller does not see every home' },
    ERASED: { description: 'They were erased: their time was over, or somebody asked for it' },
  },
});

@ObjectType({ description: 'A field that changed', simpleResolvers: true })
@Readers('audit:read')
export class HistoryChange {
  @Field(() => String, { description: 'Name of the field' })
  field!: string;
  @Field(() => Json, { nullable: true, description: 'Its value before; phones masked as everywhere' })
  before!: unknown;
  @Field(() => Json, { nullable: true, description: 'Its value after; phones masked as everywhere' })
  after!: unknown;
}

@ObjectType({ description: 'One thing that was done. Entries are only ever added' })
@Readers('audit:read')
export class HistoryEntry {
  @Field(() => ID, { description: 'Identifier' })
  id!: string;
  @Field(() => String, { description: 'What was done, one of historyTypes: "HouseholdChanged"' })
  type!: string;
  @Field(() => DateTime, { description: 'When, in business time' })
  occurredAt!: Date;
  @Field(() => DateTime, { description: 'When it was written, by the clock of the database' })
  recordedAt!: Date;
  actorId!: string | null;
  @Field(() => HistoryChannel, { description: 'Which way' })
  channel!: HistoryChannel;
  @Field(() => String, { nullable: true, description: 'From which device, or with which API key' })
  device!: string | null;
  @Field(() => String, { nullable: true, description: 'The network address that the device had then' })
  address!: string | null;
  @Field(() => String, { description: 'Kind of the record that it was done to: "household"' })
  subjectType!: string;
  @Field(() => String, { description: 'Id of that record' })
  subjectId!: string;
  @Field(() => [HistoryChange], { description: 'What changed, before and after' })
  changes!: HistoryChange[];
  @Field(() => Json, { description: 'Ids, codes and numbers that belong to it; nothing personal' })
  data!: unknown;
  @Field(() => DetailState, { description: 'Whether the personal values are there' })
  detailState!: DetailState;
  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was sealed into the chain; null while it waits',
  })
  sealedAt!: Date | null;
}

@ObjectType({ description: 'A page of the history' })
@Readers('audit:read')
export class HistoryPage {
  @Field(() => [HistoryEntry], { description: 'The entries' })
  nodes!: HistoryEntry[];
  @Field(() => PageInfo, { description: 'Where this page stands' })
  pageInfo!: PageInfo;
}

@ObjectType({
  description: 'How far the history is sealed: a chain of hashes that any later change would break',
})
@Readers('audit:read')
export class HistorySeal {
  @Field(() => Int, { description: 'Entries in the chain' })
  sealedEntries!: number;
  @Field(() => Int, { description: 'Entries that wait to be sealed' })
  waitingEntries!: number;
  @Field(() => String, {
    nullable: true,
    description:
      'The hash that stands for all sealed entries, as hex. Written down, it proves later that none was rewritten',
  })
  head!: string | null;
  @Field(() => DateTime, { nullable: true, description: 'When entries were last sealed' })
  sealedAt!: Date | null;
}

@InputType({ description: 'Which entries of the history; all that is given must hold' })
export class HistoryFilter {
  @Field(() => [String], { nullable: true, description: 'Of these types' })
  types?: string[] | null;
  @Field(() => String, { nullable: true, description: 'Done to records of this kind' })
  subjectType?: string | null;
  @Field(() => String, { nullable: true, description: 'Done to the record with this id' })
  subjectId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Done by this person' })
  actorId?: string | null;
  @Field(() => DateTime, { nullable: true, description: 'Done at or after this' })
  from?: Date | null;
  @Field(() => DateTime, { nullable: true, description: 'Done at or before this' })
  to?: Date | null;
  @Field(() => String, {
    nullable: true,
    description: 'Words in the values or in the name of who did it, with or without diacritics',
  })
  search?: string | null;
}
