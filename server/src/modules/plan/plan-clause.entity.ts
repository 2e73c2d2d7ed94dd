import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Readers } from '../../kernel/index.js';

export enum PlanClauseKind {
  PART = 'PART',
  SECTION = 'SECTION',
  ITEM = 'ITEM',
}
registerEnumType(PlanClauseKind, {
  name: 'PlanClauseKind',
  description: 'How high a clause stands in the plan’s text',
});

@ObjectType({ description: 'One clause of a plan, word for word' })
@Readers('plan:read')
@Entity({ tableName: 'plan_clause' })
export class PlanClause {
  @Field(() => ID, { description: 'Identifier' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'integer' })
  communeId!: number;

  @Property({ type: 'uuid' })
  planId!: string;

  @Field(() => String, { description: 'Code, unique in the plan: "II.2.1"' })
  @Property({ type: 'text' })
  code!: string;

  @Field(() => String, { nullable: true, description: 'Code of the clause above it' })
  @Property({ type: 'text', nullable: true })
  parentCode!: string | null;

  @Field(() => Int, { description: 'Its place in the plan’s text, from 1' })
  @Property({ type: 'integer' })
  ordinal!: number;

  @Field(() => PlanClauseKind, { description: 'Part, section or item' })
  @Property({ type: 'text' })
  kind!: PlanClauseKind;

  @Field(() => String, { description: 'The text as it was signed, slips of the pen included' })
  @Property({ type: 'text' })
  text!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The wording without its slips of the pen; shown beside the original, never instead',
  })
  @Property({ type: 'text', nullable: true })
  correctedText!: string | null;

  @Field(() => Boolean, { description: 'False where the text gives no number to measure ("hầu hết")' })
  @Property({ type: 'boolean' })
  quantified!: boolean;
}
