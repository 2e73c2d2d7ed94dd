import { Entity, Formula, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, ObjectType } from 'type-graphql';
import { LocalDate, Readers } from '../../kernel/index.js';

@ObjectType({ description: 'A village’s Community Digital Technology Team (Tổ công nghệ số cộng đồng)' })
@Readers('team:read')
@Entity({ tableName: 'team' })
export class Team {
  @Field(() => ID, { description: 'Identifier' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'integer' })
  communeId!: number;

  @Property({ type: 'integer' })
  villageId!: number;

  @Field(() => String, { description: 'Name' })
  @Property({ type: 'text' })
  name!: string;

  @Formula((columns) => `folded(${columns.name})`, { type: 'text', lazy: true })
  folded?: string;

  // "Thôn 10" comes after "Thôn 2": teams stand in the order of their villages. Not lazy: a cursor
  // is made of the values that a list is ordered by.
  @Formula((columns) => `(select u.sort_order from org_unit u where u.id = ${columns.villageId})`, {
    type: 'integer',
  })
  villageOrder?: number;

  @Field(() => LocalDate, { description: 'The day it was set up' })
  @Property({ type: 'date' })
  foundedOn!: string;

  @Field(() => String, { nullable: true, description: 'Number of the decision that set it up' })
  @Property({ type: 'text', nullable: true })
  decisionNumber!: string | null;
}
