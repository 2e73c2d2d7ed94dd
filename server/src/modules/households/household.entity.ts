import { Entity, Formula, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocalDate, Readers } from '../../kernel/index.js';

export enum HouseholdKind {
  HOUSEHOLD = 'HOUSEHOLD',
  HOUSEHOLD_BUSINESS = 'HOUSEHOLD_BUSINESS',
  COOPERATIVE = 'COOPERATIVE',
  ENTERPRISE = 'ENTERPRISE',
}
registerEnumType(HouseholdKind, {
  name: 'HouseholdKind',
  description:
    'A resident household, or a business of the roster, which is visited but never counted in household rates',
});

@ObjectType({
  description: 'A row of the roster: a household, or a business, co-operative or household business',
})
@Readers('household:read')
@Entity({ tableName: 'household' })
export class Household {
  @Field(() => ID, { description: 'Identifier' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'integer' })
  communeId!: number;

  // The village of today; household_village holds the dated truth and a trigger keeps this equal to it.
  @Property({ type: 'integer' })
  villageId!: number;

  @Field(() => HouseholdKind, { description: 'Household or business' })
  @Property({ type: 'text' })
  kind!: HouseholdKind;

  @Field(() => String, { description: 'Code, unique in the commune' })
  @Property({ type: 'text' })
  code!: string;

  @Field(() => String, { description: 'Name of the head of the household, or of the business' })
  @Property({ type: 'text' })
  headName!: string;

  @Property({ type: 'text', persist: false, lazy: true })
  folded?: string;

  @Property({ type: 'text', generated: 'name_sort_key(head_name) stored' })
  sortName?: string;

  @Field(() => String, { nullable: true, description: 'Lane or hamlet: "Ngõ 3"' })
  @Property({ type: 'text', nullable: true })
  lane!: string | null;

  @Field(() => String, { nullable: true, description: 'Address within the lane' })
  @Property({ type: 'text', nullable: true })
  address!: string | null;

  // The whole number; only the masked or permitted form below is exposed.
  @Property({ type: 'text', nullable: true, lazy: true })
  phone!: string | null;

  @Field(() => String, {
    nullable: true,
    name: 'phone',
    description: 'Phone; masked (0912***678) unless the caller calls these homes',
  })
  @Formula(
    (columns) =>
      `case when sees_phone(${columns.villageId}) then ${columns.phone} else masked_phone(${columns.phone}) end`,
    { type: 'text' },
  )
  shownPhone?: string | null;

  @Field(() => Int, { nullable: true, description: 'Adults of 18 and over; null when unknown' })
  @Property({ type: 'smallint', nullable: true })
  adults!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Citizens of 14 and over, the adults among them; null when unknown',
  })
  @Property({ type: 'smallint', nullable: true })
  citizens14!: number | null;

  // When the two numbers above were last changed here; later visits may correct them, earlier ones no longer.
  @Property({ type: 'datetime', nullable: true })
  countedAt!: Date | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day the village head confirmed this row' })
  @Property({ type: 'date', nullable: true })
  verifiedOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day it left the roster' })
  @Property({ type: 'date', nullable: true })
  removedOn!: string | null;

  @Field(() => Int, { description: 'Counts changes; send it back when you change the row' })
  @Property({ type: 'integer' })
  version!: number;

  @Property({ type: 'datetime' })
  createdAt!: Date;
}
