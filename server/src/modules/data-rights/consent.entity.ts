import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DateTime, Readers } from '../../kernel/index.js';

export enum ConsentPurpose {
  PHOTO = 'PHOTO',
  ZALO_CONTACT = 'ZALO_CONTACT',
  TESTIMONIAL = 'TESTIMONIAL',
}
registerEnumType(ConsentPurpose, {
  name: 'ConsentPurpose',
  description: 'What a consent is asked for; the visits themselves are a public task and need none',
  valuesConfig: {
    PHOTO: { description: 'Taking and showing pictures' },
    ZALO_CONTACT: { description: 'Writing to the home on Zalo' },
    TESTIMONIAL: { description: 'Telling others what somebody said' },
  },
});

@ObjectType({ description: 'A consent: who gave it, to which words, and whether it was withdrawn' })
@Readers('household:read')
@Entity({ tableName: 'consent' })
export class Consent {
  @Field(() => ID, { description: 'Identifier' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'integer' })
  communeId!: number;

  @Property({ type: 'uuid', nullable: true })
  householdId!: string | null;

  @Property({ type: 'uuid', nullable: true })
  personId!: string | null;

  @Field(() => ConsentPurpose, { description: 'What for' })
  @Property({ type: 'text' })
  purpose!: ConsentPurpose;

  @Field(() => Int, { description: 'The version of the wording that was agreed to' })
  @Property({ type: 'smallint' })
  wordingVersion!: number;

  @Field(() => String, { nullable: true, description: 'Who gave it; null once the home is anonymised' })
  @Property({ type: 'text', nullable: true })
  giverName!: string | null;

  @Field(() => DateTime, { description: 'When it was given' })
  @Property({ type: 'datetime' })
  givenAt!: Date;

  @Property({ type: 'uuid' })
  recordedById!: string;

  @Field(() => DateTime, { description: 'When it was recorded, business time' })
  @Property({ type: 'datetime' })
  recordedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was withdrawn; null while it stands' })
  @Property({ type: 'datetime', nullable: true })
  withdrawnAt!: Date | null;

  @Property({ type: 'uuid', nullable: true })
  withdrawnById!: string | null;

  @Field(() => String, { nullable: true, description: 'What was said when it was withdrawn' })
  @Property({ type: 'text', nullable: true })
  withdrawalNote!: string | null;
}

@ObjectType({ description: 'What is read out, word for word, before somebody consents' })
@Readers('consent:record')
export class ConsentWording {
  @Field(() => ConsentPurpose, { description: 'What for' })
  purpose!: ConsentPurpose;
  @Field(() => Int, { description: 'Its version; the highest of a purpose is the one in force' })
  version!: number;
  @Field(() => String, {
    description: 'The words, in Vietnamese: who asks, what for, who sees it, how to withdraw',
  })
  text!: string;
}
