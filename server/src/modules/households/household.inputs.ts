import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDate } from '../../kernel/index.js';
import { HouseholdKind } from './household.entity.js';

@InputType({ description: 'What may be changed of a roster row; what is left out stays as it is' })
export class ChangeHouseholdInput {
  @Field(() => String, {
    nullable: true,
    description: 'Name of the head of the household, or of the business',
  })
  headName?: string;

  @Field(() => String, { nullable: true, description: 'Lane or hamlet' })
  lane?: string | null;

  @Field(() => String, { nullable: true, description: 'Address within the lane' })
  address?: string | null;

  @Field(() => String, { nullable: true, description: 'Mobile (10 digits) or landline (11)' })
  phone?: string | null;

  @Field(() => Int, { nullable: true, description: 'Adults of 18 and over; null when unknown' })
  adults?: number | null;

  @Field(() => Int, { nullable: true, description: 'Citizens of 14 and over; null when unknown' })
  citizens14?: number | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day it left the roster' })
  removedOn?: string | null;
}

@InputType({ description: 'A new row of the roster' })
export class AddHouseholdInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUIDv7 made by the client, so that sending twice adds once',
  })
  id?: string;

  @Field(() => ID, { description: 'The village it lies in' })
  villageId!: string;

  @Field(() => HouseholdKind, { defaultValue: HouseholdKind.HOUSEHOLD, description: 'Household or business' })
  kind!: HouseholdKind;

  @Field(() => String, { nullable: true, description: 'Code; given by the system when left out' })
  code?: string;

  @Field(() => String, { description: 'Name of the head of the household, or of the business' })
  headName!: string;

  @Field(() => String, { nullable: true, description: 'Lane or hamlet' })
  lane?: string | null;

  @Field(() => String, { nullable: true, description: 'Address within the lane' })
  address?: string | null;

  @Field(() => String, { nullable: true, description: 'Mobile (10 digits) or landline (11)' })
  phone?: string | null;

  @Field(() => Int, { nullable: true, description: 'Adults of 18 and over; null when unknown' })
  adults?: number | null;

  @Field(() => Int, { nullable: true, description: 'Citizens of 14 and over; null when unknown' })
  citizens14?: number | null;
}
