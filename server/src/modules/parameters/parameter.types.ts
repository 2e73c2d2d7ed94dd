import { Field, InputType, ObjectType } from 'type-graphql';
import { DateTime, Json, LocalDate, Readers } from '../../kernel/index.js';
import type { Bilingual } from './parameter.definition.js';

@ObjectType('BilingualText', { description: 'The same words in both languages' })
@Readers('anyone')
export class BilingualText implements Bilingual {
  @Field(() => String, { description: 'In Vietnamese' })
  vi!: string;
  @Field(() => String, { description: 'In English' })
  en!: string;
}

@ObjectType({ description: 'A value of a parameter, with the days on which it holds' })
@Readers('parameter:read')
export class ParameterValue {
  @Field(() => Json, { description: 'The value: a number, or a list as the parameter has it' })
  value!: unknown;
  @Field(() => String, { description: 'The document that sets it' })
  legalBasis!: string;
  @Field(() => LocalDate, { description: 'The first day on which it holds' })
  validFrom!: string;
  @Field(() => LocalDate, {
    nullable: true,
    description: 'The first day on which it no longer holds; null while nothing follows it',
  })
  validTo!: string | null;
  @Field(() => Boolean, { description: 'Whether it came with the program and nobody entered it' })
  isDefault!: boolean;
  @Field(() => Boolean, { description: 'False for what is not known to be what the law says' })
  isConfirmed!: boolean;
  @Field(() => DateTime, { nullable: true, description: 'When it was entered; null for a default' })
  enteredAt!: Date | null;
  /** For the field enteredBy. */
  enteredById!: string | null;
}

@ObjectType({ description: 'A number or list that a rule or a law sets, with its value of today' })
@Readers('parameter:read')
export class Parameter extends ParameterValue {
  @Field(() => String, { description: 'Its key' })
  key!: string;
  @Field(() => BilingualText, { description: 'What it is' })
  title!: Bilingual;
  @Field(() => String, { nullable: true, description: 'What its number counts, in Vietnamese: "tháng"' })
  unit!: string | null;
  @Field(() => String, { nullable: true, description: 'What its number counts, in English: "months"' })
  unitEn!: string | null;
}

@InputType({ description: 'A new value of a parameter, from a day on' })
export class SetParameterInput {
  @Field(() => String, { description: 'Key of the parameter' })
  key!: string;
  @Field(() => Json, { description: 'The value' })
  value!: unknown;
  @Field(() => LocalDate, { description: 'The first day on which it holds; the value before ends on it' })
  validFrom!: string;
  @Field(() => String, { description: 'The document that sets it: its number and name' })
  legalBasis!: string;
  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Whether the document was seen to say so; false while that is to be checked',
  })
  isConfirmed!: boolean;
}
