import { Entity, Formula, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { LocalDate, Readers } from '../../kernel/index.js';

export enum TaskRecurrence {
  ONCE = 'ONCE',
  QUARTERLY = 'QUARTERLY',
  CONTINUOUS = 'CONTINUOUS',
}
registerEnumType(TaskRecurrence, {
  name: 'TaskRecurrence',
  description: 'How often a task of the plan is done',
});

@ObjectType({ description: 'A task that a clause of the plan gives to organisations' })
@Readers('plan:read')
@Entity({ tableName: 'plan_task' })
export class PlanTask {
  @Field(() => ID, { description: 'Identifier' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'integer' })
  communeId!: number;

  @Property({ type: 'uuid' })
  planId!: string;

  @Field(() => String, { description: 'Code of the clause that asks for it' })
  @Property({ type: 'text' })
  clauseCode!: string;

  // A plan reads in the order of its clauses, not of its codes.
  @Formula(
    (columns) =>
      `(select c.ordinal from plan_clause c where c.plan_id = ${columns.planId} and c.code = ${columns.clauseCode})`,
    { type: 'integer', lazy: true },
  )
  clauseOrdinal?: number;

  @Field(() => String, { description: 'Code, unique in the plan' })
  @Property({ type: 'text' })
  code!: string;

  @Field(() => String, { description: 'What is to be done' })
  @Property({ type: 'text' })
  title!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Last day to do it; null when the plan names none' })
  @Property({ type: 'date', nullable: true })
  dueOn!: string | null;

  @Field(() => TaskRecurrence, { nullable: true, description: 'How often; null when the plan does not say' })
  @Property({ type: 'text', nullable: true })
  recurrence!: TaskRecurrence | null;
}

@ObjectType({ description: 'An organisation that a task is given to' })
@Readers('plan:read')
@Entity({ tableName: 'plan_task_unit' })
export class PlanTaskUnit {
  @PrimaryKey({ type: 'uuid' })
  taskId!: string;

  @PrimaryKey({ type: 'integer' })
  orgUnitId!: number;

  @Property({ type: 'integer' })
  communeId!: number;

  @Field(() => Boolean, { description: 'Whether it leads (chủ trì) or joins in (phối hợp)' })
  @Property({ type: 'boolean' })
  isLead!: boolean;
}
