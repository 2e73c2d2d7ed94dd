import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { LocalDate, Readers } from '../../kernel/index.js';

@ObjectType({ description: 'A plan of the commune: its text clause by clause, its tasks and its targets' })
@Readers('plan:read')
@Entity({ tableName: 'plan' })
export class Plan {
  @Field(() => ID, { description: 'Identifier' })
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'integer' })
  communeId!: number;

  @Field(() => String, { description: 'Code, unique in the commune' })
  @Property({ type: 'text' })
  code!: string;

  @Field(() => String, { description: 'Title, as the plan has it' })
  @Property({ type: 'text' })
  title!: string;

  @Field(() => Int, { description: 'The year it is for' })
  @Property({ type: 'smallint' })
  year!: number;

  @Field(() => LocalDate, { description: 'First day of the plan; nothing earlier counts for it' })
  @Property({ type: 'date' })
  startsOn!: string;

  @Field(() => LocalDate, { description: 'Last day of the plan' })
  @Property({ type: 'date' })
  endsOn!: string;

  @Field(() => Boolean, {
    description: 'Whether it is the plan that the commune works by now; at most one is',
  })
  @Property({ type: 'boolean' })
  isActive!: boolean;

  @Field(() => Boolean, { description: 'Whether it is an invented sample' })
  @Property({ type: 'boolean' })
  isSample!: boolean;

  @Field(() => [String], { description: 'The documents it rests on, in the plan’s order' })
  @Property({ type: 'string[]' })
  legalBases!: string[];

  @Field(() => [String], { description: 'To whom it is sent (Nơi nhận)' })
  @Property({ type: 'string[]' })
  recipients!: string[];

  @Field(() => String, { nullable: true, description: 'Who signs it' })
  @Property({ type: 'text', nullable: true })
  signatory!: string | null;
}
