import { Field, InputType, Int } from 'type-graphql';

@InputType({ description: 'A person' })
export class PersonInput {
  @Field(() => String, { description: 'Full name, family name first' })
  fullName!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Mobile (10 digits) or landline (11); +84, dots and spaces are fine',
  })
  phone?: string | null;

  @Field(() => Int, { nullable: true, description: 'Year of birth' })
  birthYear?: number | null;

  @Field(() => [String], { nullable: true, description: 'Codes of the topics this person can teach' })
  skills?: string[] | null;
}
