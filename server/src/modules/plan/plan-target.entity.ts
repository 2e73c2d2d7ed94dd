import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocalDate, Readers } from '../../kernel/index.js';

export enum Comparator {
  GT = 'GT',
  GTE = 'GTE',
}
registerEnumType(Comparator, {
  name: 'Comparator',
  description:
    'How a figure is held against its target. Whole numbers are compared, never rounded percentages',
  valuesConfig: {
    GT: { description: 'Above the target ("trên 80%"): exactly at it is not enough' },
    GTE: { description: 'At least the target ("đạt 90% trở lên")' },
  },
});

@ObjectType({ description: 'What a plan wants of an indicator: a target, or only that it is followed' })
@Readers('plan:read')
@Entity({ tableName: 'plan_target' })
export class PlanTarget {
  @Field(() => ID, { description: 'Identifier' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'integer' })
  communeId!: number;

  @Property({ type: 'uuid' })
  planId!: string;

  @Field(() => String, { description: 'Code of the clause that sets it' })
  @Property({ type: 'text' })
  clauseCode!: string;

  @Field(() => String, { description: 'Code of the indicator' })
  @Property({ type: 'text' })
  indicatorCode!: string;

  @Field(() => Int, { description: 'Its place among the plan’s targets, from 1' })
  @Property({ type: 'integer' })
  ordinal!: number;

  @Field(() => Comparator, {
    nullable: true,
    description: 'How it is compared; null when it is followed without a target',
  })
  @Property({ type: 'text', nullable: true })
  comparator!: `${Comparator}` | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The target in whole percent; null when it is followed without one',
  })
  @Property({ type: 'smallint', nullable: true })
  targetPercent!: number | null;

  @Field(() => Float, {
    description: 'The value on the first day, in percent; the path to the target starts there',
  })
  @Property({ type: 'double' })
  baselinePercent!: number;

  @Field(() => LocalDate, { description: 'First day of the path' })
  @Property({ type: 'date' })
  startsOn!: string;

  @Field(() => LocalDate, { description: 'The day by which the target is due' })
  @Property({ type: 'date' })
  dueOn!: string;
}
